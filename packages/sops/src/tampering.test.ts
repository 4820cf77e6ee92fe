import fc from 'fast-check';
import { isLocked, openSopsText, type SopsValue } from '.';
import {
  errorOf,
  exampleData,
  exampleIdentities,
  exampleKey,
  exampleText,
} from './__fixtures__/example';

const open = (text: string) =>
  openSopsText(text, { identities: exampleIdentities() });

/** The lines of the example that hold a ciphertext, in order. */
const encrypted = exampleText
  .split('\n')
  .filter(line => /: ENC|- ENC/.test(line));
const ciphertextOf = (line: string) => /ENC\[.*\]/.exec(line)![0];
const line = (start: string) =>
  exampleText.split('\n').find(text => text.trim().startsWith(start))!;

describe('a changed SOPS text is refused', () => {
  const swap = (one: string, other: string) =>
    exampleText
      .replace(one, '\0')
      .replace(other, () => one)
      .replace('\0', () => other);
  const [first, second, broker, eleven, twentyTwo] =
    encrypted.map(ciphertextOf);
  const flip = (base64: string) => (base64[4] === 'A' ? 'B' : 'A');
  const flipped = first.replace(
    /data:(.{4})(.)/,
    (_, head, char) => `data:${head}${flip(`....${char}`)}`,
  );
  const mac = line('mac:');
  const otherMac = mac.replace(/data:../, found =>
    found.endsWith('AA') ? 'data:BB' : 'data:AA',
  );

  it.each([
    [
      'a bit of a value flipped',
      exampleText.replace(first, flipped),
      'VALUE_NOT_AUTHENTIC',
    ],
    [
      'values of different keys swapped',
      swap(first, broker),
      'VALUE_NOT_AUTHENTIC',
    ],
    ['values of two list entries swapped', swap(first, second), 'MAC_MISMATCH'],
    ['a list reordered', swap(eleven, twentyTwo), 'MAC_MISMATCH'],
    [
      'a value copied over another',
      exampleText.replace(second, () => first),
      'MAC_MISMATCH',
    ],
    [
      'an encrypted key renamed',
      exampleText.replace('broker:', 'breaker:'),
      'VALUE_NOT_AUTHENTIC',
    ],
    [
      'a key under the rule renamed',
      exampleText.replace(`    token: ${broker}`, `    taken: ${broker}`),
      'MAC_MISMATCH',
    ],
    [
      'a key deleted',
      exampleText.replace(`${line('enabled:')}\n`, ''),
      'MAC_MISMATCH',
    ],
    [
      'a list item deleted',
      exampleText.replace(`    - ${eleven}\n`, ''),
      'MAC_MISMATCH',
    ],
    [
      'a key given twice',
      exampleText.replace(
        `    token: ${broker}`,
        `    token: ${broker}\n    token: ""`,
      ),
      'DUPLICATE_KEY',
    ],
    [
      'a key given twice at the top',
      exampleText.replace('clear:', 'clear: {}\nclear:'),
      'DUPLICATE_KEY',
    ],
    [
      'the same key written in two ways',
      exampleText.replace('  count: 7', '  count: 7\n  "count": 7'),
      'DUPLICATE_KEY',
    ],
    [
      'two sops sections',
      exampleText.replace('sops:', 'sops: {}\nsops:'),
      'DUPLICATE_KEY',
    ],
    [
      'a text in clear under the rule',
      exampleText.replace(first, 'glpat-canary-pasted'),
      'VALUE_IN_CLEAR',
    ],
    [
      'a number in clear under the rule',
      exampleText.replace(eleven, '11'),
      'VALUE_IN_CLEAR',
    ],
    [
      'a boolean in clear under the rule',
      exampleText.replace(line('enabled:'), '  enabled: true'),
      'VALUE_IN_CLEAR',
    ],
    [
      'a text added under the rule',
      exampleText.replace(
        '  broker:',
        '  extra:\n    token: canary\n  broker:',
      ),
      'VALUE_IN_CLEAR',
    ],
    [
      'a clear value changed',
      exampleText.replace('gitlab.example.org/api', 'evil.example.org/api'),
      'MAC_MISMATCH',
    ],
    [
      'a clear number changed',
      exampleText.replace('count: 7', 'count: 8'),
      'MAC_MISMATCH',
    ],
    [
      'a clear date changed',
      exampleText.replace('since: 2024-01-02', 'since: 2024-01-03'),
      'MAC_MISMATCH',
    ],
    [
      'a clear key added',
      exampleText.replace('  count: 7', '  count: 7\n  added: x'),
      'MAC_MISMATCH',
    ],
    [
      'a clear value emptied',
      exampleText.replace('canary in clear', '""'),
      'MAC_MISMATCH',
    ],
    ['a token emptied', exampleText.replace(first, '""'), 'MAC_MISMATCH'],
    [
      'a document added',
      exampleText.replace(/$/, '---\nadded: x\n'),
      'MAC_MISMATCH',
    ],
    [
      'a value made a comment',
      exampleText.replace(eleven, eleven.replace('type:int', 'type:comment')),
      'MAC_MISMATCH',
    ],
    [
      'a value made a comment where none may be',
      exampleText.replace(first, first.replace('type:str', 'type:comment')),
      'VALUE_MALFORMED',
    ],
    [
      'a text made a number',
      exampleText.replace(first, first.replace('type:str', 'type:int')),
      'VALUE_MALFORMED',
    ],
    [
      'a text made bytes',
      exampleText.replace(first, first.replace('type:str', 'type:bytes')),
      'VALUE_MALFORMED',
    ],
    [
      'an unknown type',
      exampleText.replace(first, first.replace('type:str', 'type:secret')),
      'VALUE_MALFORMED',
    ],
    [
      'text after a ciphertext',
      exampleText.replace(first, `${first} canary`),
      'VALUE_MALFORMED',
    ],
    [
      'base64 without its padding',
      exampleText.replace(broker, broker.replace('==,iv', ',iv')),
      'VALUE_MALFORMED',
    ],
    [
      'a shortened tag',
      exampleText.replace(first, first.replace(/tag:.{8}/, 'tag:')),
      'VALUE_MALFORMED',
    ],
    [
      'a ciphertext without data',
      exampleText.replace(first, first.replace(/data:[^,]*/, 'data:')),
      'VALUE_MALFORMED',
    ],
    [
      'a cut ciphertext',
      exampleText.replace(first, first.slice(0, 40)),
      'VALUE_MALFORMED',
    ],
    ['the MAC removed', exampleText.replace(`${mac}\n`, ''), 'MAC_MISSING'],
    ['the MAC emptied', exampleText.replace(mac, '  mac: ""'), 'MAC_MISSING'],
    ['the MAC null', exampleText.replace(mac, '  mac: null'), 'MAC_MISSING'],
    ['the MAC changed', exampleText.replace(mac, otherMac), 'MAC_MISMATCH'],
    [
      'the MAC replaced by a value',
      exampleText.replace(mac, `  mac: ${first}`),
      'MAC_MISMATCH',
    ],
    [
      'the MAC in clear',
      exampleText.replace(mac, '  mac: 0123ABCD'),
      'MAC_MISMATCH',
    ],
    [
      'the MAC a list',
      exampleText.replace(mac, '  mac: []'),
      'METADATA_INVALID',
    ],
    [
      'lastmodified changed',
      exampleText.replace(/lastmodified: "20../, 'lastmodified: "2019'),
      'MAC_MISMATCH',
    ],
    [
      'lastmodified in another zone',
      exampleText.replace(/(lastmodified: ".*)Z"/, '$1+01:00"'),
      'MAC_MISMATCH',
    ],
    [
      'lastmodified removed',
      exampleText.replace(/ {2}lastmodified: .*\n/, ''),
      'METADATA_INVALID',
    ],
    [
      'lastmodified no time',
      exampleText.replace(/lastmodified: .*/, 'lastmodified: yesterday'),
      'METADATA_INVALID',
    ],
    [
      'mac_only_encrypted switched on',
      exampleText.replace(
        '  version:',
        '  mac_only_encrypted: true\n  version:',
      ),
      'MAC_MISMATCH',
    ],
    [
      'mac_only_encrypted neither true nor false',
      exampleText.replace(
        '  version:',
        '  mac_only_encrypted: maybe\n  version:',
      ),
      'METADATA_INVALID',
    ],
    [
      'the rule removed',
      exampleText.replace(/ {2}encrypted_regex.*\n/, ''),
      'VALUE_IN_CLEAR',
    ],
    ['the rule widened', exampleText.replace('^token$', 'o'), 'VALUE_IN_CLEAR'],
    [
      'the rule narrowed',
      exampleText.replace('^token$', '^tokens$'),
      'MAC_MISMATCH',
    ],
    [
      'the rule emptied',
      exampleText.replace('^token$', '""'),
      'METADATA_INVALID',
    ],
    [
      'the rule invalid',
      exampleText.replace('^token$', '(token'),
      'UNSUPPORTED_RULE',
    ],
    [
      'the rule in Perl syntax',
      exampleText.replace('^token$', '^(?=token)'),
      'UNSUPPORTED_RULE',
    ],
    [
      'two rules',
      exampleText.replace('  version:', '  encrypted_suffix: x\n  version:'),
      'METADATA_INVALID',
    ],
    [
      'no version',
      exampleText.replace(/ {2}version: .*/, ''),
      'METADATA_INVALID',
    ],
    [
      'version 4',
      exampleText.replace('version: 3.', 'version: 4.'),
      'UNSUPPORTED_VERSION',
    ],
    [
      'an unknown field',
      exampleText.replace('  version:', '  surprise: 1\n  version:'),
      'METADATA_INVALID',
    ],
    [
      'no sops section',
      exampleText.replace(/sops:\n[^]*/, ''),
      'NOT_A_SOPS_FILE',
    ],
    [
      'a sops section that is a text',
      exampleText.replace(/sops:\n[^]*/, 'sops: x'),
      'METADATA_INVALID',
    ],
    ['an empty text', '', 'NOT_A_SOPS_FILE'],
    ['a list at the top', '- sops: {}', 'NOT_A_SOPS_FILE'],
    [
      'no recipients',
      exampleText.replace(/ {2}age:\n[^]*(?=\n {2}lastm)/, '  age: []'),
      'METADATA_INVALID',
    ],
    [
      'a private key as recipient',
      exampleText.replace(/age1\w+/, /AGE-SECRET.*/.exec(exampleKey)![0]),
      'METADATA_INVALID',
    ],
    [
      'a data key of another file',
      exampleText.replace(
        /^ {8}YWdl.*$/m,
        '        YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSA4cVZBS0I5ZDgzVndTN2FN',
      ),
      'DATA_KEY_INVALID',
    ],
    [
      'a data key cut short',
      exampleText.replace(/ {8}YWdl.*\n/, ''),
      'DATA_KEY_INVALID',
    ],
    [
      'key groups beside recipients',
      exampleText.replace(
        '  version:',
        '  key_groups: [{age: [{recipient: age1x, enc: x}]}]\n  version:',
      ),
      'METADATA_INVALID',
    ],
    [
      'a threshold without groups',
      exampleText.replace('  version:', '  shamir_threshold: 2\n  version:'),
      'METADATA_INVALID',
    ],
    [
      'the markers of a merge',
      exampleText.replace(
        '  count: 7',
        '<<<<<<< HEAD\n  count: 7\n=======\n  count: 8\n>>>>>>> b',
      ),
      'NOT_YAML',
    ],
    ['broken YAML', exampleText.replace('clear:', 'clear: "'), 'NOT_YAML'],
    [
      'an anchor',
      exampleText.replace('note: ', 'note: &a '),
      'UNSUPPORTED_YAML',
    ],
    [
      'an alias',
      exampleText.replace('canary in clear', '*a'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a merge key',
      exampleText.replace('  count: 7', '  count: 7\n  <<: {}'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a tag',
      exampleText.replace('note: ', 'note: !!binary '),
      'UNSUPPORTED_YAML',
    ],
    ['a directive', `%YAML 1.1\n---\n${exampleText}`, 'UNSUPPORTED_YAML'],
    [
      'a key that is a number',
      exampleText.replace('  count: 7', '  12: 7'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a key that is a date',
      exampleText.replace('  count: 7', '  2024-01-02: 7'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a key that is a list',
      exampleText.replace('  count: 7', '  ? [a]\n  : 7'),
      'UNSUPPORTED_YAML',
    ],
    [
      'the key __proto__',
      exampleText.replace('  count: 7', '  count: 7\n  __proto__: {}'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a number that Go cannot hold',
      exampleText.replace('count: 7', 'count: 18446744073709551615'),
      'UNSUPPORTED_YAML',
    ],
    [
      'half a surrogate pair',
      exampleText.replace('canary in clear', '"\\ud800"'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a line separator',
      exampleText.replace('canary in', 'canary\u2028in'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a control character',
      exampleText.replace('canary in', 'canary\u0007in'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a lone carriage return',
      exampleText.replace('canary in', 'canary\rin'),
      'UNSUPPORTED_YAML',
    ],
    [
      'a byte order mark inside',
      exampleText.replace('canary in', 'canary\ufeffin'),
      'UNSUPPORTED_YAML',
    ],
  ])('%s', async (_change, text, code) => {
    expect(text).not.toBe(exampleText);
    const error = await errorOf(open(text));
    expect(error.code).toBe(code);
    expect(isLocked(error)).toBe(false);
    expect(error.message).toBe(`${error.what} ${error.remedy}`);
    expect(error.what).toMatch(/\.$/);
    expect(error.remedy).toMatch(/^[A-Z].*\.$/);
  });

  it('with the keys that lead to the value, or the line', async () => {
    const moved = await errorOf(open(swap(first, broker)));
    expect(moved).toMatchObject({
      code: 'VALUE_NOT_AUTHENTIC',
      path: 'integrations.gitlab[0].token',
    });
    expect(moved.message).toContain('integrations.gitlab[0].token');

    const broken = await errorOf(
      open(exampleText.replace('\nclear:', '\nclear')),
    );
    expect(broken).toMatchObject({
      code: 'NOT_YAML',
      line: expect.any(Number),
    });
  });

  it('but what no SOPS program can notice is not: documented limits', async () => {
    for (const text of [
      exampleText.replace(
        '  count: 7',
        '  count: 7\n  added: null\n  empty: ""',
      ),
      exampleText.replace('  note:', '  renamed:'),
    ]) {
      await expect(open(text)).resolves.toBeDefined();
    }
  });

  it('whatever single character is changed, unless the values stay the same', async () => {
    const valuesOf = (value: SopsValue): string[] => {
      if (value === null || value === '') return [];
      if (typeof value !== 'object') return [String(value)];
      return Object.values(value).flatMap(valuesOf);
    };
    const values = valuesOf(exampleData);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: exampleText.length - 1 }),
        fc.constantFrom(0, 1),
        fc.oneof(
          fc.constantFrom(
            '',
            '\n',
            ' ',
            ':',
            ': ',
            '#',
            '-',
            '"',
            '[',
            ']',
            'A',
          ),
          fc.string({ minLength: 1, maxLength: 2 }),
        ),
        async (at, deleted, inserted) => {
          const text =
            exampleText.slice(0, at) +
            inserted +
            exampleText.slice(at + deleted);
          const read = await open(text).then(
            ({ documents }) => documents.flatMap(valuesOf),
            () => undefined,
          );
          if (!read) {
            await errorOf(open(text));
            refused += 1;
          }
          expect(read ?? values).toEqual(values);
        },
      ),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(250);
  }, 60_000);
});
