import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { AgeIdentities, isLocked, openSopsText } from '.';
import { errorOf } from './__fixtures__/example';
import { findRealSops, toJson } from './__fixtures__/realSops';

const folder = join(__dirname, '../../../../shared/sops-vectors');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Files that open, with the key to use and what is in them: a plaintext file, or the data itself. */
const opens: { [file: string]: { key: string; plain: string | object } } = {};
/** Files that are refused, by code. */
const refused: { [file: string]: string } = {};

function expectVectors() {
  const flux = 'fluxcd-kustomize-controller';
  const secret = (name: string, stringData: object, more = {}) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, ...more },
    stringData,
  });
  opens[`${flux}/algorithms/age.yaml`] = {
    key: `${flux}/keys/age.txt`,
    plain: secret('age', { key: 'value' }),
  };
  opens[`${flux}/algorithms/age-pq.yaml`] = {
    key: `${flux}/keys/age-pq.txt`,
    plain: secret('age-pq', { key: 'value' }),
  };
  opens[`${flux}/global/secret.yaml`] = {
    key: `${flux}/keys/age-global.txt`,
    plain: {
      ...secret(
        'global-age-secret',
        { key: 'global-value' },
        { namespace: 'default' },
      ),
      type: 'Opaque',
    },
  };
  for (const [file, stringData] of [
    ['merge1', { key: 'merge1' }],
    ['merge2', { merge2: 'merge2' }],
  ] as const) {
    opens[`${flux}/patches/${file}.yaml`] = {
      key: `${flux}/keys/age.txt`,
      plain: secret('secret', stringData),
    };
  }
  opens['Mic92-sops-nix/secrets.yaml'] = {
    key: 'Mic92-sops-nix/age-keys.txt',
    plain: {
      test_key: 'test_value',
      a_list: ['e1', 'e3'],
      nested: { test: { file: 'another value' } },
    },
  };
  opens['humphd-sops-age/tests/data/secret.enc.yaml'] = {
    key: 'humphd-sops-age/key.txt',
    plain: (({ '0word': _absent, ...rest }) => rest)(
      JSON.parse(read('humphd-sops-age/tests/data/secret.json')),
    ),
  };
  const helm = 'jkroepke-helm-secrets';
  opens[`${helm}/values/sops/secrets.age.yaml`] = {
    key: `${helm}/age/key.txt`,
    plain: {
      global_secret: 'global_age',
      key: expect.stringMatching(
        /^-----BEGIN PGP MESSAGE-----\n\n[^]*\n-----END PGP MESSAGE-----$/,
      ),
      service: { port: 92 },
    },
  };
  const operator = 'isindir-sops-secrets-operator';
  for (const name of [
    '02-test-secrets',
    '03-test-secrets-enforce-ownership',
    '04-test-secrets-mac-only',
  ]) {
    opens[`${operator}/${name}.yaml`] = {
      key: `${operator}/key-file.txt`,
      plain: `${operator}/${name.replace('-test', '-raw-test')}.yaml`,
    };
  }
  // Its raw file has drifted from it upstream: only the parts in clear are compared.
  opens[`${operator}/00-test-secrets.yaml`] = {
    key: `${operator}/key-file.txt`,
    plain: expect.objectContaining({
      kind: 'SopsSecret',
      metadata: { name: 'test-sopssecret', namespace: 'default' },
    }),
  };
  refused[`${operator}/01-test-secrets.yaml`] = 'VALUE_NOT_AUTHENTIC';

  for (const file of filesIn('made-here-with-real-sops-3.12.2')) {
    if (!file.endsWith('.enc.yaml')) continue;
    opens[file] = {
      key: 'made-here-with-real-sops-3.12.2/age-keys.txt',
      plain: file.replace('.enc.', '.plain.'),
    };
  }
  for (const file of filesIn('gibbz00-rops')) {
    // Written without `version`, which the sops program refuses too.
    if (/(?<!_plaintext)\.yaml$/.test(file)) refused[file] = 'METADATA_INVALID';
  }
  for (const file of [
    'carlpett-terraform-provider-sops/basic.yaml',
    'carlpett-terraform-provider-sops/complex-list.yaml',
    'carlpett-terraform-provider-sops/nested.yaml',
    'carlpett-terraform-provider-sops/simple-list.yaml',
    'fluxcd-kustomize-controller/algorithms/pgp.yaml',
    'getsops-sops/example.yaml',
    'getsops-sops/functional-tests/res/comments.enc.yaml',
    'getsops-sops/functional-tests/res/comments_unencrypted_comments.yaml',
    'getsops-sops/functional-tests/res/format.enc.yaml',
    'getsops-sops/functional-tests/res/multiple_keys.yaml',
    'jkroepke-helm-secrets/values/sops/secrets.gpg_key.yaml',
    'jkroepke-helm-secrets/values/sops/secrets.trailing-newline.yaml',
    'jkroepke-helm-secrets/values/sops/secrets.yaml',
    'jkroepke-helm-secrets/values/sops/some-secrets.windows.yaml',
    'jkroepke-helm-secrets/values/sops/some-secrets.yaml',
  ]) {
    refused[file] = 'NO_AGE_RECIPIENT';
  }
  refused['getsops-sops/functional-tests/res/no_mac.yaml'] = 'MAC_MISSING';
}

function filesIn(path: string): string[] {
  return readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
    .map(name => relative(folder, join(folder, path, name)))
    .sort();
}

