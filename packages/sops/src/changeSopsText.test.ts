import {
  changeSopsText,
  openSopsText,
  type SopsChange,
  type SopsErrorCode,
  type SopsValue,
} from '.';
import {
  errorOf,
  everythingShown,
  exampleData,
  exampleIdentities,
  exampleKey,
  exampleText,
} from './__fixtures__/example';
import { lineDiff } from './__fixtures__/lineDiff';
import { findRealSops, toJson } from './__fixtures__/realSops';

const sops = findRealSops();
const open = (text: string) =>
  openSopsText(text, { identities: exampleIdentities() });
const clock = () => new Date('2031-02-03T04:05:06.789Z');
const ciphertext = /ENC\[AES256_GCM,data:[^\]]*,type:str\]/;
const token: SopsChange = {
  set: ['integrations', 'gitlab', 1, 'token'],
  to: 'glpat-canary-new',
};
const broker = ['gitlabTokens', 'broker', 'token'];
const brokerLines = /gitlabTokens:\n {2}broker:\n {4}token: (.*)\n/;
const brokerCiphertext = brokerLines.exec(exampleText)![1];
const withBroker = (lines: string) =>
  exampleText.replace(brokerLines, () => lines);

/** Makes a change, and lets the sops program confirm it; lines as `diff` has them, without those of the MAC. */
async function change(text: string, wanted: SopsChange) {
  const before = await open(text);
  const after = await changeSopsText(before, wanted, { clock });
  const { removed, added } = lineDiff(text, after.text);
  expect(removed.splice(-2).join()).toMatch(/lastmodified: .*,.*mac: /s);
  expect(added.splice(-2)).toEqual([
    expect.stringMatching(/^ {2}lastmodified: "2031-02-03T04:05:06Z"\r?$/),
    expect.stringMatching(/^ {2}mac: ENC\[AES256_GCM,.*,type:str\]\r?$/),
  ]);
  expect((await open(after.text)).data).toEqual(after.data);
  const real = sops?.decryptToJson(after.text, exampleKey);
  expect(real ?? toJson(after.data)).toEqual(toJson(after.data));
  const shown = added.map(line => line.replace(ciphertext, '(new)'));
  return { removed, added: shown, data: after.data, after };
}

