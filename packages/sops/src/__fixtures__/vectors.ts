import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A public SOPS file that opens. */
export interface Vector {
  /** The file with its key: of age identities, or of PGP secret keys. */
  readonly key: string;
  /** What is in it: a plaintext file, or the data itself. */
  readonly plain: string | object;
}

const folder = join(
  dirname(require.resolve('./example.agekey')),
  '../../../../../shared/sops-vectors',
);

export const hasVectors = existsSync(folder);
export const readVector = (path: string) =>
  readFileSync(join(folder, path), 'utf8');

if (!hasVectors) {
  process.stderr.write(
    'The public SOPS test vectors are not here: the tests with them are skipped.\n',
  );
}

/** The vectors below a path. */
export function vectorsIn(path: string): string[] {
  return readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
    .map(name => relative(folder, join(folder, path, name)))
    .sort();
}

const sops = 'getsops-sops';
const flux = 'fluxcd-kustomize-controller';
const helm = 'jkroepke-helm-secrets';
const operator = 'isindir-sops-secrets-operator';
const terraform = 'carlpett-terraform-provider-sops';
const made = 'made-here-with-real-sops-3.12.2';

const secret = (name: string, stringData: object, more = {}) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name, ...more },
  stringData,
});
const armored = expect.stringMatching(
  /^-----BEGIN PGP MESSAGE-----\n\n[^]*\n-----END PGP MESSAGE-----$/,
);

/** What is in the file of Mic92/sops-nix, which has two age and two PGP recipients. */
export const sopsNixPlain = {
  test_key: 'test_value',
  a_list: ['e1', 'e3'],
  nested: { test: { file: 'another value' } },
};

const sopsExample = {
  myapp1: 't00m4nys3cr3tzupdated',
  app2: {
    db: { user: 'eve', password: 'c4r1b0u' },
    key: expect.stringMatching(
      /^-----BEGIN RSA PRIVATE KEY-----\n[^]{400,}\n-----END RSA PRIVATE KEY-----\n$/,
    ),
  },
  number: 1234568000,
  an_array: [
    'secretuser1',
    'secretuser2',
    `somelongvalue${'A'.repeat(45)}`,
    'some other value',
  ],
  somebooleans: [true, false],
  this: { is: { a: { nested: { value: 'with something secret in it' } } } },
  somelist_unencrypted: [
    'all elements of this list',
    'remain in clear text',
    'because of the _unencrypted suffix in the key',
  ],
  nested_unencrypted: {
    this: { is: { all: 'going to remain in clear text' } },
  },
};

/** Files with an age recipient whose key is public. */
export function ageVectors(): { [file: string]: Vector } {
  const key = `${flux}/keys/age.txt`;
  const vectors: { [file: string]: Vector } = {
    [`${flux}/algorithms/age.yaml`]: {
      key,
      plain: secret('age', { key: 'value' }),
    },
    [`${flux}/algorithms/age-pq.yaml`]: {
      key: `${flux}/keys/age-pq.txt`,
      plain: secret('age-pq', { key: 'value' }),
    },
    [`${flux}/global/secret.yaml`]: {
      key: `${flux}/keys/age-global.txt`,
      plain: {
        ...secret(
          'global-age-secret',
          { key: 'global-value' },
          { namespace: 'default' },
        ),
        type: 'Opaque',
      },
    },
    [`${flux}/patches/merge1.yaml`]: {
      key,
      plain: secret('secret', { key: 'merge1' }),
    },
    [`${flux}/patches/merge2.yaml`]: {
      key,
      plain: secret('secret', { merge2: 'merge2' }),
    },
    'Mic92-sops-nix/secrets.yaml': {
      key: 'Mic92-sops-nix/age-keys.txt',
      plain: sopsNixPlain,
    },
    'humphd-sops-age/tests/data/secret.enc.yaml': {
      key: 'humphd-sops-age/key.txt',
      plain: (({ '0word': _absent, ...rest }) => rest)(
        JSON.parse(readVector('humphd-sops-age/tests/data/secret.json')),
      ),
    },
    [`${helm}/values/sops/secrets.age.yaml`]: {
      key: `${helm}/age/key.txt`,
      plain: {
        global_secret: 'global_age',
        key: armored,
        service: { port: 92 },
      },
    },
    // Its raw file has drifted from it upstream: only the parts in clear are compared.
    [`${operator}/00-test-secrets.yaml`]: {
      key: `${operator}/key-file.txt`,
      plain: expect.objectContaining({
        kind: 'SopsSecret',
        metadata: { name: 'test-sopssecret', namespace: 'default' },
      }),
    },
  };
  for (const name of [
    '02-test-secrets',
    '03-test-secrets-enforce-ownership',
    '04-test-secrets-mac-only',
  ]) {
    vectors[`${operator}/${name}.yaml`] = {
      key: `${operator}/key-file.txt`,
      plain: `${operator}/${name.replace('-test', '-raw-test')}.yaml`,
    };
  }
  for (const file of vectorsIn(made)) {
    if (!file.endsWith('.enc.yaml')) continue;
    vectors[file] = {
      key: `${made}/age-keys.txt`,
      plain: file.replace('.enc.', '.plain.'),
    };
  }
  return vectors;
}

