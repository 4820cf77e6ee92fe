import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { openSopsText, type SopsErrorCode } from '.';
import {
  errorOf,
  exampleIdentities,
  exampleKey,
  exampleText,
} from './__fixtures__/example';
import { findRealSops, toJson, type RealSops } from './__fixtures__/realSops';

const sops = findRealSops() as RealSops;
const RUNS = 120;
const age = /age1\w+/.exec(exampleText)![0];
const identities = exampleIdentities();

const mixed = `# a comment
list:
  # another
  - name: one
    secret: first
  - name: two
    secret: second
  - three
numbers: [1, 2.5, true, null, ""]
deep: {er: {secret: third}}
open_unencrypted: {a: 1, b: text}
`;

/** Changes one thing of a text; the numbers choose what. */
type Mutation = (text: string, at: number, other: number) => string;

const pick = <T>(items: readonly T[], at: number) => items[at % items.length];
const ciphertexts = (text: string) => text.match(/ENC\[[^\]]*\]/g)!;
const editLines = (
  edit: (lines: string[], at: number, other: number) => void,
) =>
  ((text, at, other) => {
    const lines = text.trimEnd().split('\n');
    edit(lines, at % lines.length, other % lines.length);
    return `${lines.join('\n')}\n`;
  }) as Mutation;
const replaceIn =
  (pattern: RegExp, ...by: string[]): Mutation =>
  (text, at, other) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return text;
    const { index, 0: match } = pick(found, at);
    return (
      text.slice(0, index) + pick(by, other) + text.slice(index + match.length)
    );
  };

const mutations: { [name: string]: Mutation } = {
  'a character of a ciphertext changed': (text, at, other) => {
    const old = pick(ciphertexts(text), at);
    const offset = 16 + (other % (old.length - 17));
    const char = old[offset] === 'A' ? 'B' : 'A';
    return text.replace(
      old,
      old.slice(0, offset) + char + old.slice(offset + 1),
    );
  },
  'two ciphertexts swapped': (text, at, other) => {
    const [one, two] = [at, other].map(n => pick(ciphertexts(text), n));
    return text
      .replaceAll(one, '\0')
      .replaceAll(two, one)
      .replaceAll('\0', two);
  },
  'a ciphertext copied': (text, at, other) =>
    text.replace(pick(ciphertexts(text), at), pick(ciphertexts(text), other)),
  'a line dropped': editLines((lines, at) => lines.splice(at, 1)),
  'a line doubled': editLines((lines, at) => lines.splice(at, 0, lines[at])),
  'a line moved': editLines((lines, at, other) =>
    lines.splice(other, 0, ...lines.splice(at, 1)),
  ),
  'two lines swapped': editLines((lines, at, other) => {
    [lines[at], lines[other]] = [lines[other], lines[at]];
  }),
  'a key renamed': replaceIn(
    /^ *(?:- )?\w+(?=:)/gm,
    'x',
    '  x',
    '- x',
    '    - token',
    'token',
  ),
  'a type changed': replaceIn(
    /type:\w+/g,
    'type:str',
    'type:int',
    'type:float',
    'type:bool',
    'type:comment',
    'type:time',
    'type:other',
  ),
  'a value put in clear': replaceIn(
    /ENC\[[^\]]*\]/g,
    'x',
    '1',
    'true',
    '""',
    'null',
    '{}',
    '[]',
    '2024-01-02',
  ),
  'a value in clear changed': replaceIn(
    /(?<=(?:host|count|note|a|b|name): ).*/g,
    'x',
    '1',
    '""',
    '~',
  ),
  'a sign of YAML put in front of a value': replaceIn(
    /(?<=^ *(?:- )?\w+: )(?=\S)/gm,
    '&a ',
    '!x ',
    '!!str ',
    '| ',
    '*a ',
    '? ',
  ),
  'something put behind a ciphertext': replaceIn(
    /(?<=type:\w+\])/g,
    ' x',
    ' # x',
    ',',
  ),
  'something added below a key': replaceIn(
    /\n(?= )/g,
    '\n    x: y\n',
    '\n    x: null\n',
    '\n    # x\n',
    '\n  - x\n',
  ),
  'the metadata changed': replaceIn(
    /(?<=(?:version|lastmodified|recipient|_regex|_suffix): )\S+/g,
    '3.0.0',
    '4.0.0',
    '""',
    '"2024-01-02T03:04:05Z"',
    age,
    'x',
    '[]',
  ),
};

const withoutComments = (text: string) => text.replaceAll(/^ *#.*\n/gm, '');

/** Where this package and the sops program differ, on purpose. */
const exceptions: {
  here: SopsErrorCode | 'accepted';
  because: string;
  applies?: (base: string, text: string) => boolean;
}[] = [
  {
    here: 'DUPLICATE_KEY',
    because:
      'the sops program keeps one of the two values, readers differ in which',
  },
  {
    here: 'METADATA_INVALID',
    because: 'the `sops` section is not what any sops writes',
  },
  {
    here: 'UNSUPPORTED_VERSION',
    because: 'it is written for another version of the format',
  },
  {
    here: 'UNSUPPORTED_YAML',
    because: 'other readers of YAML would see something else',
  },
  {
    here: 'VALUE_MALFORMED',
    because:
      'something stands behind a ciphertext, which the sops program skips',
    applies: (_base, text) => /\](?: x|,)/.test(text),
  },
  {
    here: 'MAC_MISMATCH',
    because:
      'something stands behind the ciphertext of the MAC, which the sops program skips',
    applies: (_base, text) => /\n *mac: ENC\[.*\](?: x|,)/.test(text),
  },
  {
    here: 'accepted',
    because: 'comments are not read here, so that a damaged one does no harm',
    applies: (base, text) => withoutComments(base) === withoutComments(text),
  },
];

async function readHere(text: string) {
  const read = await openSopsText(text, { identities }).catch(() => undefined);
  if (read) return { data: toJson(read.data) as unknown };
  return { code: (await errorOf(openSopsText(text, { identities }))).code };
}

function readBySops(text: string) {
  try {
    return { data: sops.decryptToJson(text, exampleKey) };
  } catch {
    return undefined;
  }
}

(sops ? describe : describe.skip)('a file with one thing changed', () => {
  it('is refused whenever the sops program refuses it, and otherwise for reasons that are listed here', async () => {
    const bases = [exampleText, sops.encrypt(mixed, { age })];
    const counts: { [outcome: string]: number } = {};
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bases),
        fc.constantFrom(...Object.keys(mutations)),
        fc.nat(),
        fc.nat(),
        async (base, name, at, other) => {
          const text = mutations[name](base, at, other);
          const here = await readHere(text);
          const real = readBySops(text);
          const outcome = `${here.code ?? 'accepted'}, ${
            real ? 'accepted' : 'refused'
          } by sops`;
          counts[outcome] = (counts[outcome] ?? 0) + 1;
          const isAgreed = here.code ? !real : isDeepStrictEqual(here, real);
          const exception = exceptions.find(
            ({ here: expected, applies }) =>
              expected === (here.code ?? 'accepted') &&
              (applies?.(base, text) ?? true) &&
              // To be laxer, and read something else than sops does, is no exception.
              (here.code ? real : !real),
          );
          expect({
            name,
            isAgreed: isAgreed || exception !== undefined,
            here,
            real,
          }).toMatchObject({ isAgreed: true });
        },
      ),
      { numRuns: RUNS },
    );
    expect(Object.keys(counts).length).toBeGreaterThan(5);
  }, 120_000);
});
