import fc from 'fast-check';
import { GitlabEmulator, startGitlabEmulator } from '../startGitlabEmulator';
import { Client } from '../testing/emulator';
import { anOrganisation } from '../testing/seeds';
import { endpoints } from './endpoints';

const MARK = 'glpat-root';

const seed = anOrganisation({
  settings: { enterprise: true },
  projects: [
    {
      id: 20,
      path: 'portal',
      groupId: 10,
      files: [
        { path: 'a', content: 'a\n' },
        { path: 'a', content: 'b\n', branch: 'next' },
      ],
    },
  ],
  tokens: [
    { kind: 'group', id: 30, groupId: 10, name: 'g', scopes: ['api'] },
    { kind: 'project', id: 31, projectId: 20, name: 'p', scopes: ['api'] },
  ],
  variables: [{ projectId: 20, key: 'K', value: 'v' }],
});

const segment = fc.constantFrom(
  '1',
  '4',
  '10',
  '20',
  '30',
  'a',
  'K',
  'x/y',
  '%',
);

const value = fc.oneof(
  fc.constantFrom<unknown>('main', 'next', 'a', 10, 20, 'api', ['api'], true),
  fc.constantFrom<unknown>('2026-08-01', 'update', 'create', 'close', null, ''),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A request to some endpoint, with some of its parameters and anything in them. */
const request = fc.constantFrom(...endpoints).chain(endpoint => {
  const names = Object.keys(endpoint.parameters);
  return fc.record({
    method: fc.constant(endpoint.method),
    path: fc.array(segment, { minLength: 4, maxLength: 4 }).map(segments =>
      endpoint.path
        .split('/')
        .map((part, index) =>
          part.startsWith(':') ? encodeURIComponent(segments[index % 4]) : part,
        )
        .join('/'),
    ),
    body: fc.record(Object.fromEntries(names.map(name => [name, value])), {
      requiredKeys: [],
    }),
  });
});

describe('whatever is asked', () => {
  let emulator: GitlabEmulator;

  beforeAll(async () => {
    emulator = await startGitlabEmulator({ seed });
  });

  afterAll(() => emulator.stop());

  it('is answered, never with a failure and never with a token that was there', async () => {
    const client = new Client(`${emulator.url}/api/v4`, MARK);
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(request, { minLength: 1, maxLength: 8 }),
          async requests => {
            for (const { method, path, body } of requests) {
              const answer = await client.send(
                method,
                path,
                method === 'GET' ? {} : { body: JSON.stringify(body) },
              );
              expect(answer.status).toBeLessThan(500);
              expect(answer.text).not.toContain(MARK);
            }
            const state = emulator.state();
            await emulator.seed(state);
            expect(emulator.state()).toEqual(state);
          },
        )
        .beforeEach(() => emulator.seed(seed)),
      { numRuns: 120 },
    );
  }, 120_000);
});
