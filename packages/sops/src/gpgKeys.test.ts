import { Decrypter, armor } from 'age-encryption';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import {
  AgeIdentities,
  isLocked,
  openSopsText,
  type KeyProgramOptions,
} from '.';
import {
  errorOf,
  everythingShown,
  exampleData,
  exampleIdentities,
  exampleKey,
  exampleText,
} from './__fixtures__/example';
import { makeGpgHome, type GpgHome } from './__fixtures__/gpgHome';
import { Workplace } from './__fixtures__/programs';
import { findRealSops } from './__fixtures__/realSops';

// For a busy machine.
jest.setTimeout(60_000);

const PASSPHRASE = 'canary passphrase';
const NONE = AgeIdentities.parse('', 'nowhere');
const NOBODY = 'A'.repeat(40);

/** The example's data key, from its age recipient. */
async function exampleDataKey(): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(/^AGE-SECRET-KEY-.*$/m.exec(exampleKey)![0]);
  const [{ enc }] = parse(exampleText).sops.age;
  return Buffer.from(await decrypter.decrypt(armor.decode(enc)));
}

/** The example with other recipients. */
function exampleFor(recipients: object): string {
  const { sops } = parse(exampleText);
  const { age: _age, ...rest } = sops;
  return exampleText.replace(
    /^sops:\n[^]*$/m,
    stringify({ sops: { ...recipients, ...rest } }, { lineWidth: 0 }),
  );
}

const home = makeGpgHome();

