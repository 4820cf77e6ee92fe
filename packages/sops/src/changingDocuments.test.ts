import fc from 'fast-check';
import {
  changeSopsText,
  openSopsText,
  type SopsChange,
  type SopsError,
  type SopsText,
} from '.';
import {
  anyKey,
  documentOf,
  ruleOnKeys,
  toYaml,
} from './__testUtils__/documents';
import {
  errorOf,
  exampleIdentities,
  exampleKey,
  exampleText,
} from './__fixtures__/example';
import { leafPaths, valueAt, withValue } from './__fixtures__/leaves';
import { lineDiff } from './__fixtures__/lineDiff';
import { findRealSops, toJson, type RealSops } from './__fixtures__/realSops';

const sops = findRealSops() as RealSops;
const RUNS = 40;
const age = /age1\w+/.exec(exampleText)![0];
const identities = exampleIdentities();
const to = 'glpat-canary-changed';

/** Which of the values to change, and how. */
const choice = fc.record({
  kind: fc.constantFrom('set', 'set', 'add', 'remove'),
  position: fc.nat(),
  newKeys: fc.array(anyKey, { minLength: 1, maxLength: 3 }),
  lineBreak: fc.constantFrom('\n', '\r\n'),
});

type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never;

function chooseChange({ data }: SopsText, chosen: Choice): SopsChange {
  const paths = leafPaths(data).filter(path => path.length > 0);
  const path = paths[chosen.position % Math.max(1, paths.length)] ?? ['x'];
  if (chosen.kind === 'set') return { set: path, to };
  if (chosen.kind === 'remove') return { remove: path };
  const parent = path.slice(
    0,
    path.findLastIndex(step => typeof step === 'string'),
  );
  const newKeys = chosen.newKeys.map((key, depth) =>
    depth === 0 ? `${key}+` : key,
  );
  return { set: [...parent, ...newKeys], to };
}

/** The data after a change, by another way than the one that is tested. */
function expectedData(before: SopsText, change: SopsChange): unknown {
  if ('set' in change) {
    const [existing, missing] = split(before, change.set);
    if (missing.length === 0) return withValue(before.data, change.set, to);
    const value = missing
      .slice(1)
      .reduceRight<unknown>((inner, key) => ({ [key]: inner }), to);
    return withValue(before.data, [...existing, missing[0]], value);
  }
  const copy = structuredClone(before.data);
  delete Object(valueAt(copy, change.remove.slice(0, -1)))[
    change.remove.at(-1)!
  ];
  return copy;
}

function split({ data }: SopsText, path: readonly (string | number)[]) {
  const depth = path.findIndex(
    (key, index) =>
      !Object.hasOwn(Object(valueAt(data, path.slice(0, index))), key),
  );
  const at = depth < 0 ? path.length : depth;
  return [path.slice(0, at), path.slice(at)] as const;
}

(sops ? describe : describe.skip)(
  'in random documents of the sops program',
  () => {
    it('any value can be set, added and removed, unless that is refused for a good reason', async () => {
      const outcomes = new Map<string, number>();
      const count = (name: string) => {
        outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
      };
      await fc.assert(
        fc.asyncProperty(
          documentOf(anyKey),
          ruleOnKeys,
          choice,
          async (data, rule, chosen) => {
            const encrypted = sops.encrypt(toYaml(data), { age, ...rule });
            const text = encrypted.replaceAll('\n', chosen.lineBreak);
            const before = await openSopsText(text, { identities }).catch(
              () => undefined,
            );
            if (!before) return count('not opened');
            const change = chooseChange(before, chosen);
            const after = await changeSopsText(before, change).catch(
              () => undefined,
            );
            if (!after) {
              const error = await errorOf(changeSopsText(before, change));
              return count(checkRefusal(error, before, change));
            }
            expect(after.text).not.toContain(to);
            const expected = expectedData(before, change);
            expect(after.data).toEqual(expected);
            expect(sops.decryptToJson(after.text, exampleKey)).toEqual(
              toJson(after.data),
            );
            const { removed } = lineDiff(before.text, after.text);
            expect(removed.length).toBeLessThanOrEqual('set' in change ? 3 : 4);
            return count('changed');
          },
        ),
        { numRuns: RUNS },
      );
      expect(outcomes.get('changed')).toBeGreaterThan(RUNS * 0.2);
    }, 120_000);
  },
);

function checkRefusal(
  { code }: SopsError,
  before: SopsText,
  change: SopsChange,
) {
  if (code === 'VALUE_WOULD_BE_CLEAR') {
    expect('set' in change && before.isEncrypted(change.set)).toBe(false);
  } else if (code === 'TARGET_NOT_A_VALUE') {
    const path = 'set' in change ? change.set : change.remove;
    expect(Object.keys(Object(valueAt(before.data, path)))).toEqual([]);
  } else if (code === 'TARGET_NOT_FOUND') {
    expect('remove' in change && split(before, change.remove)[1]).not.toEqual(
      [],
    );
  } else {
    expect(code).toBe('CHANGE_UNSUPPORTED');
    // The order of a list.
    expect(change).toMatchObject({
      remove: expect.arrayContaining([expect.any(Number)]),
    });
  }
  return code;
}
