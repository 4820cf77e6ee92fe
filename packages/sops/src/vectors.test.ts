import { parseAllDocuments } from 'yaml';
import { AgeIdentities, isLocked, openSopsText } from '.';
import { errorOf } from './__fixtures__/example';
import { makeGpgHome, type GpgHome } from './__fixtures__/gpgHome';
import { findRealSops, toJson } from './__fixtures__/realSops';
import {
  ageVectors,
  hasVectors,
  pgpVectors,
  readVector as read,
  refusedVectors,
  sopsNixPlain,
  vectorsIn,
} from './__fixtures__/vectors';

// For a busy machine.
jest.setTimeout(60_000);

const withAge = hasVectors ? ageVectors() : {};
const withPgp = hasVectors ? pgpVectors() : {};
const refused = hasVectors ? refusedVectors() : {};
const noIdentities = AgeIdentities.parse('', 'nowhere');

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
    vectorsIn('.')
      .filter(file => /key[^/]*\.txt$|keys\/.*\.txt$/.test(file))
      .map(file => AgeIdentities.parse(read(file), file)),
  );

const sops = findRealSops();

/** Both ways in which a file's lines may end. */
function bothLineEnds(file: string): string[] {
  const text = read(file).replaceAll('\r\n', '\n');
  return [text, text.replaceAll('\n', '\r\n')];
}

const plaintextOf = (plain: string | object) =>
  typeof plain === 'string' ? parsePlain(read(plain)) : [plain];

(hasVectors ? describe : describe.skip)('public SOPS files', () => {
  it('are all accounted for', () => {
    const known = [withAge, withPgp, refused].flatMap(Object.keys);
    const encrypted = vectorsIn('.').filter(
      file => file.endsWith('.yaml') && /^sops:/m.test(read(file)),
    );
    expect(known.sort()).toEqual(encrypted);
    expect(Object.keys(withAge).length).toBeGreaterThanOrEqual(22);
    expect(Object.keys(withPgp)).toHaveLength(15);
  });

  it.each(Object.entries(withAge))(
    '%s opens with its age key and equals its plaintext, with both kinds of line ends',
    async (file, { key, plain }) => {
      const identities = AgeIdentities.parse(read(key), key);
      for (const text of bothLineEnds(file)) {
        const { documents } = await openSopsText(text, { identities });
        expect(documents).toEqual(plaintextOf(plain));
      }
    },
  );

  (sops ? describe : describe.skip)('and the sops program', () => {
    it('agree on what is in them', async () => {
      for (const [file, { key }] of Object.entries(withAge)) {
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
    expect(isLocked(error)).toBe(false);
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

const home = hasVectors ? makeGpgHome() : undefined;

(home ? describe : describe.skip)('public SOPS files for PGP keys', () => {
  const { environment, gpg, remove } = home ?? ({} as GpgHome);
  const open = (text: string) =>
    openSopsText(text, {
      identities: noIdentities,
      programs: { environment, sops: false },
    });

  beforeAll(() => {
    const keys = Object.values(withPgp).map(({ key }) => key);
    for (const key of new Set([...keys, 'Mic92-sops-nix/key.asc'])) {
      gpg(['--import'], read(key));
    }
  });

  afterAll(remove);

  it.each(Object.entries(withPgp))(
    '%s opens with gpg and equals its plaintext, with both kinds of line ends',
    async (file, { plain }) => {
      for (const text of bothLineEnds(file)) {
        const { documents } = await open(text);
        expect(documents).toEqual(plaintextOf(plain));
      }
    },
  );

  it('a file for age and PGP keys opens with either', async () => {
    const { data } = await open(read('Mic92-sops-nix/secrets.yaml'));
    expect(data).toEqual(sopsNixPlain);
  });

  (sops ? describe : describe.skip)('and the sops program with gpg', () => {
    it('agree on what gpg opens', async () => {
      for (const file of Object.keys(withPgp)) {
        const { data } = await open(read(file));
        const expected = sops!.decryptToJson(read(file), '', environment);
        expect({ file, data: toJson(data) }).toEqual({ file, data: expected });
      }
    }, 60_000);
  });
});