/** What SOPS makes of a plaintext: whole numbers beyond 2^53 are bigint, bare dates are times. */
function parsePlain(text: string): unknown[] {
  const toSops = (value: unknown): unknown => {
    if (typeof value === 'bigint') {
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    }
    if (value === '2024-01-02') return '2024-01-02T00:00:00Z';
    if (Array.isArray(value)) return value.map(toSops);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, toSops(entry)]),
    );
  };
  return parseAllDocuments(text, { intAsBigInt: true }).map(document =>
    toSops(document.toJS()),
  );
}

const allIdentities = () =>
  AgeIdentities.join(
    filesIn('.')
      .filter(file => /key[^/]*\.txt$|keys\/.*\.txt$/.test(file))
      .map(file => AgeIdentities.parse(read(file), file)),
  );

const sops = findRealSops();
const hasVectors = existsSync(folder);
if (hasVectors) {
  expectVectors();
} else {
  process.stderr.write(
    'The public SOPS test vectors are not here: the tests with them are skipped.\n',
  );
}

(hasVectors ? describe : describe.skip)('public SOPS files', () => {
  it('are all accounted for', () => {
    const known = new Set([...Object.keys(opens), ...Object.keys(refused)]);
    const encrypted = filesIn('.').filter(
      file => file.endsWith('.yaml') && /^sops:/m.test(read(file)),
    );
    expect(encrypted.filter(file => !known.has(file))).toEqual([]);
    expect([...known].filter(file => !encrypted.includes(file))).toEqual([]);
    expect(Object.keys(opens).length).toBeGreaterThanOrEqual(22);
  });

  it.each(Object.entries(opens))(
    '%s opens and equals its plaintext, with both kinds of line ends',
    async (file, { key, plain }) => {
      const identities = AgeIdentities.parse(read(key), key);
      const text = read(file).replaceAll('\r\n', '\n');
      const expected =
        typeof plain === 'string' ? parsePlain(read(plain)) : [plain];
      for (const variant of [text, text.replaceAll('\n', '\r\n')]) {
        const { documents } = await openSopsText(variant, { identities });
        expect(documents).toEqual(expected);
      }
    },
  );

  (sops ? describe : describe.skip)('and the sops program', () => {
    it('agree on what is in them', async () => {
      for (const [file, { key }] of Object.entries(opens)) {
        const identities = AgeIdentities.parse(read(key), key);
        const { documents } = await openSopsText(read(file), { identities });
        // JSON has no room for several documents.
        if (documents.length > 1) continue;
        const expected = sops!.decryptToJson(read(file), read(key));
        const data = toJson(documents[0]);
        expect({ file, data }).toEqual({ file, data: expected });
      }
    }, 60_000);
  });

  it.each(Object.entries(refused))('%s is refused: %s', async (file, code) => {
    const opening = openSopsText(read(file), { identities: allIdentities() });
    const error = await errorOf(opening);
    expect(error.code).toBe(code);
    expect(isLocked(error)).toBe(code === 'NO_AGE_RECIPIENT');
  });

  it.each(
    Object.keys(refused).filter(file => file.startsWith('gibbz00-rops/age_')),
  )('%s opens once it says its version', async file => {
    const text = read(file).replace(/^sops:$/m, 'sops:\n  version: 3.7.3');
    const { documents } = await openSopsText(text, {
      identities: allIdentities(),
    });
    expect(documents).toEqual(
      parsePlain(read(file.replace('.yaml', '_plaintext.yaml'))),
    );
  });

  it('a file without any age recipient says so', async () => {
    const text = read('gibbz00-rops/aws_kms_example.yaml').replace(
      /^sops:$/m,
      'sops:\n  version: 3.7.3',
    );
    const error = await errorOf(
      openSopsText(text, { identities: allIdentities() }),
    );
    expect(error.code).toBe('NO_AGE_RECIPIENT');
    expect(error.recipients).toEqual([
      expect.stringMatching(/^arn:aws:kms:eu-north-1:/),
    ]);
  });

  it('key groups open with any two of three keys, not with one', async () => {
    const made = 'made-here-with-real-sops-3.12.2';
    const text = read(`${made}/key-groups-2-of-3.enc.yaml`);
    const keys = read(`${made}/age-keys.txt`)
      .split('\n')
      .filter(line => line.startsWith('AGE'));
    const open = (...chosen: string[]) =>
      openSopsText(text, {
        identities: AgeIdentities.parse(chosen.join('\n'), 'keys.txt'),
      });
    expect(keys).toHaveLength(3);
    const { data } = await open(keys[0], keys[1]);
    expect((await open(keys[1], keys[2])).data).toEqual(data);
    expect((await open(keys[2], keys[0])).data).toEqual(data);
    const error = await errorOf(open(keys[1]));
    expect(error.code).toBe('NOT_ENOUGH_KEY_GROUPS');
    expect(isLocked(error)).toBe(true);
  });

  it('tell whether their clear values are protected', async () => {
    const made = 'made-here-with-real-sops-3.12.2';
    for (const [name, macOnlyEncrypted] of [
      ['encrypted-regex', false],
      ['encrypted-regex-mac-only', true],
    ] as const) {
      const { metadata } = await openSopsText(
        read(`${made}/${name}.enc.yaml`),
        {
          identities: allIdentities(),
        },
      );
      expect(metadata.macOnlyEncrypted).toBe(macOnlyEncrypted);
    }
  });
});