describe('setting a value', () => {
  it('changes three lines, and nothing else of the file', async () => {
    const { after, removed, added } = await change(exampleText, token);
    const expected = structuredClone(exampleData);
    expected.integrations.gitlab[1].token = 'glpat-canary-new';
    expect(after.data).toEqual(expected);
    expect(removed).toEqual([expect.stringMatching(/^ {6}token: ENC\[/)]);
    expect(added).toEqual(['      token: (new)']);
    const { lastModified, ...metadata } = after.metadata;
    expect(lastModified).toBe('2031-02-03T04:05:06Z');
    const { metadata: old } = await open(exampleText);
    expect({ ...metadata, lastModified: old.lastModified }).toEqual(old);
  });

  it('leaves what was opened as it was, and shows nothing that it should not', async () => {
    const before = await open(exampleText);
    const after = await changeSopsText(before, token);
    expect(before.data).toEqual(exampleData);
    expect(before.text).toBe(exampleText);
    expect(everythingShown(after)).not.toContain('canary');
    expect(everythingShown(after)).not.toContain('ENC[');
    expect(Object.isFrozen(after.data)).toBe(true);
  });

  it('takes a new nonce of 32 bytes each time, for the value and for the MAC', async () => {
    const before = await open(exampleText);
    const nonces = new Set<string>();
    for (let run = 0; run < 20; run++) {
      const { text } = await changeSopsText(before, token, { clock });
      const { added } = lineDiff(exampleText, text);
      for (const [, iv] of added.join('\n').matchAll(/,iv:([^,]*),/g)) {
        expect(Buffer.from(iv, 'base64')).toHaveLength(32);
        nonces.add(iv);
      }
    }
    expect(nonces.size).toBe(40);
  });

  it('says the present time unless it is given another clock', async () => {
    const start = Math.floor(Date.now() / 1000) * 1000;
    const after = await changeSopsText(await open(exampleText), token);
    const time = Date.parse(after.metadata.lastModified);
    expect(time).toBeGreaterThanOrEqual(start);
    expect(time).toBeLessThanOrEqual(Date.now());
    expect(after.metadata.lastModified).toMatch(/:\d\dZ$/);
  });

  it('can be repeated on its own result', async () => {
    let text = await open(exampleText);
    for (const value of ['one', 'two', 'two']) {
      text = await changeSopsText(text, { set: broker, to: value }, { clock });
      expect(text.data.gitlabTokens).toEqual({ broker: { token: value } });
    }
    expect(toJson((await open(text.text)).data)).toEqual(toJson(text.data));
  });

  it.each([
    ['one character', 'x'],
    ['what YAML would take for something else', 'null'],
    ['a number', '0x1F'],
    ['what looks like a ciphertext', 'ENC[AES256_GCM,data:x]'],
    ['quotes, backslashes and colons', `'"\\: #{}[],&*!|>%@\``],
    ['spaces around it', '  a b  '],
    ['letters of all kinds', 'ß–😀\u2028\u0600'],
    ['50,000 characters', 'x'.repeat(50_000)],
  ])('writes %s exactly', async (_what, to) => {
    const { data } = await change(exampleText, { set: broker, to });
    expect(data.gitlabTokens).toEqual({ broker: { token: to } });
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['both', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
    ['a marker in front', (text: string) => `---\n${text}`],
    [
      'comments and blank lines',
      (text: string) =>
        text.replace(/^( +)(token|lastmodified)/gm, '\n$1# one\n$1$2'),
    ],
  ])('keeps %s', async (_what, dress) => {
    const text = dress(exampleText);
    const { after, added, removed } = await change(text, token);
    expect([removed.length, added.length]).toEqual([1, 1]);
    expect(after.text.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
    expect(after.text.split('\r').length).toBe(text.split('\r').length);
    expect(after.text.endsWith('\n')).toBe(text.endsWith('\n'));
    const { added: all } = await change(text, {
      set: ['new', 'token'],
      to: 'x',
    });
    expect(all.map(line => line.trimEnd())).toEqual(['new:', '  token: (new)']);
  });

  it.each([
    ['double quotes', `token: "${brokerCiphertext}"`, '    token: "(new)"'],
    ['single quotes', `token: '${brokerCiphertext}'`, `    token: '(new)'`],
    [
      'a comment behind it',
      `token: ${brokerCiphertext} # ours`,
      '    token: (new) # ours',
    ],
    [
      'a key in quotes',
      `"token" :   ${brokerCiphertext}`,
      '    "token" :   (new)',
    ],
    [
      'the value on the next line',
      `token:\n      ${brokerCiphertext}`,
      '      (new)',
    ],
    ['a long key', `? token\n    : ${brokerCiphertext}`, '    : (new)'],
    ['an empty text', 'token: ""', '    token: (new)'],
    ['null', 'token: null', '    token: (new)'],
    ['nothing', 'token:', '    token: (new)'],
    [
      'nothing, and a comment',
      'token:   # later',
      '    token: (new)   # later',
    ],
    ['nothing, and comments below', 'token:\n    # later', '    token: (new)'],
  ])('keeps how the value was written: %s', async (_how, line, expected) => {
    const text = withBroker(`gitlabTokens:\n  broker:\n    ${line}\n`);
    // An empty value changes the MAC.
    const source = line.includes('ENC')
      ? text
      : await signedWithoutBroker(text);
    const { added } = await change(source, { set: broker, to: 'new' });
    expect(added).toEqual([expected]);
  });
});

describe('adding a value', () => {
  it.each([
    ['to a map', { set: ['clear', 'token'], to: 'new' }, ['  token: (new)']],
    [
      'to a list item',
      { set: ['integrations', 'gitlab', 0, 'x', 'token'], to: 'new' },
      ['      x:', '        token: (new)'],
    ],
    [
      'in the middle of the file',
      { set: ['gitlabTokens', 'reader', 'token'], to: 'new' },
      ['  reader:', '    token: (new)'],
    ],
    [
      'at the top, above the sops section',
      { set: ['token2', 'token'], to: 'new' },
      ['token2:', '  token: (new)'],
    ],
    [
      'below keys that need quotes',
      { set: ['clear', 'yes', 'null', '1.5', 'a: b', '"', 'token'], to: 'new' },
      [
        '  "yes":',
        '    "null":',
        '      "1.5":',
        '        "a: b":',
        '          "\\"":',
        '            token: (new)',
      ],
    ],
  ] satisfies [string, SopsChange, string[]][])(
    '%s writes it behind the last key',
    async (_where, wanted, lines) => {
      const { removed, added, data } = await change(exampleText, wanted);
      expect({ removed, added }).toEqual({ removed: [], added: lines });
      const found = wanted.set.reduce<unknown>(
        (value, key) => (value as { [key: string | number]: unknown })[key],
        data,
      );
      expect(found).toBe('new');
    },
  );

  it.each([
    ['no map', '', ['gitlabTokens:', '  broker:', '    token: (new)']],
    [
      'nothing in the map',
      'gitlabTokens:\n',
      ['  broker:', '    token: (new)'],
    ],
    [
      'nothing in it, and comments',
      'gitlabTokens: # ours\n  # later\n',
      ['  broker:', '    token: (new)'],
    ],
    [
      'null in it',
      'gitlabTokens:\n  broker: null # later\n',
      ['  broker: # later', '    token: (new)'],
    ],
    [
      'an empty map in brackets',
      'gitlabTokens: {} # later\n',
      ['gitlabTokens: { broker: { token: "(new)" } } # later'],
    ],
    [
      'an empty map on its own line',
      'gitlabTokens:\n  broker:\n    {}\n',
      ['    { token: "(new)" }'],
    ],
    [
      'an empty value in brackets',
      'gitlabTokens: { broker: { token: } }\n',
      ['gitlabTokens: { broker: { token: "(new)" } }'],
    ],
    [
      'only a key in brackets',
      'gitlabTokens: {broker: {token}}\n',
      ['gitlabTokens: {broker: {token: "(new)"}}'],
    ],
    [
      'null in brackets',
      'gitlabTokens: {broker: null, a: ""}\n',
      ['gitlabTokens: {broker: { token: "(new)" }, a: ""}'],
    ],
    [
      'other keys in brackets',
      'gitlabTokens: {broker: {a: "", b: ~,},}\n',
      ['gitlabTokens: {broker: {a: "", b: ~, token: "(new)",},}'],
    ],
  ])('works where there is %s', async (_what, lines, expected) => {
    const text = await signedWithoutBroker(withBroker(lines));
    const { added, data } = await change(text, { set: broker, to: 'new' });
    expect(added).toEqual(expected);
    expect(data.gitlabTokens).toMatchObject({ broker: { token: 'new' } });
  });

  it('finds the item of a list in which comments are encrypted by its place among the data', async () => {
    if (!sops) return;
    const plain =
      'list:\n  # one\n  - host: a\n  # two\n  # three\n  - host: b\n    token: old\n';
    const recipient = /age1\w+/.exec(exampleText)![0];
    const text = sops.encrypt(plain, { age: recipient });
    expect(text).toMatch(/- ENC\[.*type:comment\]/);
    const after = await change(text.replace(/^ {2}(?= )/gm, ''), {
      set: ['list', 1, 'token'],
      to: 'new',
    });
    expect(after.data).toEqual({
      list: [{ host: 'a' }, { host: 'b', token: 'new' }],
    });
    expect(sops.decrypt(after.after.text, exampleKey)).toMatch(
      /# one\n +- host: a\n +# two\n +# three\n +- host: b\n +token: new\n/,
    );
  });
});

describe('removing a value', () => {
  it.each([
    [
      'in the middle',
      exampleText,
      { remove: ['integrations', 'gitlab', 0, 'apiBaseUrl'] },
      [],
      1,
    ],
    [
      'at the end of a list item',
      exampleText,
      { remove: ['integrations', 'gitlab', 0, 'token'] },
      [],
      1,
    ],
    [
      'behind the dash of a list item',
      exampleText,
      { remove: ['integrations', 'gitlab', 0, 'host'] },
      ['    - apiBaseUrl: https://gitlab.example.com/api/v4'],
      2,
    ],
    ['the only one of its map', exampleText, { remove: broker }, ['    {}'], 1],
    [
      'the only one in brackets',
      withBroker(`gitlabTokens: {broker: {token: "${brokerCiphertext}"}}\n`),
      { remove: broker },
      ['gitlabTokens: {broker: {}}'],
      1,
    ],
    [
      'the first in brackets',
      withBroker(
        `gitlabTokens: {broker: {token: "${brokerCiphertext}", a: "" }}\n`,
      ),
      { remove: broker },
      ['gitlabTokens: {broker: {a: "" }}'],
      1,
    ],
    [
      'the last in brackets',
      withBroker(
        `gitlabTokens: {broker: {a: "", token: "${brokerCiphertext}" }}\n`,
      ),
      { remove: broker },
      ['gitlabTokens: {broker: {a: "" }}'],
      1,
    ],
  ] as [string, string, SopsChange, string[], number][])(
    '%s takes its line out',
    async (_where, text, wanted, lines, gone) => {
      const { added, removed, data } = await change(text, wanted);
      expect(added).toEqual(lines);
      expect(removed).toHaveLength(gone);
      const { remove } = wanted as { remove: string[] };
      const map = remove
        .slice(0, -1)
        .reduce(
          (value, key) => (value as { [key: string]: SopsValue })[key],
          data as SopsValue,
        );
      expect(map).not.toHaveProperty(remove.at(-1)!);
    },
  );

  it('is undone by adding it again', async () => {
    const removed = await changeSopsText(await open(exampleText), {
      remove: broker,
    });
    const added = await changeSopsText(removed, {
      set: broker,
      to: 'glpat-canary-broker',
    });
    expect(added.data).toEqual(exampleData);
  });
});

describe('a change is refused', () => {
  const at = (...set: (string | number)[]): SopsChange => ({
    set,
    to: 'canary',
  });

  it.each([
    [
      'a value that the rule leaves in clear',
      at('clear', 'note'),
      'VALUE_WOULD_BE_CLEAR',
    ],
    [
      'a new value that it would leave in clear',
      at('clear', 'new'),
      'VALUE_WOULD_BE_CLEAR',
    ],
    [
      'a new map that it would leave in clear',
      at('a', 'b'),
      'VALUE_WOULD_BE_CLEAR',
    ],
    ['an empty value', { set: broker, to: '' }, 'VALUE_INVALID'],
    ['a line break', { set: broker, to: 'canary\n' }, 'VALUE_INVALID'],
    ['a NUL', { set: broker, to: 'canary\0' }, 'VALUE_INVALID'],
    [
      'a control character of Latin-1',
      { set: broker, to: 'canary\x85' },
      'VALUE_INVALID',
    ],
    [
      'half a surrogate pair',
      { set: broker, to: 'canary\ud800' },
      'VALUE_INVALID',
    ],
    ['no text', { set: broker, to: 7 as never }, 'VALUE_INVALID'],
    ['a list', at('token', 'names'), 'TARGET_NOT_A_VALUE'],
    ['a map', at('token'), 'TARGET_NOT_A_VALUE'],
    ['the removal of a map', { remove: ['clear'] }, 'TARGET_NOT_A_VALUE'],
    ['an item behind the list', at('token', 'names', 2), 'TARGET_NOT_FOUND'],
    ['a position that is text', at('token', 'names', '0'), 'TARGET_NOT_FOUND'],
    ['a position in a map', at('token', 0), 'TARGET_NOT_FOUND'],
    ['a way through a value', at('token', 'enabled', 'x'), 'TARGET_NOT_FOUND'],
    [
      'a way through an encrypted text',
      at('token', 'names', 0, 'x'),
      'TARGET_NOT_FOUND',
    ],
    [
      'the removal of what is not there',
      { remove: ['clear', 'x'] },
      'TARGET_NOT_FOUND',
    ],
    [
      'the removal of a list item',
      { remove: ['token', 'names', 0] },
      'CHANGE_UNSUPPORTED',
    ],
    ['nowhere', at(), 'TARGET_NOT_FOUND'],
    ['the sops section', at('sops', 'token'), 'TARGET_NOT_FOUND'],
    ['its removal', { remove: ['sops', 'mac'] }, 'TARGET_NOT_FOUND'],
    [
      'a key with a special meaning',
      at('token', '__proto__'),
      'CHANGE_NOT_VERIFIED',
    ],
    ['a key that is no text', at('token', '\ud800'), 'CHANGE_NOT_VERIFIED'],
  ] as [string, SopsChange, SopsErrorCode][])(
    'for %s',
    async (_what, wanted, code) => {
      const opened = await open(exampleText);
      const error = await errorOf(changeSopsText(opened, wanted));
      expect(error.code).toBe(code);
      expect(error.message).toBe(`${error.what} ${error.remedy}`);
      expect(error.remedy).toMatch(/^[A-Z].*\.$/);
    },
  );

  it.each([
    [
      'a block',
      `gitlabTokens:\n  broker:\n    token: |-\n      ${brokerCiphertext}\n`,
      'CHANGE_UNSUPPORTED',
    ],
    [
      'a tag',
      `gitlabTokens:\n  broker:\n    token: !!str ${brokerCiphertext}\n`,
      'CHANGE_UNSUPPORTED',
    ],
    [
      'several lines',
      `gitlabTokens:\n  broker:\n    token: "${brokerCiphertext.slice(
        0,
        60,
      )}\\\n      ${brokerCiphertext.slice(60)}"\n`,
      'CHANGE_NOT_VERIFIED',
    ],
  ] as [string, string, SopsErrorCode][])(
    'where the value is written as %s',
    async (_how, lines, code) => {
      const opened = await open(withBroker(lines));
      const error = await errorOf(
        changeSopsText(opened, { set: broker, to: 'canary' }),
      );
      expect(error.code).toBe(code);
    },
  );

  it('where a comment stands beside the only thing that could move up to the dash', async () => {
    const text = exampleText.replace(
      'gitlab.example.com\n',
      'gitlab.example.com # canary\n',
    );
    const error = await errorOf(
      changeSopsText(await open(text), {
        remove: ['integrations', 'gitlab', 0, 'host'],
      }),
    );
    expect(error.code).toBe('CHANGE_UNSUPPORTED');
  });

  it('where it would put another value under a rule on comments', async () => {
    if (!sops) return;
    const text = sops.encrypt('# secret\na: x\nb: y\nc: z\n', {
      age: /age1\w+/.exec(exampleText)![0],
      encrypted_comment_regex: 'secret',
    });
    const opened = await open(text);
    const error = await errorOf(changeSopsText(opened, { remove: ['a'] }));
    expect(error.code).toBe('CHANGE_NOT_VERIFIED');
    const changed = await changeSopsText(opened, { set: ['a'], to: 'new' });
    expect(sops.decryptToJson(changed.text, exampleKey)).toEqual({
      a: 'new',
      b: 'y',
      c: 'z',
    });
  });
});

/** A text in which the broker's token is missing or empty, with the MAC that it needs. */
async function signedWithoutBroker(text: string): Promise<string> {
  const removed = await changeSopsText(
    await open(exampleText),
    { remove: broker },
    { clock: () => new Date('2030-01-01T00:00:00Z') },
  );
  const signature = /^ {2}(?:lastmodified|mac): .*$/gm;
  const lines = removed.text.match(signature)!;
  return text.replace(signature, () => lines.shift()!);
}