(home ? describe : describe.skip)('a file for PGP keys', () => {
  const { environment, gpg, endAgent, remove } = home ?? ({} as GpgHome);
  let workplace: Workplace;
  /** The fingerprints of a key without and of one with a passphrase. */
  let open: string;
  let guarded: string;

  const makeKey = (name: string, passphrase: string) => {
    const batch = ['--pinentry-mode', 'loopback', '--passphrase', passphrase];
    gpg([...batch, '--quick-generate-key', name, 'rsa2048', 'cert', 'never']);
    const list = gpg(['--with-colons', '--list-keys', name]);
    const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(list)![1];
    gpg([...batch, '--quick-add-key', fingerprint, 'rsa2048', 'encr', 'never']);
    return fingerprint;
  };
  const seal = async (fingerprint: string) => ({
    fp: fingerprint,
    created_at: '2026-01-02T03:04:05Z',
    enc: gpg(
      ['--trust-model', 'always', '--armor', '-r', fingerprint, '--encrypt'],
      await exampleDataKey(),
    ),
  });
  const decrypt = (
    text: string,
    programs: KeyProgramOptions = {},
    identities = NONE,
  ) =>
    openSopsText(text, {
      identities,
      programs: { environment, sops: false, ...programs },
    });
  /** gpg, noting each start and what it finds in its environment. */
  const watched = () =>
    workplace.script(
      'gpg',
      `echo "$@" >> '${workplace.directory}/starts'`,
      `env >> '${workplace.directory}/environment'`,
      'exec gpg "$@"',
    );

  beforeAll(() => {
    open = makeKey('open@example.com', '');
    guarded = makeKey('guarded@example.com', PASSPHRASE);
  });

  beforeEach(() => {
    workplace = new Workplace();
  });

  afterEach(() => workplace.remove());
  afterAll(remove);

  it('opens with gpg, which gets nothing that it does not need', async () => {
    const text = exampleFor({ pgp: [await seal(open)] });
    const opened = await decrypt(text, {
      gpg: watched(),
      environment: {
        ...environment,
        SOPS_AGE_KEY: 'canary-key',
        GPG_TTY: '/dev/pts/0',
        DISPLAY: ':0',
      },
    });
    expect(opened.data).toEqual(exampleData);
    expect(opened.metadata.recipients).toEqual([
      { kind: 'pgp', name: open, keyGroup: 0 },
    ]);
    const seen = workplace.read('environment');
    expect(seen).toContain('GNUPGHOME=');
    expect(seen).not.toMatch(/canary|GPG_TTY|DISPLAY/);
    expect(workplace.read('starts')).not.toContain('PGP MESSAGE');
    // Where there is a display, a prompt would come up on it.
    expect(workplace.read('starts')).toMatch(
      /--pinentry-mode error .*--decrypt/,
    );
  });

  it('is opened by the gpg that SOPS_GPG_EXEC names', async () => {
    const text = exampleFor({ pgp: [await seal(open)] });
    const opened = await decrypt(text, {
      environment: { ...environment, SOPS_GPG_EXEC: watched() },
    });
    expect(opened.data).toEqual(exampleData);
    expect(workplace.read('starts')).toContain('--decrypt');
  });

  it('does not start gpg when an age key opens it, nor when the file is bad', async () => {
    const { age } = parse(exampleText).sops;
    const programs = { gpg: watched() };
    const text = exampleFor({ age, pgp: [await seal(open)] });
    const opened = await decrypt(text, programs, exampleIdentities());
    expect(opened.data).toEqual(exampleData);

    const pgpOnly = exampleFor({ pgp: [await seal(open)] });
    for (const [bad, code] of [
      [`clear: 1\n${pgpOnly}`, 'DUPLICATE_KEY'],
      [pgpOnly.replace(/token: ENC.*/, 'token: glpat-x'), 'VALUE_IN_CLEAR'],
      [pgpOnly.replace(/^ {2}mac: .*$/m, ''), 'MAC_MISSING'],
      [`a: &x b\nc: *x\n${pgpOnly}`, 'UNSUPPORTED_YAML'],
    ]) {
      expect((await errorOf(decrypt(bad, programs))).code).toBe(code);
    }
    expect(workplace.read('starts')).toBe('');
  });

  it('opens with the key that is here, whoever else it is for', async () => {
    const mine = await seal(open);
    const text = exampleFor({ pgp: [{ ...mine, fp: NOBODY }, mine] });
    expect((await decrypt(text)).data).toEqual(exampleData);
    const spaced = open.replace(/(.{4})/g, '$1 ').trim();
    for (const fp of [open.toLowerCase(), spaced, open.slice(-16)]) {
      const renamed = exampleFor({ pgp: [{ ...mine, fp }] });
      expect((await decrypt(renamed)).data).toEqual(exampleData);
    }
  });

  it('says whether a passphrase is missing, and opens once the agent has it', async () => {
    const stanza = await seal(guarded);
    const text = exampleFor({ pgp: [stanza] });
    endAgent();
    const error = await errorOf(decrypt(text));
    expect(error.code).toBe('PASSPHRASE_NEEDED');
    expect(isLocked(error)).toBe(true);

    const batch = ['--pinentry-mode', 'loopback', '--passphrase', PASSPHRASE];
    gpg([...batch, '--decrypt'], stanza.enc);
    expect((await decrypt(text)).data).toEqual(exampleData);
    endAgent();
  });

  it('says that the key of no recipient is here', async () => {
    const stanza = await seal(open);
    const text = exampleFor({ pgp: [{ ...stanza, fp: NOBODY }] });
    const error = await errorOf(decrypt(text));
    expect(error.code).toBe('WRONG_KEY');
    expect(error.recipients).toEqual([NOBODY]);

    const empty = join(workplace.directory, 'g');
    mkdirSync(empty, { mode: 0o700 });
    const nothing = await errorOf(
      decrypt(text, { environment: { ...environment, GNUPGHOME: empty } }),
    );
    expect(nothing.code).toBe('NO_KEY');
    expect(isLocked(nothing)).toBe(true);
  });

  it('refuses a damaged message, and one that is for somebody else', async () => {
    const stanza = await seal(open);
    const [body] = /^[\w+/].*(?=\n=)/m.exec(stanza.enc)!;
    const damaged = stanza.enc.replace(body, `AAAA${body.slice(4)}`);
    const text = exampleFor({ pgp: [{ ...stanza, enc: damaged }] });
    expect(await codeOf(decrypt(text))).toBe('DATA_KEY_INVALID');
    const noMessage = exampleFor({ pgp: [{ ...stanza, enc: 'nothing' }] });
    expect(await codeOf(decrypt(noMessage))).toBe('DATA_KEY_INVALID');
    const short = gpg(
      ['--trust-model', 'always', '--armor', '-r', open, '--encrypt'],
      'too short',
    );
    const other = exampleFor({ pgp: [{ ...stanza, enc: short }] });
    expect(await codeOf(decrypt(other))).toBe('DATA_KEY_INVALID');
  });

  it('does not start gpg more often than is reasonable', async () => {
    endAgent();
    const stanza = await seal(guarded);
    const text = exampleFor({
      pgp: Array.from({ length: 500 }, () => ({ ...stanza })),
    });
    expect(await codeOf(decrypt(text, { gpg: watched() }))).toBe(
      'PASSPHRASE_NEEDED',
    );
    expect(workplace.read('starts').trim().split('\n')).toHaveLength(6);
  });

  it('says what is wrong with gpg, and never what it printed', async () => {
    const text = exampleFor({ pgp: [await seal(open)] });
    const cases: [string, KeyProgramOptions][] = [
      ['PROGRAM_NOT_FOUND', { gpg: join(workplace.directory, 'nothing') }],
      ['PROGRAM_NOT_FOUND', { environment: { PATH: workplace.directory } }],
      ['PROGRAM_NOT_FOUND', { environment: { PATH: 'relative:' } }],
      ['PROGRAM_NOT_EXECUTABLE', { gpg: workplace.write('plain', '') }],
      [
        'PROGRAM_NOT_EXECUTABLE',
        { gpg: workplace.executable('broken', '#!/no/such/program\n') },
      ],
      [
        'PROGRAM_TIMED_OUT',
        { gpg: workplace.script('slow', 'sleep 60'), timeoutMilliseconds: 300 },
      ],
      ['PROGRAM_FAILED', { gpg: workplace.script('endless', 'yes canary') }],
      [
        'PROGRAM_FAILED',
        {
          gpg: workplace.script('loud', 'echo canary; echo canary >&2; exit 2'),
        },
      ],
      [
        'PROGRAM_FAILED',
        { environment: { ...environment, GNUPGHOME: '/no/such/directory' } },
      ],
      ['NO_AGE_RECIPIENT', { gpg: false }],
    ];
    for (const [code, programs] of cases) {
      const error = await errorOf(decrypt(text, programs));
      expect({ code: error.code, programs }).toEqual({ code, programs });
      expect(isLocked(error)).toBe(true);
      expect(everythingShown(error)).not.toContain('canary');
    }
  });

  it('ends what gpg has started, when it takes too long', async () => {
    const text = exampleFor({ pgp: [await seal(open)] });
    const late = join(workplace.directory, 'late');
    const gpgWithChild = workplace.script(
      'gpg',
      `(sleep 1; touch '${late}') &`,
      'sleep 60',
    );
    const start = performance.now();
    const programs = { gpg: gpgWithChild, timeoutMilliseconds: 200 };
    expect(await codeOf(decrypt(text, programs))).toBe('PROGRAM_TIMED_OUT');
    expect(performance.now() - start).toBeLessThan(10_000);
    await new Promise(done => {
      setTimeout(done, 1500);
    });
    expect(existsSync(late)).toBe(false);
  });

  const sops = findRealSops();
  (sops ? describe : describe.skip)('and for an age key', () => {
    it('takes both to put its data key together', async () => {
      const identities = exampleIdentities();
      const [age] = await identities.recipients();
      const text = await workplace.encrypt(sops!.program, 'token: shared\n', {
        rule: {
          key_groups: [{ pgp: [open] }, { age: [age] }, { pgp: [guarded] }],
          shamir_threshold: 2,
        },
        environment,
      });
      const opened = await decrypt(text, {}, identities);
      expect(opened.data).toEqual({ token: 'shared' });

      endAgent();
      const error = await errorOf(decrypt(text));
      expect(error.code).toBe('NOT_ENOUGH_KEY_GROUPS');
      expect(error.message).toContain('the keys found open 1');
      expect(error.message).toContain('passphrase');
    });
  });
});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return (await errorOf(promise)).code;
}
