import { Seed } from '@gitlab-tokens/gitlab-emulator';

import {
  access,
  ADMIN,
  collect,
  DEVELOPER,
  failureOf,
  ORGANISATION,
  OWNER,
  quickConnector,
  STRANGER,
  useGitlab,
} from './__testUtils__/conversation';

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** A deep organisation beside another one, with more of everything than a page holds. */
const LARGE: Seed = {
  ...ORGANISATION,
  users: [
    ...ORGANISATION.users,
    { id: 6, username: 'service_account_4f2a', bot: true },
    { id: 7, username: 'support-bot', bot: true },
    ...numbers(120).map(n => ({ id: 100 + n, username: `person-${n}` })),
  ],
  groups: [
    ...ORGANISATION.groups!,
    { id: 11, path: 'other-org' },
    { id: 12, path: 'platform', parentId: 10 },
    ...numbers(120).map(n => ({
      id: 100 + n,
      path: `team-${n}`,
      parentId: 12,
    })),
  ],
  projects: [
    ...ORGANISATION.projects!,
    { id: 21, path: 'elsewhere', groupId: 11 },
    ...numbers(230).map(n => ({
      id: 100 + n,
      path: `project-${n}`,
      groupId: 100 + (n % 120),
    })),
  ],
  tokens: [
    ...ORGANISATION.tokens!,
    {
      id: 107,
      kind: 'impersonation',
      userId: 3,
      name: 'gone',
      scopes: ['api'],
      createdAt: '2026-05-01T00:00:00Z',
      expiresAt: '2026-12-31',
      revoked: true,
    },
    ...numbers(150).map(n => ({
      id: 1000 + n,
      kind: 'personal' as const,
      userId: 100 + (n % 120),
      name: `token ${n}`,
      scopes: ['read_api'],
      createdAt: '2026-05-01T00:00:00Z',
      expiresAt: '2026-05-20',
    })),
  ],
};

describe('RestDirectoryGateway', () => {
  const connector = quickConnector();
  const gitlab = useGitlab(LARGE);

  const as = (credential: string) =>
    connector.connectDirectory(...access(gitlab(), credential));

  it('finds all groups below a group', async () => {
    const groups = await collect(as(OWNER).descendantGroups('example-org'));
    expect(groups).toHaveLength(121);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(121);
    expect(groups).toContainEqual({
      type: 'group',
      id: 100,
      path: 'example-org/platform/team-0',
    });
    expect(gitlab().requests()).toHaveLength(2);
  });

  it('finds all projects in a group and below it', async () => {
    const projects = await collect(as(OWNER).projectsOf('example-org'));
    expect(projects).toHaveLength(231);
    expect(new Set(projects.map(({ id }) => id)).size).toBe(231);
    expect(projects).toContainEqual({
      type: 'project',
      id: 20,
      path: 'example-org/portal',
    });
    expect(gitlab().requests()).toHaveLength(3);
    // Projects that are only shared with a group belong to somebody else.
    expect(gitlab().requests()[0].query).toMatch(/with_shared=false/);
  });

  it('finds the tokens of all users for an administrator', async () => {
    const tokens = await collect(as(ADMIN).allTokens());
    expect(tokens).toHaveLength(LARGE.tokens!.length);
    expect(tokens.find(({ id }) => id === 1000)).toEqual({
      id: 1000,
      userId: 100,
      name: 'token 0',
      description: null,
      scopes: ['read_api'],
      state: 'expired',
      createdAt: '2026-05-01T00:00:00.000Z',
      expiresAt: '2026-05-20',
      lastUsedAt: null,
    });
    expect(tokens.find(({ id }) => id === 107)).toMatchObject({
      state: 'revoked',
      userId: 3,
    });
    expect(gitlab().requests()).toHaveLength(2);
  });

  it('finds only their own for everybody else', async () => {
    const tokens = await collect(as(DEVELOPER).allTokens());
    expect(tokens.map(({ userId }) => userId)).toEqual([3]);
  });

  it('finds all users, and says who is a service account', async () => {
    const users = await collect(as(ADMIN).allUsers());
    const byId = new Map(users.map(user => [user.id, user]));
    expect(byId.size).toBeGreaterThanOrEqual(127);
    expect(byId.get(2)).toEqual({
      id: 2,
      username: 'dana',
      bot: false,
      serviceAccount: false,
    });
    expect(byId.get(5)).toMatchObject({ bot: true, serviceAccount: true });
    // What is not in GitLab's list is known by GitLab's names, or not at all.
    expect(byId.get(6)).toMatchObject({ serviceAccount: true });
    expect(byId.get(7)).toMatchObject({ serviceAccount: undefined });
    const bot = users.find(({ username }) => /^group_10_bot_/.test(username));
    expect(bot).toMatchObject({ bot: true, serviceAccount: false });
  });

  it('finds the service accounts of a group', async () => {
    expect(await collect(as(OWNER).serviceAccounts(10))).toEqual([
      { id: 5, username: 'deployer' },
    ]);
  });

  it('finds no service accounts where GitLab has none or shows none', async () => {
    expect(await collect(as(DEVELOPER).serviceAccounts(10))).toEqual([]);
    const fault = {
      kind: 'status',
      status: 404,
      body: '{"error":"404 Not Found"}',
    } as const;
    await gitlab().addFault({ times: 2, path: 'service_accounts', fault });
    expect(await collect(as(OWNER).serviceAccounts(10))).toEqual([]);
    const users = await collect(as(ADMIN).allUsers());
    expect(users.length).toBeGreaterThanOrEqual(127);
  });

  it('does not take a failure for nothing', async () => {
    const stranger = as(STRANGER);
    for (const list of [
      stranger.serviceAccounts(10),
      stranger.descendantGroups('example-org'),
      stranger.projectsOf('example-org'),
    ]) {
      const error = await failureOf(collect<unknown>(list));
      expect(error.code).toBe('GATEWAY_NOT_FOUND');
    }
    await gitlab().addFault({ fault: { kind: 'status', status: 500 } });
    const accounts = await failureOf(collect(as(OWNER).serviceAccounts(10)));
    expect(accounts.code).toBe('GATEWAY_SERVER_ERROR');
  });

  it('gives what it has, and then fails, where a later page fails', async () => {
    const pages = as(ADMIN).allTokens()[Symbol.asyncIterator]();
    expect((await pages.next()).value).toHaveLength(100);
    await gitlab().addFault({
      times: 0,
      fault: { kind: 'status', status: 502 },
    });
    const error = await failureOf(pages.next());
    expect(error.code).toBe('GATEWAY_UNAVAILABLE');
  });

  it.each(['{}', '{"message":"x"}', '[{"id":1}]'])(
    'does not take %s for a list',
    async body => {
      await gitlab().addFault({ fault: { kind: 'status', status: 200, body } });
      const error = await failureOf(collect(as(ADMIN).allTokens()));
      expect(error.code).toBe('GATEWAY_UNEXPECTED_ANSWER');
    },
  );
});
