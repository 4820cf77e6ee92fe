import { inspect } from 'node:util';
import { AgeIdentities, isLocked, openSopsText } from '.';
import {
  errorOf,
  everythingShown,
  exampleData,
  exampleIdentities,
  exampleKey,
  exampleSecrets,
  exampleText,
} from './__fixtures__/example';
import { openedOf } from './SopsText';

const open = (text: string) =>
  openSopsText(text, { identities: exampleIdentities() });

describe('an opened SOPS text', () => {
  it('holds the data without the sops section, and the metadata', async () => {
    const { data, documents, metadata } = await open(exampleText);

    expect(data).toEqual(exampleData);
    expect(documents).toEqual([exampleData]);
    expect(metadata).toEqual({
      version: '3.12.2',
      lastModified: /lastmodified: "(.*)"/.exec(exampleText)![1],
      rule: { kind: 'encrypted_regex', pattern: '^token$' },
      macOnlyEncrypted: false,
      recipients: [
        { kind: 'age', name: /age1\w+/.exec(exampleText)![0], keyGroup: 0 },
      ],
      shamirThreshold: 1,
    });
  });

  it('shows neither values nor keys when it is printed, inspected or serialised', async () => {
    const opened = await open(exampleText);
    const shown = everythingShown(opened);

    expect(exampleSecrets.length).toBeGreaterThan(20);
    expect(exampleSecrets.filter(secret => shown.includes(secret))).toEqual([]);
    expect(shown).toContain('encrypted_regex');
    const keys = everythingShown(exampleIdentities());
    expect(keys).toContain('example.agekey');
    expect(keys).not.toContain('AGE-SECRET-KEY');
    const { dataKey } = openedOf(opened);
    const bytes = dataKey.export();
    for (const text of [shown, inspect(dataKey, { showHidden: true })]) {
      expect(text).not.toContain(bytes.toString('hex').slice(0, 8));
      expect(text).not.toContain(bytes.toString('base64').slice(0, 8));
    }
  });

  it('cannot be changed by whoever reads it', async () => {
    const { data, documents } = await open(exampleText);
    expect(() => documents.push({})).toThrow(TypeError);
    expect(() => {
      (data.clear as { count: number }).count = 8;
    }).toThrow(TypeError);
    expect(() => (data.token as { numbers: number[] }).numbers.push(1)).toThrow(
      TypeError,
    );
  });

  it('tells which values the rule keeps encrypted', async () => {
    const opened = await open(exampleText);
    for (const [path, isEncrypted] of [
      [['integrations', 'gitlab', 0, 'token'], true],
      [['integrations', 'gitlab', 1, 'token'], true],
      [['token', 'numbers', 1], true],
      [['integrations', 'gitlab', 0, 'host'], false],
      [['clear', 'count'], false],
      [['integrations', 'gitlab', 2, 'token'], false],
      [['integrations', 'gitlab'], false],
      [[], false],
    ] as const) {
      expect({ path, is: opened.isEncrypted(path) }).toEqual({
        path,
        is: isEncrypted,
      });
    }
  });

  it('is the same with other line ends, a byte order mark or a quoted value', async () => {
    for (const text of [
      exampleText.replaceAll('\n', '\r\n'),
      `\ufeff${exampleText}`,
      exampleText.replace(
        'host: gitlab.example.com',
        'host: "gitlab.example.com"',
      ),
      exampleText.replace(/lastmodified: "(.*)"/, 'lastmodified: $1'),
      `---\n${exampleText}`,
    ]) {
      expect((await open(text)).data).toEqual(exampleData);
    }
  });
});

describe('a SOPS text that cannot be decrypted here', () => {
  const other =
    'AGE-SECRET-KEY-1QQPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JQQPZ';

  it('names recipients and places, and counts as locked', async () => {
    const nothing = AgeIdentities.parse('', 'SOPS_AGE_KEY');
    const error = await errorOf(
      openSopsText(exampleText, { identities: nothing }),
    );
    expect(error.code).toBe('NO_KEY');
    expect(isLocked(error)).toBe(true);
    expect(error.recipients).toEqual([/age1\w+/.exec(exampleText)![0]]);
    expect(error.places).toEqual(['SOPS_AGE_KEY: no usable key']);
    expect(error.message).toContain(/age1\w+/.exec(exampleText)![0]);
  });

  it.each([
    ['a damaged key', exampleKey.trim().slice(0, -1), 'KEY_MALFORMED'],
    ['something else than a key', other, 'KEY_MALFORMED'],
    ['a key of a plugin', 'AGE-PLUGIN-YUBIKEY-1QQQQ', 'UNSUPPORTED_KEY_KIND'],
    [
      'an ssh key',
      '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n',
      'UNSUPPORTED_KEY_KIND',
    ],
    [
      'a key file with a passphrase',
      'age-encryption.org/v1\n-> scrypt',
      'UNSUPPORTED_KEY_KIND',
    ],
  ])('says what is wrong with %s', async (_kind, keys, code) => {
    const identities = AgeIdentities.parse(keys, 'keys.txt');
    const error = await errorOf(openSopsText(exampleText, { identities }));
    expect(error.code).toBe(code);
    expect(isLocked(error)).toBe(true);
    expect(everythingShown(error)).not.toContain(keys.slice(10, 30));
  });

  it('is opened all the same if one key fits', async () => {
    const identities = AgeIdentities.parse(
      `AGE-PLUGIN-X-1QQ\r\n\r\n# comment\r\n${exampleKey}`,
      'keys.txt',
    );
    const opened = await openSopsText(exampleText, { identities });
    expect(opened.data).toEqual(exampleData);
  });
});
