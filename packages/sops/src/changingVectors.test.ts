import {
  isMap,
  isSeq,
  parseAllDocuments,
  parseDocument,
  type Node,
} from 'yaml';
import {
  AgeIdentities,
  changeSopsText,
  openSopsText,
  SopsText,
  type KeyPath,
} from '.';
import { makeGpgHome } from './__fixtures__/gpgHome';
import { leafPaths, valueAt, withValue } from './__fixtures__/leaves';
import { lineDiff } from './__fixtures__/lineDiff';
import { findRealSops, type RealSops } from './__fixtures__/realSops';
import {
  ageVectors,
  hasVectors,
  pgpVectors,
  readVector as read,
} from './__fixtures__/vectors';

const sops = findRealSops() as RealSops;
const home = hasVectors && sops ? makeGpgHome() : undefined;
const withAge = hasVectors ? ageVectors() : {};
const withPgp = hasVectors && home ? pgpVectors() : {};
const vectors = Object.entries({ ...withAge, ...withPgp });
const clock = () => new Date('2031-02-03T04:05:06Z');

/** The data of all documents of a plaintext. */
const dataOf = (plain: string) =>
  parseAllDocuments(plain).map(
    document => document.toJS({ maxAliasCount: 0 }) as unknown,
  );

/** Opens a vector with its key, here and with the sops program. */
function openers(file: string, key: string) {
  const isAge = file in withAge;
  const identities = AgeIdentities.parse(isAge ? read(key) : '', key);
  const ageKey = isAge ? read(key) : '';
  const environment = isAge ? undefined : home?.environment;
  const programs = { environment, sops: false as const };
  return {
    ageKey,
    environment,
    open: (text: string) => openSopsText(text, { identities, programs }),
    decrypt: (text: string) => sops.decrypt(text, ageKey, environment),
    realOpen: (text: string) => dataOf(sops.decrypt(text, ageKey, environment)),
  };
}

const encryptedPaths = (text: SopsText) =>
  leafPaths(text.data).filter(
    path =>
      text.isEncrypted(path) &&
      !['', null].includes(valueAt(text.data, path) as string),
  );

/** A path as the sops program counts: in a list, each line of comment is an item. */
function asSopsCounts(plain: string, path: KeyPath): KeyPath {
  let node: unknown = parseDocument(plain).contents;
  return path.map(step => {
    const list = node;
    node = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    if (typeof step === 'string' || !isSeq(list)) return step;
    const above = list.items.slice(0, step + 1) as Node[];
    return [list, ...above].reduce((count, { commentBefore }) => {
      const lines = commentBefore ? commentBefore.split('\n').length : 0;
      return count + lines;
    }, step);
  });
}

/** Only what a change of one value may change: its line, and in every document the time and the MAC. */
function expectThreeLines(before: SopsText, after: SopsText) {
  const { removed, added } = lineDiff(before.text, after.text);
  const sections = before.text.match(/^sops:/gm)!.length;
  expect(removed).toHaveLength(1 + 2 * sections);
  expect(added).toHaveLength(1 + 2 * sections);
  const names = (lines: string[]) =>
    lines.slice(-2).map(line => /^\s*(\w+): /.exec(line)?.[1]);
  expect([names(removed), names(added)]).toEqual([
    expect.arrayContaining(['lastmodified', 'mac']),
    expect.arrayContaining(['lastmodified', 'mac']),
  ]);
}

(vectors.length > 0 && sops ? describe : describe.skip)(
  'of every public SOPS file, in both kinds of line ends,',
  () => {
    beforeAll(() => {
      const keys = Object.values(withPgp).map(({ key }) => key);
      for (const key of new Set(keys)) home?.gpg(['--import'], read(key));
    });

    afterAll(() => home?.remove());

    it.each(vectors)(
      'the first and the last secret of %s can be changed, and the sops program reads it',
      async (file, { key }) => {
        const { open, realOpen } = openers(file, key);
        const text = read(file).replaceAll('\r\n', '\n');
        const old = realOpen(text);
        for (const [variant, last] of [
          [text, false],
          [text.replaceAll('\n', '\r\n'), true],
        ] as const) {
          const before = await open(variant);
          const path = encryptedPaths(before).at(last ? -1 : 0)!;
          const to = `new value: ${file}`;
          const after = await changeSopsText(
            before,
            { set: path, to },
            { clock },
          );
          expectThreeLines(before, after);
          const [first, ...others] = old;
          const expected = [withValue(first, path, to), ...others];
          expect(realOpen(after.text)).toEqual(expected);
        }
      },
    );

    it.each(vectors)(
      'a value of %s that was set by the sops program is read, and changed again, here',
      async (file, { key }) => {
        const { open, decrypt, realOpen, ...rest } = openers(file, key);
        const before = await open(read(file));
        const plain = decrypt(read(file));
        const paths = encryptedPaths(before);
        const isInMaps = (steps: KeyPath) =>
          steps.every(step => typeof step === 'string');
        const path = paths.find(isInMaps) ?? paths[0];
        const real = sops.set(read(file), rest.ageKey, {
          at: asSopsCounts(plain, path),
          to: 'set by sops',
          environment: rest.environment,
        });
        const set = await open(real);
        expect(valueAt(set.data, path)).toBe('set by sops');
        expect(set.data).toEqual(withValue(before.data, path, 'set by sops'));

        const again = { set: path, to: 'and here' };
        const after = await changeSopsText(set, again, { clock });
        expectThreeLines(set, after);
        const [first, ...others] = dataOf(plain);
        const expected = [withValue(first, path, 'and here'), ...others];
        expect(realOpen(after.text)).toEqual(expected);
      },
    );
  },
);
