import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  AgeIdentities,
  changeSopsText,
  isLocked,
  openSopsText,
  type KeyProgramOptions,
} from '.';
import {
  errorOf,
  everythingShown,
  exampleIdentities,
} from './__fixtures__/example';
import { startKeyServices, type KeyServices } from './__fixtures__/keyServices';
import { Workplace } from './__fixtures__/programs';
import { findRealSops } from './__fixtures__/realSops';

// For a busy machine.
jest.setTimeout(60_000);

const NONE = AgeIdentities.parse('', 'nowhere');
const KMS_KEY =
  'arn:aws:kms:eu-north-1:111122223333:key/a219f9b1-f371-466a-9143-7adff993aa05';

/** An ssh key that was made for this test; sops reads private keys in PEM. */
function makeSshKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url');
  return {
    recipient: sshRecipient('ssh-ed25519', raw),
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** The same with a passphrase, in the one such format that OpenSSL writes and sops reads. */
function makeGuardedSshKey() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
  });
  const { e, n } = (publicKey as KeyObject).export({ format: 'jwk' });
  const modulus = Buffer.concat([Buffer.of(0), Buffer.from(n!, 'base64url')]);
  return {
    recipient: sshRecipient('ssh-rsa', Buffer.from(e!, 'base64url'), modulus),
    pem: privateKey
      .export({
        format: 'pem',
        type: 'pkcs1',
        cipher: 'aes-128-cbc',
        passphrase: 'canary',
      })
      .toString(),
  };
}

function sshRecipient(kind: string, ...fields: Buffer[]): string {
  const parts = [Buffer.from(kind), ...fields].flatMap(field => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    return [length, field];
  });
  return `${kind} ${Buffer.concat(parts).toString('base64')}`;
}

const sops = findRealSops();

