import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { AgeIdentities, openSopsText } from '.';
import {
  anyKey,
  documentOf,
  ruleOnComments,
  ruleOnKeys,
  toYaml,
  word,
} from './__testUtils__/documents';
import {
  findRealSops,
  toJson,
  type CreationRule,
} from './__fixtures__/realSops';

const sops = findRealSops();
const RUNS = 40;

const comments = fc.infiniteStream(
  fc.constantFrom('', '', '', '', '# encrypt', '# leave', '# just a comment'),
);

/** Puts comments above keys and list items, in their column. */
function withComments(yaml: string, stream: Iterable<string>): string {
  const words = stream[Symbol.iterator]();
  return yaml
    .split('\n')
    .flatMap(line => {
      const indent = /^( *)(?:- |[^\s"'][^"']*:)/.exec(line)?.[1];
      const comment = words.next().value;
      const isSafe = indent !== undefined && comment && !/[|>"']/.test(yaml);
      return isSafe ? [indent + comment, line] : [line];
    })
    .join('\n');
}

(sops ? describe : describe.skip)('the sops program', () => {
  const program = sops!;

  async function makeKey() {
    const identity = await generateX25519Identity();
    return { identity, recipient: await identityToRecipient(identity) };
  }

  const keyPair = makeKey();

  /** Encrypts with sops, then reads with sops and here; `undefined` where the file is refused. */
  async function readBoth(plain: string, by: CreationRule) {
    const { identity, recipient } = await keyPair;
    const identities = AgeIdentities.parse(identity, 'test');
    const encrypted = program.encrypt(plain, { age: recipient, ...by });
    const expected = attempt(() => program.decryptToJson(encrypted, identity));
    const actual = await openSopsText(encrypted, { identities }).then(
      ({ data }) => toJson(data),
      () => undefined,
    );
    return { expected, actual };
  }

  it('writes files that are read here as it reads them itself', async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(documentOf(anyKey), ruleOnKeys, async (data, by) => {
        const { expected, actual } = await readBoth(toYaml(data), by);
        // Refusing what sops accepts is safe; accepting what it refuses, or reading it differently, is not.
        expect(actual ?? expected).toEqual(expected);
        if (actual !== undefined) opened += 1;
      }),
      { numRuns: RUNS },
    );
    expect(opened).toBeGreaterThan(RUNS * 0.8);
  }, 120_000);

  it('follows rules on comments as they are followed here', async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(
        documentOf(word),
        ruleOnComments,
        comments,
        async (data, by, stream) => {
          const yaml = stringify(data, {
            lineWidth: 0,
            aliasDuplicateObjects: false,
          });
          const { expected, actual } = await readBoth(
            withComments(yaml, stream),
            by,
          );
          // Below deeply nested blocks sops sometimes cannot read what it has written itself.
          const isComparable = actual !== undefined && expected !== undefined;
          expect(isComparable ? actual : expected).toEqual(expected);
          if (isComparable) opened += 1;
        },
      ),
      { numRuns: RUNS },
    );
    expect(opened).toBeGreaterThan(RUNS * 0.8);
  }, 120_000);

  it('shares a data key among key groups, any two of which open it here', async () => {
    const keys = await Promise.all([makeKey(), makeKey(), makeKey()]);
    const encrypted = program.encrypt('token: shared\n', {
      key_groups: keys.map(({ recipient }) => ({ age: [recipient] })),
      shamir_threshold: 2,
    });
    for (const [one, other] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ]) {
      const identities = AgeIdentities.parse(
        `${keys[one].identity}\n${keys[other].identity}`,
        'test',
      );
      const { data, metadata } = await openSopsText(encrypted, { identities });
      expect(data).toEqual({ token: 'shared' });
      expect(metadata.shamirThreshold).toBe(2);
      expect(metadata.recipients.map(({ keyGroup }) => keyGroup)).toEqual([
        0, 1, 2,
      ]);
    }
  });
});

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
