import { useEmulator } from '../testing/emulator';
import { aToken, anOrganisation } from '../testing/seeds';

describe('the control endpoints', () => {
  const gitlab = useEmulator(anOrganisation());

  const put = (path: string, body: unknown) =>
    gitlab.control().send('PUT', path, { body: JSON.stringify(body) });
  const addFault = (rule: unknown) =>
    gitlab.control().send('POST', '/faults', { body: JSON.stringify(rule) });

  it('replaces the whole state, and forgets faults and the request log', async () => {
    await addFault({ times: 0, fault: { kind: 'status', status: 503 } });
    await gitlab.as('glpat-root').get('/user');
    const answer = await put('/seed', {
      users: [{ id: 7, username: 'only' }],
      tokens: [aToken({ userId: 7, value: 'glpat-only' })],
    });
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');
    expect((await gitlab.control().get('/requests')).json).toEqual([]);
    expect((await gitlab.as('glpat-root').get('/user')).status).toBe(401);
    expect((await gitlab.as('glpat-only').get('/user')).json).toMatchObject({
      id: 7,
      username: 'only',
    });
  });

  it('gives a state from which the same state can be seeded again', async () => {
    await put('/seed', {
      now: '2026-06-01T00:00:00Z',
      users: [
        { id: 1, username: 'root', admin: true },
        { id: 5, username: 'svc', serviceAccount: true, groupId: 10 },
      ],
      groups: [
        { id: 11, path: 'inner', parentId: 10 },
        { id: 10, path: 'outer', members: [{ userId: 1, accessLevel: 50 }] },
      ],
      projects: [{ path: 'thing', groupId: 11 }],
      tokens: [
        aToken(),
        { kind: 'group', groupId: 10, name: 'bot', scopes: ['api'] },
        {
          kind: 'project',
          projectId: 1,
          name: 'ci',
          scopes: ['api'],
          accessLevel: 30,
        },
        { kind: 'service-account', userId: 5, name: 'svc', scopes: ['api'] },
      ],
      deployTokens: [{ projectId: 1, name: 'ci', scopes: ['read_repository'] }],
      variables: [{ groupId: 10, key: 'GITLAB_TOKEN', value: 'x' }],
    });
    const first = (await gitlab.control().get('/state')).json;
    expect((await put('/seed', first)).status).toBe(204);
    expect((await gitlab.control().get('/state')).json).toEqual(first);
  });

  it('generates ids, values and bot users as GitLab names them', async () => {
    await put('/seed', {
      users: [{ id: 1, username: 'root' }],
      groups: [{ id: 10, path: 'org' }],
      projects: [{ id: 20, path: 'thing', groupId: 10 }],
      tokens: [
        aToken({ id: 41 }),
        {
          kind: 'group',
          groupId: 10,
          userId: 900,
          name: 'deploy',
          scopes: ['api'],
        },
        {
          kind: 'project',
          projectId: 20,
          name: 'ci',
          scopes: ['api'],
          accessLevel: 20,
        },
      ],
      deployTokens: [
        { projectId: 20, name: 'pull', scopes: ['read_registry'] },
      ],
    });
    const { tokens, users, deployTokens } = gitlab.emulator.state();
    expect(tokens?.map(token => token.id)).toEqual([41, 42, 43]);
    for (const { value } of tokens ?? []) {
      expect(value).toMatch(
        /^glpat-[0-9A-Za-z_-]{27,300}\.[0-9a-z]{2}\.[0-9a-z]{9}$/,
      );
    }
    expect(tokens?.[1]).toMatchObject({ userId: 900, accessLevel: 40 });
    expect(users.find(({ id }) => id === 900)).toMatchObject({
      name: 'deploy',
      bot: true,
      username: expect.stringMatching(/^group_10_bot_[0-9a-f]{32}$/),
    });
    expect(users.find(({ id }) => id === tokens?.[2].userId)?.username).toMatch(
      /^project_20_bot_[0-9a-f]{32}$/,
    );
    expect(deployTokens?.[0]).toMatchObject({
      username: 'gitlab+deploy-token-1',
      value: expect.stringMatching(/^gldt-[0-9A-Za-z_-]{20}$/),
    });
  });

  it.each<[string, object, string]>([
    ['no users', {}, 'users: '],
    [
      'a token of an unknown group',
      { tokens: [{ kind: 'group', groupId: 99, name: 'x', scopes: [] }] },
      'tokens[0]: there is no group 99',
    ],
    [
      'a token of an unknown user',
      { tokens: [aToken({ userId: 99 })] },
      'tokens[0]: there is no user 99',
    ],
    [
      'a group token of a person',
      {
        groups: [{ id: 1, path: 'g' }],
        tokens: [aToken({ kind: 'group', groupId: 1 })],
      },
      'tokens[0]: user 1 is not a bot',
    ],
    [
      'the same id twice',
      { tokens: [aToken({ id: 5 }), aToken({ id: 5 })] },
      'tokens[1]: another token has the same id',
    ],
    [
      'the same value twice',
      { tokens: [aToken({ value: 'v' }), aToken({ value: 'v' })] },
      'tokens[1]: another token has the same value',
    ],
    [
      'an unknown predecessor',
      { tokens: [aToken({ previousTokenId: 77 })] },
      'tokens[0]: there is no token 77',
    ],
    [
      'an unknown parent',
      { groups: [{ path: 'g', parentId: 4 }] },
      'groups[0]: there is no group 4',
    ],
    [
      'a circle of groups',
      {
        groups: [
          { id: 1, path: 'a', parentId: 2 },
          { id: 2, path: 'b', parentId: 1 },
        ],
      },
      'is its own ancestor',
    ],
    [
      'a project nowhere',
      { projects: [{ path: 'p' }] },
      'projects[0]: needs a groupId or a userId',
    ],
    [
      'a member who does not exist',
      {
        groups: [
          { id: 1, path: 'g', members: [{ userId: 9, accessLevel: 30 }] },
        ],
      },
      'groups[0]: members[0]: there is no user 9',
    ],
    [
      'a role that does not exist',
      {
        groups: [
          { id: 1, path: 'g', members: [{ userId: 1, accessLevel: 31 }] },
        ],
      },
      'groups[0].members[0].accessLevel: ',
    ],
    [
      'a variable of nothing',
      { variables: [{ key: 'K', value: 'v' }] },
      'variables[0]: needs a groupId or a projectId',
    ],
    ['no date', { now: 'tomorrow' }, 'now: '],
  ])(
    'refuses a seed with %s and keeps the old state',
    async (_, seed, reason) => {
      const before = gitlab.emulator.state();
      const users = [{ id: 1, username: 'root' }];
      const hasUsers = Object.keys(seed).length > 0;
      const answer = await put('/seed', hasUsers ? { users, ...seed } : seed);
      expect(answer.status).toBe(400);
      expect(answer.json).toEqual({ error: expect.stringContaining(reason) });
      expect(gitlab.emulator.state()).toEqual(before);
    },
  );

  it('stops the clock where it is told to, and lets it run again', async () => {
    const client = gitlab.as('glpat-root');
    expect((await put('/clock', { now: '2026-12-30T23:59:59Z' })).status).toBe(
      204,
    );
    expect((await client.get('/user')).status).toBe(200);
    expect((await put('/clock', { now: '2026-12-31T00:00:00Z' })).status).toBe(
      204,
    );
    expect((await client.get('/user')).json).toMatchObject({
      error_description: expect.stringContaining('Token is expired'),
    });
    expect(gitlab.emulator.state().now).toBe('2026-12-31T00:00:00Z');
    expect((await put('/clock', { now: null })).status).toBe(204);
    expect(gitlab.emulator.state().now).toBeUndefined();
    await gitlab.as('glpat-root').get('/user');
    const at = gitlab.emulator.requests().at(-1)?.at ?? '';
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(10_000);
  });

  it.each([['{}'], ['{"now":"noon"}'], ['not JSON']])(
    'refuses the clock setting %s',
    async body => {
      expect(
        (await gitlab.control().send('PUT', '/clock', { body })).status,
      ).toBe(400);
    },
  );

  it('logs the requests to the API, oldest first, without the values of tokens', async () => {
    await gitlab
      .as('glpat-owner')
      .get('/groups/example-org%2Fpayments?with_projects=false');
    await gitlab.as().get('/user?private_token=glpat-root');
    await gitlab.as().get('/nothing');
    const expected = [
      {
        method: 'GET',
        path: '/api/v4/groups/example-org%2Fpayments',
        query: 'with_projects=false',
        status: 200,
        tokenId: 2,
      },
      {
        method: 'GET',
        path: '/api/v4/user',
        query: 'private_token=[REDACTED]',
        status: 200,
        tokenId: 1,
      },
      {
        method: 'GET',
        path: '/api/v4/nothing',
        query: '',
        status: 404,
        tokenId: null,
      },
    ].map(entry => ({ ...entry, at: '2026-06-01T12:00:00.000Z' }));
    expect((await gitlab.control().get('/requests')).json).toEqual(expected);
    expect((await gitlab.control().send('DELETE', '/requests')).status).toBe(
      204,
    );
    expect((await gitlab.control().get('/requests')).json).toEqual([]);
  });

  it('takes a seed of 10,000 tokens and more, quickly', async () => {
    const tokens = Array.from({ length: 20_000 }, (_, index) => ({
      kind: 'group' as const,
      groupId: 10,
      name: `token ${index}`,
      scopes: ['read_api'],
      description: 'x'.repeat(1000),
    }));
    const seed = anOrganisation({ tokens });
    expect(JSON.stringify(seed).length).toBeGreaterThan(20_000_000);
    const started = performance.now();
    expect((await put('/seed', seed)).status).toBe(204);
    const seeded = performance.now() - started;
    const list = await gitlab
      .as('glpat-owner')
      .get('/groups/10/access_tokens?page=200&per_page=100');
    expect(list.json).toHaveLength(100);
    const asked = performance.now() - started - seeded;
    expect(seeded).toBeLessThan(15_000);
    expect(asked).toBeLessThan(2_000);
  }, 60_000);

  it('takes bodies of 64 MiB', async () => {
    const seed = anOrganisation({
      variables: [
        { groupId: 10, key: 'BIG', value: 'x'.repeat(64 * 1024 * 1024) },
      ],
    });
    expect((await put('/seed', seed)).status).toBe(204);
  }, 60_000);

  it('says what it does not know', async () => {
    expect((await gitlab.control().get('/nothing')).status).toBe(404);
    const answer = await gitlab.control().send('DELETE', '/seed');
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('PUT');
  });
});