(sops ? describe : describe.skip)('a file that only sops can open', () => {
  const program = sops?.program ?? '';
  const PATH = process.env.PATH ?? '';
  const plain =
    'token: glpat-canary\nbig: 9007199254740993\nsince: 2024-01-02\nhalf: 0.5\nlist:\n  # a comment\n  - {host: gitlab.com}\n';
  const data = {
    token: 'glpat-canary',
    big: 9007199254740993n,
    since: '2024-01-02T00:00:00Z',
    half: 0.5,
    list: [{ host: 'gitlab.com' }],
  };
  const ssh = makeSshKey();
  let workplace: Workplace;
  let services: KeyServices;
  /** A file for the ssh key. */
  let sshText: string;
  let sshKeyFile: string;
  /** Where requests to sops are made; nothing may stay there. */
  let TMPDIR: string;

  const decrypt = (text: string, programs: KeyProgramOptions) =>
    openSopsText(text, { identities: NONE, programs });
  const codeOf = async (promise: Promise<unknown>) =>
    (await errorOf(promise)).code;
  const withSsh = () => ({
    sops: program,
    environment: { PATH, TMPDIR, SOPS_AGE_SSH_PRIVATE_KEY_FILE: sshKeyFile },
  });
  const credentials = () => ({
    PATH,
    TMPDIR,
    HOME: workplace.directory,
    AWS_ACCESS_KEY_ID: 'canary-id',
    AWS_SECRET_ACCESS_KEY: 'canary-secret',
    AWS_ENDPOINT_URL: services.url,
    VAULT_TOKEN: 'canary-token',
    VAULT_ADDR: services.url,
  });
  const vaultKey = () => `${services.url}/v1/transit/keys/portal`;

  beforeEach(async () => {
    workplace = new Workplace();
    services = await startKeyServices();
    sshKeyFile = workplace.write('ssh-key', ssh.pem);
    sshText = await workplace.encrypt(program, plain, {
      rule: { age: ssh.recipient },
      environment: { PATH },
    });
    TMPDIR = join(workplace.directory, 'tmp');
    mkdirSync(TMPDIR);
  });

  afterEach(async () => {
    const left = readdirSync(TMPDIR).filter(name => name.startsWith('sops-'));
    await services.close();
    workplace.remove();
    if (left.length > 0) throw new Error(`left behind: ${left}`);
  });

  it('opens with an ssh key, every value as it is', async () => {
    const opened = await decrypt(sshText, withSsh());
    expect(opened.data).toEqual(data);
    expect(opened.metadata.recipients).toEqual([
      { kind: 'age', name: ssh.recipient, keyGroup: 0 },
    ]);
    expect(opened.isEncrypted(['list', 0, 'host'])).toBe(true);
    expect(everythingShown(opened)).not.toContain('canary');
  });

  it('is verified like any other', async () => {
    for (const [bad, code] of [
      [sshText.replace(/^big: .*\n/m, ''), 'MAC_MISMATCH'],
      [sshText.replace(/^half:/m, 'half2:'), 'VALUE_NOT_AUTHENTIC'],
    ]) {
      expect(await codeOf(decrypt(bad, withSsh()))).toBe(code);
    }
  });

  it('opens with the program that PATH leads to', async () => {
    workplace.script('sops', `exec '${program}' "$@"`);
    const { environment } = withSsh();
    const opened = await decrypt(sshText, {
      environment: {
        ...environment,
        PATH: `relative:${workplace.directory}:${PATH}`,
      },
    });
    expect(opened.data).toEqual(data);
  });

  it('opens with a plugin of age', async () => {
    const transform = require.resolve(
      '@backstage/cli/config/nodeTransform.cjs',
    );
    const plugin = require.resolve('./__fixtures__/agePlugin');
    workplace.script(
      'age-plugin-portal',
      `exec '${process.execPath}' --require '${transform}' '${plugin}' "$@"`,
    );
    const environment = { PATH: `${workplace.directory}:${PATH}`, TMPDIR };
    const text = await workplace.encrypt(program, plain, {
      rule: { age: 'age1portal1wphhyarpds0e9uq3' },
      environment,
    });
    const SOPS_AGE_KEY = 'AGE-PLUGIN-PORTAL-1WPHHYARPDS8YESSR';
    const opened = await decrypt(text, {
      sops: program,
      environment: { ...environment, SOPS_AGE_KEY },
    });
    expect(opened.data).toEqual(data);
    const without = { sops: program, environment };
    expect(await codeOf(decrypt(text, without))).toBe('NO_KEY');
  });

  it('does not open with another ssh key, nor waits for a passphrase', async () => {
    const guarded = makeGuardedSshKey();
    const text = await workplace.encrypt(program, plain, {
      rule: { age: guarded.recipient },
      environment: { PATH },
    });
    workplace.write('guarded.pub', guarded.recipient);
    for (const key of [makeSshKey().pem, guarded.pem]) {
      const error = await errorOf(
        decrypt(text, {
          sops: program,
          environment: {
            PATH,
            TMPDIR,
            HOME: workplace.directory,
            SOPS_AGE_SSH_PRIVATE_KEY_FILE: workplace.write('guarded', key),
          },
        }),
      );
      expect(error.code).toBe('NO_KEY');
      expect(isLocked(error)).toBe(true);
    }
  });

  it('opens with AWS KMS and with Vault; says when they refuse or are silent', async () => {
    const aws = { kms: KMS_KEY };
    const vault = { hc_vault_transit_uri: vaultKey() };
    for (const rule of [aws, vault]) {
      services.answer = 'rightly';
      const environment = credentials();
      const text = await workplace.encrypt(program, plain, {
        rule,
        environment,
      });
      const programs = { sops: program, environment };
      expect((await decrypt(text, programs)).data).toEqual(data);

      services.answer = 'denied';
      const denied = await errorOf(decrypt(text, programs));
      expect(denied.code).toBe('KEY_SERVICE_FAILED');
      expect(isLocked(denied)).toBe(true);

      services.answer = 'never';
      const silent = { ...programs, timeoutMilliseconds: 1500 };
      expect(await codeOf(decrypt(text, silent))).toBe('PROGRAM_TIMED_OUT');
    }
  });

  it('is changed with the same data key, for which nothing has to be encrypted', async () => {
    const environment = credentials();
    for (const rule of [
      { kms: KMS_KEY },
      { hc_vault_transit_uri: vaultKey() },
    ]) {
      const text = await workplace.encrypt(program, plain, {
        rule,
        environment,
      });
      services.requests.length = 0;
      const opened = await decrypt(text, { sops: program, environment });
      expect(services.requests).toEqual([
        expect.stringMatching(/Decrypt$|\/decrypt\//),
      ]);
      const to = 'glpat-canary-new';
      const next = await changeSopsText(opened, { set: ['token'], to });
      expect(services.requests).toHaveLength(1);
      expect(await workplace.decrypt(program, next.text, environment)).toBe(
        await workplace
          .decrypt(program, text, environment)
          .then(old => old.replace('glpat-canary', to)),
      );
    }
  });

  it('says when a key service cannot be reached', async () => {
    const environment = credentials();
    const text = await workplace.encrypt(program, plain, {
      rule: { hc_vault_transit_uri: vaultKey() },
      environment: { ...environment },
    });
    await services.close();
    const unreachable = { ...environment, VAULT_MAX_RETRIES: '0' };
    expect(
      await codeOf(decrypt(text, { sops: program, environment: unreachable })),
    ).toBe('KEY_SERVICE_FAILED');
  });

  it('does not send a Vault token to whatever server the file names', async () => {
    const environment = credentials();
    const text = await workplace.encrypt(program, plain, {
      rule: { hc_vault_transit_uri: vaultKey() },
      environment,
    });
    services.requests.length = 0;
    const foreign = 'https://vault.example.com:8200';
    const { port } = new URL(services.url);
    const cases: [string, string | undefined][] = [
      [text, foreign],
      [text, undefined],
      [text, ''],
      [text.replace('127.0.0.1', 'localhost'), services.url],
      [text.replace('127.0.0.1:', `vault.example.com@127.0.0.1:`), foreign],
      [text.replace(/engine_path: .*/, 'engine_path: ../sys'), services.url],
      [text.replace(/key_name: .*/, 'key_name: ../../sys/seal'), services.url],
      [text.replace(port, `${port}/v1/sys/seal?`), foreign],
    ];
    for (const [file, VAULT_ADDR] of cases) {
      const error = await errorOf(
        decrypt(file, {
          sops: program,
          environment: { ...environment, VAULT_ADDR },
        }),
      );
      expect(error.code).toBe('KEY_SERVICE_NOT_TRUSTED');
      expect(isLocked(error)).toBe(true);
    }
    expect(services.requests).toEqual([]);
  });

  it('does not ask for a KMS key whose address leads elsewhere', async () => {
    const environment = credentials();
    const text = await workplace.encrypt(program, plain, {
      rule: { kms: KMS_KEY },
      environment,
    });
    services.requests.length = 0;
    const bad = text.replace('eu-north-1', 'x.example.com/');
    expect(await codeOf(decrypt(bad, { sops: program, environment }))).toBe(
      'KEY_SERVICE_NOT_TRUSTED',
    );
    expect(services.requests).toEqual([]);
  });

  it('shares its data key between age, ssh, KMS and Vault', async () => {
    const identities = exampleIdentities();
    const [age] = await identities.recipients();
    const environment = {
      ...credentials(),
      SOPS_AGE_SSH_PRIVATE_KEY_FILE: sshKeyFile,
    };
    const text = await workplace.encrypt(program, plain, {
      rule: {
        key_groups: [
          { kms: [{ arn: KMS_KEY }] },
          { hc_vault: [vaultKey()] },
          { age: [ssh.recipient] },
          { age: [age] },
        ],
        shamir_threshold: 3,
      },
      environment,
    });
    const programs = { sops: program, environment };
    const all = await openSopsText(text, { identities, programs });
    expect(all.data).toEqual(data);
    expect((await decrypt(text, programs)).data).toEqual(data);

    services.answer = 'denied';
    const error = await errorOf(openSopsText(text, { identities, programs }));
    expect(error.code).toBe('NOT_ENOUGH_KEY_GROUPS');
    expect(error.message).toContain('the keys found open 2');
  });

  it('is never shown to sops, nor is anything secret', async () => {
    const spy = workplace.script(
      'spy',
      `echo "$@" >> '${workplace.directory}/seen'`,
      `env >> '${workplace.directory}/seen'`,
      `for f in "$@"; do [ -f "$f" ] && cat "$f" >> '${workplace.directory}/seen'; done`,
      `exec '${program}' "$@"`,
    );
    const { environment } = withSsh();
    await decrypt(sshText, {
      sops: spy,
      environment: {
        ...environment,
        DATABASE_PASSWORD: 'canary',
        SOPS_AGE_KEY_CMD: 'canary',
        AWS_REGION: 'eu-north-1',
      },
    });
    const seen = workplace.read('seen');
    expect(seen).toContain(`updatekeys --yes ${TMPDIR}/sops-key-`);
    expect(seen).toContain('AWS_REGION=eu-north-1');
    expect(seen).toContain('AWS_EC2_METADATA_DISABLED=true');
    expect(seen).toContain('SOPS_DISABLE_VERSION_CHECK=1');
    expect(seen).not.toMatch(/canary|ENC\[|AGE-SECRET-KEY|PRIVATE KEY-/);
    const [{ enc }] = parse(sshText).sops.age;
    expect(seen).toContain(JSON.stringify(enc).slice(1, -1));
  });

  it('lets the operator open AWS instance metadata', async () => {
    const spy = workplace.script(
      'spy',
      `env >> '${workplace.directory}/seen'`,
      `exec '${program}' "$@"`,
    );
    const { environment } = withSsh();
    const AWS_EC2_METADATA_DISABLED = 'false';
    await decrypt(sshText, {
      sops: spy,
      environment: { ...environment, AWS_EC2_METADATA_DISABLED },
    });
    expect(workplace.read('seen')).toContain('AWS_EC2_METADATA_DISABLED=false');
  });

  it('does not start sops when an age key opens it, nor when the file is bad', async () => {
    const identities = exampleIdentities();
    const [age] = await identities.recipients();
    const spy = workplace.script('spy', `touch '${workplace.directory}/seen'`);
    const programs = { ...withSsh(), sops: spy };
    const text = await workplace.encrypt(program, plain, {
      rule: { age: `${ssh.recipient},${age}` },
      environment: { PATH },
    });
    const opened = await openSopsText(text, { identities, programs });
    expect(opened.data).toEqual(data);
    for (const [bad, code] of [
      [sshText.replace(/^token: .*\n/m, '$&$&'), 'DUPLICATE_KEY'],
      [sshText.replace(/^token: .*/m, 'token: glpat-x'), 'VALUE_IN_CLEAR'],
      [
        sshText.replace(
          /^token: .*,tag/m,
          'token: ENC[AES256_GCM,data:AA==,iv:A,tag',
        ),
        'VALUE_MALFORMED',
      ],
      [`a: &x b\nc: *x\n${sshText}`, 'UNSUPPORTED_YAML'],
    ]) {
      expect(await codeOf(decrypt(bad, programs))).toBe(code);
    }
    expect(existsSync(join(workplace.directory, 'seen'))).toBe(false);
  });

  it('needs room for temporary files, and says so', async () => {
    const { environment } = withSsh();
    const error = await errorOf(
      decrypt(sshText, {
        sops: program,
        environment: { ...environment, TMPDIR: '/no/such/directory' },
      }),
    );
    expect(error.code).toBe('PROGRAM_FAILED');
    expect(error.message).toContain('ENOENT');
  });

  it('says what is wrong with sops, and never what it printed', async () => {
    const version = 'case "$*" in *--version*) echo "sops 3.12.2"; exit;; esac';
    const script = (name: string, ...lines: string[]) => ({
      sops: workplace.script(name, ...lines),
    });
    const panic =
      'echo "panic: glpat-canary"; echo "panic: glpat-canary" >&2; exit 2';
    const cases: [string, KeyProgramOptions][] = [
      ['PROGRAM_NOT_FOUND', { environment: { PATH: '' } }],
      ['PROGRAM_NOT_FOUND', { sops: '/no/such/sops' }],
      ['PROGRAM_NOT_EXECUTABLE', { sops: workplace.write('plain', '') }],
      ['PROGRAM_TOO_OLD', script('old', 'echo "sops 3.8.1 (latest)"')],
      ['PROGRAM_TOO_OLD', script('older', 'echo "sops 2.0.10"')],
      ['PROGRAM_FAILED', script('other', 'echo "something else 3.12.2"')],
      ['PROGRAM_FAILED', script('crash', panic)],
      ['PROGRAM_FAILED', script('late-crash', version, panic)],
      ['PROGRAM_FAILED', script('killed', version, 'kill -9 $$')],
      ['PROGRAM_FAILED', script('flood', version, 'yes glpat-canary')],
      ['PROGRAM_FAILED', script('idle', version, 'exit 0')],
      ['PROGRAM_FAILED', script('refusing', version, 'exit 1')],
      ['PROGRAM_FAILED', script('wrong', version, 'echo "{}" > "$5"')],
      [
        'PROGRAM_TIMED_OUT',
        { ...script('slow', version, 'sleep 60'), timeoutMilliseconds: 500 },
      ],
      ['NO_AGE_RECIPIENT', { sops: false }],
    ];
    for (const [code, programs] of cases) {
      const environment = { PATH, TMPDIR };
      const error = await errorOf(
        decrypt(sshText, { environment, ...programs }),
      );
      expect({ code: error.code, programs }).toEqual({ code, programs });
      expect(isLocked(error)).toBe(true);
      expect(everythingShown(error)).not.toContain('canary');
    }
  });
});
