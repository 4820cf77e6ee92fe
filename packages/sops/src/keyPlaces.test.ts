import {
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AgeIdentities,
  findAgeIdentities,
  isLocked,
  openSopsFile,
  openSopsText,
} from '.';
import {
  errorOf,
  everythingShown,
  exampleData,
  exampleIdentities,
  exampleKey,
  exampleText,
} from './__fixtures__/example';

describe('findAgeIdentities', () => {
  let home: string;
  const write = (path: string, text: string) => {
    const file = join(home, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const find = (
    environment: Record<string, string> = {},
    platform: NodeJS.Platform = 'linux',
  ) => findAgeIdentities({ environment, homeDirectory: home, platform });

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'sops-keys-'));
  });

  afterEach(() => rmSync(home, { recursive: true }));

  it('finds nothing in an empty home, and says where it looked', async () => {
    const identities = await find();
    expect(identities.count).toBe(0);
    expect(identities.places).toEqual([
      { name: 'SOPS_AGE_KEY', state: 'not set' },
      { name: 'SOPS_AGE_KEY_FILE', state: 'not set' },
      { name: `${home}/.config/sops/age/keys.txt`, state: 'no such file' },
    ]);
    const error = await errorOf(openSopsText(exampleText, { identities }));
    expect(error.code).toBe('NO_KEY');
    expect(error.message).toContain(`${home}/.config/sops/age/keys.txt`);
  });

  it.each<[string, NodeJS.Platform, string, Record<string, string>]>([
    ['the home directory', 'linux', '.config', {}],
    ['$XDG_CONFIG_HOME', 'linux', 'xdg', { XDG_CONFIG_HOME: 'xdg' }],
    ['the library of a Mac', 'darwin', 'Library/Application Support', {}],
    ['$XDG_CONFIG_HOME of a Mac', 'darwin', 'xdg', { XDG_CONFIG_HOME: 'xdg' }],
    ['%APPDATA% of Windows', 'win32', 'roaming', { APPDATA: 'roaming' }],
  ])('finds keys.txt in %s', async (_place, platform, folder, variables) => {
    const file = write(`${folder}/sops/age/keys.txt`, exampleKey);
    const environment = Object.fromEntries(
      Object.entries(variables).map(([name, path]) => [name, join(home, path)]),
    );
    const identities = await find(environment, platform);
    expect(identities.places).toContainEqual({ name: file, state: '1 key' });
    const opened = await openSopsText(exampleText, { identities });
    expect(opened.data).toEqual(exampleData);
  });

  it('takes keys from both variables and the file together', async () => {
    const other = await generateX25519Identity();
    const quantum = await generateHybridIdentity();
    write('.config/sops/age/keys.txt', `# mine\n\n${exampleKey}`);
    const identities = await find({
      SOPS_AGE_KEY: `${other}\n${quantum}\n`,
      SOPS_AGE_KEY_FILE: write('server.agekey', `${other}\r\n`),
    });
    expect(identities.count).toBe(4);
    const recipients = await identities.recipients();
    expect(recipients).toHaveLength(3);
    expect(recipients[1]).toMatch(/^age1pq1/);
    expect(everythingShown(identities)).not.toContain('AGE-SECRET-KEY');
    const opened = await openSopsText(exampleText, { identities });
    expect(opened.data).toEqual(exampleData);
  });

  it('knows the recipient of each of many keys, however often they are read', async () => {
    const keys = await Promise.all(
      Array.from({ length: 150 }, generateX25519Identity),
    );
    const wanted = await Promise.all(keys.map(identityToRecipient));
    for (const text of [keys, keys, [...keys].reverse()]) {
      const identities = AgeIdentities.parse(text.join('\n'), 'many');
      const recipients = await identities.recipients();
      expect([...recipients].sort()).toEqual([...wanted].sort());
      const last = await identities.decrypterFor(wanted[149]);
      const encrypter = new Encrypter();
      encrypter.addRecipient(wanted[149]);
      const sealed = await encrypter.encrypt('for the last');
      expect(await last!.decrypt(sealed, 'text')).toBe('for the last');
    }
  });

  it('says that the keys found are not among the recipients', async () => {
    const key = await generateX25519Identity();
    const identities = await find({ SOPS_AGE_KEY: key });
    const error = await errorOf(openSopsText(exampleText, { identities }));
    expect(error.code).toBe('WRONG_KEY');
    expect(isLocked(error)).toBe(true);
    expect(error.places?.[0]).toMatch(/^SOPS_AGE_KEY_FILE: not set$/);
    expect(error.places).toContain('SOPS_AGE_KEY: 1 key');
    expect(everythingShown(error)).not.toContain(key.slice(0, 22));
  });

  it.each([
    ['SOPS_AGE_KEY', { SOPS_AGE_KEY: 'canary' }, 'KEY_MALFORMED'],
    [
      'a file that is no file',
      { SOPS_AGE_KEY_FILE: '/' },
      'KEY_FILE_UNREADABLE',
    ],
    ['a command', { SOPS_AGE_KEY_CMD: 'touch canary' }, 'UNSUPPORTED_KEY_KIND'],
  ])('tells what is wrong with %s', async (_what, environment, code) => {
    const identities = await find(environment);
    const error = await errorOf(openSopsText(exampleText, { identities }));
    expect(error.code).toBe(code);
    expect(isLocked(error)).toBe(true);
  });

  it('does not print a key that was put where a path belongs', async () => {
    const key = await generateX25519Identity();
    const identities = await find({ SOPS_AGE_KEY_FILE: key });
    const error = await errorOf(openSopsText(exampleText, { identities }));
    expect(error.code).toBe('KEY_MALFORMED');
    expect(error.message).toContain('put it into SOPS_AGE_KEY');
    expect(everythingShown(error)).not.toContain(key.slice(0, 20));
  });

  it('does not let a bad place spoil a good one', async () => {
    write('.config/sops/age/keys.txt', `oops\n${exampleKey}`);
    const identities = await find({ SOPS_AGE_KEY_FILE: join(home, 'missing') });
    expect(identities.places).toContainEqual({
      name: `${home}/.config/sops/age/keys.txt`,
      state: 'line 1 is not an age identity',
      problem: 'KEY_MALFORMED',
    });
    const opened = await openSopsText(exampleText, { identities });
    expect(opened.data).toEqual(exampleData);
  });

  it('is what a file is opened with if no keys are given', async () => {
    const file = write('dev.enc.yaml', exampleText);
    const { SOPS_AGE_KEY } = process.env;
    try {
      process.env.SOPS_AGE_KEY = exampleKey;
      expect((await openSopsFile(file)).data).toEqual(exampleData);
    } finally {
      if (SOPS_AGE_KEY === undefined) delete process.env.SOPS_AGE_KEY;
      else process.env.SOPS_AGE_KEY = SOPS_AGE_KEY;
    }
    expect(exampleIdentities().count).toBe(1);
  });
});
