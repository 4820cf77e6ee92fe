import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Seed } from '../seed/schema';
import { useEmulator } from '../testing/emulator';
import { hasShared, sharedDirectory } from '../testing/shared';
import { aToken } from '../testing/seeds';

interface Recorded {
  readonly file: string;
  readonly path: string;
  readonly status: number;
  readonly body: string;
  readonly authenticate: string | undefined;
}

interface Cassette {
  interactions: Array<{
    request: { method: string; url: string };
    response: { code: number; body: string; headers: Record<string, string[]> };
  }>;
}

const RECORDINGS = 'gitlab-recordings';

/** What is not emulated yet. */
const OUT_OF_SCOPE = /\/triggers|\/service_accounts/;

/** Every path and status once: the same request is recorded many times. */
function recordedReads(version: string): Recorded[] {
  const root = join(sharedDirectory, RECORDINGS, version);
  const distinct = new Map<string, Recorded>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.yaml')) {
      const cassette: Cassette = parse(readFileSync(join(root, file), 'utf8'));
      for (const { request, response } of cassette.interactions) {
        const { pathname, search } = new URL(request.url);
        const path = pathname.slice('/api/v4'.length) + search;
        if (request.method === 'GET' && !OUT_OF_SCOPE.test(path)) {
          distinct.set(`${response.code} ${path}`, {
            file,
            path,
            status: response.code,
            body: response.body,
            authenticate: response.headers['Www-Authenticate']?.[0],
          });
        }
      }
    }
  }
  return [...distinct.values()];
}

/** An instance in which every recorded read finds what the recorded one found. */
function equivalentSeed(version: string, reads: readonly Recorded[]): Seed {
  const asked = reads.flatMap(({ path, body }) =>
    path.startsWith('/users?username=') && body.startsWith('[{')
      ? (JSON.parse(body) as { username: string; bot: boolean }[])
      : [],
  );
  const named = new Map(
    [
      { username: 'root', bot: false },
      { username: 'owner', bot: false },
      { username: 'admin-user', bot: false },
      ...asked,
    ].map(user => [user.username, user]),
  );
  const members = [{ userId: 2, accessLevel: 50 as const }];
  return {
    now: '2026-06-17T09:00:00Z',
    settings: { version, enterprise: true },
    users: [...named.values()].map(({ username, bot }, index) => ({
      id: index + 1,
      username,
      serviceAccount: bot,
      admin: username === 'root' || username === 'admin-user',
    })),
    groups: [
      { id: 1, path: 'test' },
      { id: 2, path: 'example', members, description: 'An example group' },
      { id: 3, path: 'level-1' },
      { id: 4, path: 'level-2', parentId: 3 },
      { id: 5, path: 'level-3', parentId: 4 },
      { id: 6, path: 'service-accounts' },
    ],
    projects: [
      { id: 1, path: 'project', groupId: 6, description: 'Service accounts' },
      { id: 2, path: 'example', groupId: 2, description: 'An example project' },
    ],
    tokens: [
      aToken({ userId: 3, value: 'glpat-admin' }),
      aToken({ userId: 2, value: 'glpat-owner' }),
      aToken({ userId: 1, value: 'glpat-revoked', revoked: true }),
    ],
    deployTokens: [
      {
        groupId: 2,
        name: 'group-deploy',
        scopes: ['read_repository'],
        expiresAt: '2026-06-23',
      },
      {
        projectId: 2,
        name: 'project-deploy',
        scopes: ['read_repository'],
        expiresAt: '2026-06-23',
      },
    ],
  };
}

/** The token in whose place the recorded one must have been. */
function tokenFor({ path, status, body }: Recorded): string {
  if (status === 401) {
    return body.includes('invalid_token') ? 'glpat-revoked' : 'glpat-unknown';
  }
  return /^\/(groups|projects)\/example/.test(path)
    ? 'glpat-owner'
    : 'glpat-admin';
}

/** The names of all fields with the types of their values; null fits every type. */
function shapeOf(value: unknown, other: unknown): unknown {
  if (value === null || other === null) {
    return 'any';
  }
  if (Array.isArray(value) && Array.isArray(other)) {
    const isEmpty = value.length === 0 || other.length === 0;
    return isEmpty ? [] : [shapeOf(value[0], other[0])];
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, entry]) => [
      name,
      shapeOf(entry, (other as Record<string, unknown>)?.[name]),
    ]);
    return Object.fromEntries(fields);
  }
  return typeof value;
}

if (hasShared(RECORDINGS)) {
  describe('recordings of a real GitLab', () => {
    describe.each(['17.11.7', '19.0.2'])('%s', version => {
      const reads = recordedReads(version);
      const gitlab = useEmulator(equivalentSeed(version, reads));
      const replay = (read: Recorded) => {
        // The id of the user who was asked for there is another here.
        const path = read.path.replace(/^\/users\/\d+$/, '/users/3');
        return gitlab.as(tokenFor(read)).get(path);
      };

      it('are there to compare with', () => {
        expect(reads.length).toBeGreaterThan(15);
      });

      it.each(reads.filter(read => read.status < 400))(
        'have the same fields at $path ($file)',
        async read => {
          const { status, json } = await replay(read);
          expect(status).toBe(read.status);
          const recorded: unknown = JSON.parse(read.body);
          expect(shapeOf(json, recorded)).toEqual(shapeOf(recorded, json));
        },
      );

      it.each(reads.filter(read => read.status >= 400))(
        'are refused with $status in the same words at $path ($file)',
        async read => {
          const { status, json, headers } = await replay(read);
          expect([status, json]).toEqual([read.status, JSON.parse(read.body)]);
          expect(headers.get('www-authenticate') ?? undefined).toBe(
            read.authenticate,
          );
        },
      );
    });
  });
} else {
  it.todo('compare with recordings of a real GitLab');
}
