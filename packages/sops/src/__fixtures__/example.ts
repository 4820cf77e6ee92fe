import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { AgeIdentities, SopsError } from '..';

const read = (name: string) =>
  readFileSync(require.resolve(`./${name}`), 'utf8');

/** A file of real sops 3.12.2 with `encrypted_regex: ^token$`. */
export const exampleText = read('example.enc.yaml');
export const exampleKey = read('example.agekey');
export const exampleIdentities = () =>
  AgeIdentities.parse(exampleKey, 'example.agekey');

export const exampleData = {
  integrations: {
    gitlab: [
      {
        host: 'gitlab.example.com',
        apiBaseUrl: 'https://gitlab.example.com/api/v4',
        token: 'glpat-canary-first',
      },
      {
        host: 'gitlab.example.org',
        apiBaseUrl: 'https://gitlab.example.org/api/v4',
        token: 'glpat-canary-second',
      },
    ],
  },
  gitlabTokens: { broker: { token: 'glpat-canary-broker' } },
  token: {
    numbers: [11, 22],
    names: ['canary-one', 'canary-two'],
    enabled: true,
  },
  clear: {
    count: 7,
    since: '2024-01-02T00:00:00Z',
    note: 'canary in clear',
  },
};

/** Everything by which an object can show itself. */
export function everythingShown(thing: unknown): string {
  const error = thing instanceof Error ? thing : undefined;
  return [
    String(thing),
    error?.message,
    error?.stack,
    JSON.stringify(thing),
    inspect(thing, { depth: 20, showHidden: true, getters: true }),
    inspect(thing, { depth: 20, customInspect: false, getters: true }),
  ].join('\n');
}

/** What must never be shown: values, parts of keys, ciphertext. */
export const exampleSecrets = [
  'canary',
  ...(exampleKey.match(/AGE-SECRET-KEY-\w{6}/g) ?? []),
  ...(exampleText.match(/(?<=(?:data|iv|tag):)[^,]{8}/g) ?? []),
  ...exampleText
    .split('\n')
    .filter(line => /^ {8}\w/.test(line))
    .map(line => line.trim().slice(0, 16)),
];

/** The error that a promise rejects with, after a look at whether it gives anything away. */
export async function errorOf(promise: Promise<unknown>): Promise<SopsError> {
  const error = await promise.then(
    () => undefined,
    reason => reason,
  );
  if (!(error instanceof SopsError)) throw error ?? new Error('it was opened');
  const shown = everythingShown(error);
  const leaked = exampleSecrets.filter(secret => shown.includes(secret));
  if (leaked.length > 0) throw new Error('the error gives a secret away');
  return error;
}