/** Files with PGP recipients only. */
export function pgpVectors(): { [file: string]: Vector } {
  const vectors: { [file: string]: Vector } = {};
  const add = (key: string, plains: { [file: string]: string | object }) => {
    for (const [file, plain] of Object.entries(plains)) {
      vectors[file] = { key, plain };
    }
  };
  add(`${terraform}/testing-key.pgp`, {
    [`${terraform}/basic.yaml`]: {
      hello: 'world',
      integer: 0,
      float: 0.2,
      bool: true,
      null_value: null,
    },
    [`${terraform}/nested.yaml`]: { db: { user: 'foo', password: 'bar' } },
    [`${terraform}/simple-list.yaml`]: { a_list: ['val1', 'val2', null] },
    [`${terraform}/complex-list.yaml`]: {
      a_list: [
        { name: 'foo', index: 0, value: null },
        { name: 'bar', index: 1 },
      ],
    },
  });
  add(`${flux}/keys/pgp.asc`, {
    [`${flux}/algorithms/pgp.yaml`]: secret('pgp', { key: 'value' }),
  });
  const tests = `${sops}/functional-tests/res`;
  const lorem = `${tests}/comments.yaml`;
  add(`${sops}/pgp/sops_functional_tests_key.asc`, {
    [`${sops}/example.yaml`]: sopsExample,
    [`${tests}/comments.enc.yaml`]: lorem,
    [`${tests}/comments_unencrypted_comments.yaml`]: lorem,
    [`${tests}/format.enc.yaml`]: { foo: 'bar' },
    [`${tests}/multiple_keys.yaml`]: { message: 'hello' },
  });
  const values = `${helm}/values/sops`;
  add(`${helm}/gpg/private.gpg`, {
    [`${values}/secrets.yaml`]: `${values}/secrets.dec.yaml`,
    [`${values}/some-secrets.yaml`]: `${values}/some-secrets.dec.yaml`,
    [`${values}/some-secrets.windows.yaml`]: `${values}/some-secrets.dec.yaml`,
    [`${values}/secrets.trailing-newline.yaml`]: {
      podAnnotations: {
        value1: 'multi\nline\n\n',
        value2: 'multi\nline\n\n\n',
        value3: 'multi\nline\n\n\n\n',
        finalnewline: 'hello\nworld\n',
      },
    },
  });
  add(`${helm}/gpg/private2.gpg`, {
    [`${values}/secrets.gpg_key.yaml`]: {
      global_secret: 'global_baz',
      key: armored,
      service: { port: 91 },
    },
  });
  return vectors;
}

/** Files that are refused, by code. */
export function refusedVectors(): { [file: string]: string } {
  const refused: { [file: string]: string } = {
    [`${operator}/01-test-secrets.yaml`]: 'VALUE_NOT_AUTHENTIC',
    [`${sops}/functional-tests/res/no_mac.yaml`]: 'MAC_MISSING',
  };
  for (const file of vectorsIn('gibbz00-rops')) {
    // Written without `version`, which the sops program refuses too.
    if (/(?<!_plaintext)\.yaml$/.test(file)) refused[file] = 'METADATA_INVALID';
  }
  return refused;
}
