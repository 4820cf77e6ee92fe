import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Seed } from '../seed/schema';
import { useEmulator } from '../testing/emulator';
import { hasShared, sharedDirectory } from '../testing/shared';
import { aToken } from '../testing/seeds';

interface Recorded {
  readonly file: string;
  readonly method: string;
  readonly path: string;
  readonly sent: string | undefined;
  readonly status: number;
  readonly body: string;
  readonly authenticate: string | undefined;
}

/** The rows that recorded writes are led to: their ids were others. */
const IDS = {
  personal: 51,
  self: 52,
  group: 53,
  project: 54,
  groupAccount: 81,
  projectAccount: 82,
  none: 999,
};

interface Cassette {
  interactions: Array<{
    request: { method: string; url: string; body?: string };
    response: { code: number; body: string; headers: Record<string, string[]> };
  }>;
}

const RECORDINGS = 'gitlab-recordings';

/** What is not emulated. */
const OUT_OF_SCOPE = /\/triggers/;

/** Every method, path and status once: the same request is recorded many times. */
function readRecordings(version: string): Recorded[] {
  const root = join(sharedDirectory, RECORDINGS, version);
  const distinct = new Map<string, Recorded>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.yaml')) {
      const cassette: Cassette = parse(readFileSync(join(root, file), 'utf8'));
      for (const { request, response } of cassette.interactions) {
        const { pathname, search } = new URL(request.url);
        const path = pathname.slice('/api/v4'.length) + search;
        if (!OUT_OF_SCOPE.test(path)) {
          distinct.set(`${request.method} ${response.code} ${path}`, {
            file,
            method: request.method,
            path,
            sent: request.body || undefined,
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

/** An instance in which every recorded request finds what the recorded one found. */
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
    users: [
      ...[...named.values()].map(({ username, bot }, index) => ({
        id: index + 1,
        username,
        serviceAccount: bot,
        admin: username === 'root' || username === 'admin-user',
      })),
      {
        id: IDS.groupAccount,
        username: 'of-group',
        serviceAccount: true,
        groupId: 2,
      },
      {
        id: IDS.projectAccount,
        username: 'of-project',
        serviceAccount: true,
        projectId: 2,
      },
    ],
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
      aToken({ id: IDS.personal, userId: 3 }),
      aToken({ id: IDS.self, userId: 3, value: 'glpat-self' }),
      { id: IDS.group, kind: 'group', groupId: 2, scopes: ['api'] },
      { id: IDS.project, kind: 'project', projectId: 2, scopes: ['api'] },
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
  if (path.endsWith('/self')) {
    return 'glpat-self';
  }
  return status === 403 || /^\/(groups|projects)\/example/.test(path)
    ? 'glpat-owner'
    : 'glpat-admin';
}

/** The recorded path, with the ids that this instance has. */
function pathFor({ method, path, status }: Recorded): string {
  if (method === 'GET') {
    return path.replace(/^\/users\/\d+$/, '/users/3');
  }
  const type = /^\/(group|project)s\//.exec(path)?.[1] ?? 'personal';
  const isThere = status < 300;
  const ids: Record<string, number> = IDS;
  const tokenId = isThere ? ids[type] : IDS.none;
  const deployId = type === 'group' ? 1 : 2;
  return path
    .replace(/^\/(groups|projects)\/\d+/, '/$1/2')
    .replace(/^\/users\/\d+$/, `/users/${IDS.groupAccount}`)
    .replace(/^\/users\/\d+/, '/users/3')
    .replace(/access_tokens\/\d+/, `access_tokens/${tokenId}`)
    .replace(/deploy_tokens\/\d+/, `deploy_tokens/${deployId}`)
    .replace(
      /service_accounts\/\d+/,
      `service_accounts/${ids[`${type}Account`]}`,
    );
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
      const recorded = readRecordings(version);
      const gitlab = useEmulator(equivalentSeed(version, recorded));
      const replay = (request: Recorded) =>
        gitlab
          .as(tokenFor(request))
          .send(request.method, pathFor(request), { body: request.sent });

      it('are there to compare with', () => {
        const isRead = ({ method }: Recorded) => method === 'GET';
        expect(recorded.filter(isRead).length).toBeGreaterThan(15);
        expect(recorded.filter(one => !isRead(one)).length).toBeGreaterThan(20);
      });

      it.each(recorded.filter(({ status }) => status < 204))(
        'have the same fields after $method $path ($file)',
        async request => {
          const { status, json } = await replay(request);
          expect(status).toBe(request.status);
          const answer: unknown = JSON.parse(request.body);
          expect(shapeOf(json, answer)).toEqual(shapeOf(answer, json));
        },
      );

      it.each(recorded.filter(({ status }) => status === 204))(
        'have nothing to say after $method $path ($file)',
        async request => {
          const { status, text, headers } = await replay(request);
          const type = headers.get('content-type');
          expect([status, text, type]).toEqual([204, '', null]);
        },
      );

      it.each(recorded.filter(({ status }) => status >= 400))(
        'are refused with $status in the same words after $method $path ($file)',
        async request => {
          const { status, json, headers } = await replay(request);
          expect([status, json]).toEqual([
            request.status,
            JSON.parse(request.body),
          ]);
          expect(headers.get('www-authenticate') ?? undefined).toBe(
            request.authenticate,
          );
        },
      );
    });
  });
} else {
  it.todo('compare with recordings of a real GitLab');
}
