import { useEmulator } from '../testing/emulator';
import { aToken, anOrganisation } from '../testing/seeds';

/** Tokens with one difference each, so that every filter and order tells them apart. */
const filterable = [
  {
    id: 101,
    name: 'Alpha deploy',
    createdAt: '2026-01-01T00:00:00Z',
    expiresAt: '2026-07-01',
    lastUsedAt: '2026-05-01T00:00:00Z',
  },
  {
    id: 102,
    name: 'beta Deploy',
    createdAt: '2026-02-01T00:00:00Z',
    expiresAt: null,
    lastUsedAt: null,
  },
  {
    id: 103,
    name: 'ci',
    createdAt: '2026-03-01T00:00:00Z',
    expiresAt: '2026-05-01',
    lastUsedAt: '2026-04-01T00:00:00Z',
  },
  {
    id: 104,
    name: 'delta',
    createdAt: '2026-04-01T00:00:00Z',
    expiresAt: '2026-08-01',
    lastUsedAt: '2026-05-15T00:00:00Z',
    revoked: true,
  },
];

const organisation = anOrganisation({
  tokens: [
    ...filterable.map(token => ({
      ...token,
      kind: 'group' as const,
      groupId: 10,
      userId: token.id + 800,
      scopes: ['read_api'],
      accessLevel: 50 as const,
      value: `glpat-bot-${token.id}`,
    })),
    {
      id: 110,
      kind: 'project',
      projectId: 20,
      name: 'project bot',
      scopes: ['api'],
      accessLevel: 30,
      value: 'glpat-project-bot',
    },
    {
      id: 111,
      kind: 'project',
      projectId: 22,
      name: 'site bot',
      scopes: ['api'],
      accessLevel: 40,
      value: 'glpat-site-bot',
    },
    aToken({ id: 120, userId: 4, name: 'second', scopes: ['read_api'] }),
    aToken({ id: 121, kind: 'impersonation', userId: 4, name: 'as developer' }),
  ],
  deployTokens: [
    {
      id: 1,
      projectId: 20,
      name: 'ci',
      scopes: ['read_registry', 'read_repository'],
      expiresAt: '2026-06-01T00:00:00Z',
    },
    {
      id: 2,
      projectId: 20,
      name: 'gone',
      scopes: ['read_repository'],
      revoked: true,
      expiresAt: '2026-05-31',
    },
    { id: 3, projectId: 20, name: 'kept', scopes: ['read_repository'] },
    { id: 4, groupId: 10, name: 'group', scopes: ['read_registry'] },
    { id: 5, projectId: 22, name: 'site', scopes: ['read_registry'] },
  ],
});

const idsOf = (json: unknown) => (json as { id: number }[]).map(({ id }) => id);

describe('group and project access tokens', () => {
  const gitlab = useEmulator(organisation);
  const list = async (query: string) =>
    idsOf(
      (await gitlab.as('glpat-owner').get(`/groups/10/access_tokens${query}`))
        .json,
    );

  it.each<[string, string | undefined, number, object]>([
    [
      '/groups/10/access_tokens',
      undefined,
      401,
      { message: '401 Unauthorized' },
    ],
    [
      '/groups/10/access_tokens',
      'glpat-maintainer',
      401,
      { message: '401 Unauthorized' },
    ],
    [
      '/groups/10/access_tokens',
      'glpat-stranger',
      404,
      { message: '404 Group Not Found' },
    ],
    [
      '/groups/99/access_tokens',
      'glpat-root',
      404,
      { message: '404 Group Not Found' },
    ],
    [
      '/groups/10/access_tokens/1',
      'glpat-owner',
      404,
      { message: '404 group Access Token Not Found' },
    ],
    [
      '/groups/10/access_tokens/110',
      'glpat-owner',
      404,
      { message: '404 group Access Token Not Found' },
    ],
    [
      '/groups/10/access_tokens/word',
      'glpat-owner',
      404,
      { message: '404 group Access Token Not Found' },
    ],
    [
      '/groups/10/access_tokens/word',
      'glpat-developer',
      401,
      { message: '401 Unauthorized' },
    ],
    [
      '/projects/20/access_tokens',
      'glpat-developer',
      401,
      { message: '401 Unauthorized' },
    ],
    [
      '/projects/22/access_tokens',
      'glpat-stranger',
      401,
      { message: '401 Unauthorized' },
    ],
    [
      '/projects/20/access_tokens',
      'glpat-stranger',
      404,
      { message: '404 Project Not Found' },
    ],
    [
      '/projects/20/access_tokens/101',
      'glpat-maintainer',
      404,
      { message: '404 project Access Token Not Found' },
    ],
    [
      '/projects/20/access_tokens',
      'glpat-project-bot',
      401,
      { message: '401 Unauthorized' },
    ],
  ])('answers %s to %s with %i', async (path, token, status, body) => {
    const answer = await gitlab.as(token).get(path);
    expect([answer.status, answer.json]).toEqual([status, body]);
  });

  it.each([
    ['/groups/10/access_tokens', 'glpat-owner', [101, 102, 103, 104]],
    ['/groups/example-org/access_tokens', 'glpat-root', [101, 102, 103, 104]],
    ['/groups/example-org%2Fpayments/access_tokens', 'glpat-owner', []],
    ['/groups/10/access_tokens', 'glpat-bot-102', [101, 102, 103, 104]],
    ['/projects/example-org%2Fportal/access_tokens', 'glpat-maintainer', [110]],
    [
      '/projects/Example-Org%2FPayments%2FAPI/access_tokens',
      'glpat-developer',
      [],
    ],
    ['/projects/developer%2Fdotfiles/access_tokens', 'glpat-developer', []],
    ['/projects/22/access_tokens', 'glpat-site-bot', [111]],
  ])('lists %s for %s', async (path, token, ids) => {
    const answer = await gitlab.as(token).get(path);
    expect([answer.status, idsOf(answer.json)]).toEqual([200, ids]);
  });

  it('shows one', async () => {
    const answer = await gitlab
      .as('glpat-owner')
      .get('/groups/10/access_tokens/103');
    expect(answer.json).toEqual({
      id: 103,
      name: 'ci',
      revoked: false,
      created_at: '2026-03-01T00:00:00.000Z',
      description: null,
      scopes: ['read_api'],
      user_id: 903,
      last_used_at: '2026-04-01T00:00:00.000Z',
      active: false,
      expires_at: '2026-05-01',
      access_level: 50,
      resource_type: 'group',
      resource_id: 10,
    });
  });

  it.each([
    ['?state=active', [101, 102]],
    ['?state=inactive', [103, 104]],
    ['?revoked=false', [101, 102, 103]],
    ['?revoked=true', [104]],
    ['?state=inactive&revoked=false', [103]],
    ['?created_before=2026-02-01T00:00:00Z', [101, 102]],
    ['?created_after=2026-03-01', [103, 104]],
    ['?created_after=2026-03-01T01:00:00%2B01:00', [103, 104]],
    ['?last_used_before=2026-05-01T00:00:00Z', [101, 103]],
    ['?last_used_after=2026-05-01T00:00:00Z', [101, 104]],
    ['?expires_before=2026-07-01', [103]],
    ['?expires_after=2026-07-01', [101, 104]],
    ['?search=DEPLOY', [101, 102]],
    ['?search=deploy%20alpha', [101]],
    ['?search=deploy%20x', [101, 102]],
    ['?search=CI', [103]],
    ['?search=c', []],
    ['?search=', [101, 102, 103, 104]],
    ['?sort=created_desc', [104, 103, 102, 101]],
    ['?sort=expires_asc', [103, 101, 104, 102]],
    ['?sort=expires_desc', [102, 104, 101, 103]],
    ['?sort=last_used_asc', [103, 101, 104, 102]],
    ['?sort=last_used_desc', [102, 104, 101, 103]],
    ['?sort=name_asc', [101, 102, 103, 104]],
    ['?sort=name_desc', [104, 103, 102, 101]],
    ['?sort=id_desc', [104, 103, 102, 101]],
    ['?sort=constructor', [101, 102, 103, 104]],
    ['?sort=name_desc&state=active&pagination=keyset', [102, 101]],
  ])('filters and sorts with %s', async (query, ids) => {
    expect(await list(query)).toEqual(ids);
  });

  it.each([
    ['?state=dead', 'state does not have a valid value'],
    ['?revoked=perhaps', 'revoked is invalid'],
    ['?created_before=yesterday', 'created_before is invalid'],
    ['?expires_after=2026-02-30', 'expires_after is invalid'],
    ['?per_page=0', 'per_page has a value not allowed'],
    ['?page=two', 'page is invalid'],
    [
      '?state=dead&last_used_after=x',
      'state does not have a valid value, last_used_after is invalid',
    ],
  ])('refuses %s', async (query, error) => {
    const answer = await gitlab
      .as('glpat-owner')
      .get(`/groups/10/access_tokens${query}`);
    expect([answer.status, answer.json]).toEqual([400, { error }]);
    const anonymous = await gitlab.as().get(`/groups/10/access_tokens${query}`);
    expect(anonymous.status).toBe(401);
  });
});

describe('personal access tokens', () => {
  const gitlab = useEmulator(organisation);

  it.each<[string, string, number[]]>([
    ['glpat-developer', '', [4, 120]],
    ['glpat-developer', '?user_id=4', [4, 120]],
    ['glpat-project-bot', '', [110]],
    ['glpat-root', '', [1, 2, 3, 4, 5, 101, 102, 103, 104, 110, 111, 120, 121]],
    ['glpat-root', '?user_id=4', [4, 120, 121]],
  ])('lists for %s with "%s"', async (token, query, ids) => {
    const answer = await gitlab
      .as(token)
      .get(`/personal_access_tokens${query}`);
    expect([answer.status, idsOf(answer.json)]).toEqual([200, ids]);
  });

  it.each<[string, string, number, object]>([
    ['glpat-developer', '?user_id=2', 401, { message: '401 Unauthorized' }],
    ['glpat-root', '?user_id=99', 404, { message: '404 Not Found' }],
    ['glpat-root', '?user_id=', 404, { message: '404 Not Found' }],
    ['glpat-root', '?user_id=me', 400, { error: 'user_id is invalid' }],
    ['glpat-developer', '/1', 401, { message: '401 Unauthorized' }],
    ['glpat-developer', '/999', 401, { message: '401 Unauthorized' }],
    ['glpat-root', '/999', 404, { message: '404 Not Found' }],
    ['glpat-root', '/abc', 400, { error: 'id is invalid' }],
  ])('answers %s asking "%s" with %i', async (token, path, status, body) => {
    const answer = await gitlab.as(token).get(`/personal_access_tokens${path}`);
    expect([answer.status, answer.json]).toEqual([status, body]);
  });

  it('shows its owner, and an administrator, one token', async () => {
    const own = await gitlab
      .as('glpat-developer')
      .get('/personal_access_tokens/120');
    const asRoot = await gitlab
      .as('glpat-root')
      .get('/personal_access_tokens/120');
    expect(own.json).toEqual(asRoot.json);
    expect(own.json).toMatchObject({
      id: 120,
      user_id: 4,
      active: true,
      last_used_ips: [],
    });
  });

  it('shows a group or project token itself, without its role', async () => {
    const answer = await gitlab
      .as('glpat-project-bot')
      .get('/personal_access_tokens/self');
    expect(answer.json).toMatchObject({
      id: 110,
      name: 'project bot',
      scopes: ['api'],
    });
    expect(answer.json).not.toHaveProperty('access_level');
  });
});

describe('deploy tokens', () => {
  const gitlab = useEmulator(organisation);

  it.each<[string, string | undefined, number, object]>([
    ['/deploy_tokens', undefined, 401, { message: '401 Unauthorized' }],
    ['/deploy_tokens', 'glpat-owner', 403, { message: '403 Forbidden' }],
    [
      '/projects/20/deploy_tokens',
      undefined,
      404,
      { message: '404 Project Not Found' },
    ],
    [
      '/projects/22/deploy_tokens',
      undefined,
      403,
      { message: '403 Forbidden' },
    ],
    [
      '/projects/22/deploy_tokens',
      'glpat-stranger',
      403,
      { message: '403 Forbidden' },
    ],
    [
      '/projects/20/deploy_tokens',
      'glpat-developer',
      403,
      { message: '403 Forbidden' },
    ],
    [
      '/projects/20/deploy_tokens',
      'glpat-unknown',
      401,
      { message: '401 Unauthorized' },
    ],
    [
      '/projects/20/deploy_tokens?active=x',
      'glpat-unknown',
      400,
      { error: 'active is invalid' },
    ],
    [
      '/projects/20/deploy_tokens/4',
      'glpat-maintainer',
      404,
      { message: '404 Not found' },
    ],
    [
      '/projects/20/deploy_tokens/x',
      'glpat-maintainer',
      400,
      { error: 'token_id is invalid' },
    ],
    [
      '/groups/10/deploy_tokens',
      'glpat-developer',
      403,
      { message: '403 Forbidden' },
    ],
    [
      '/groups/10/deploy_tokens',
      'glpat-stranger',
      404,
      { message: '404 Group Not Found' },
    ],
  ])('answers %s to %s with %i', async (path, token, status, body) => {
    const answer = await gitlab.as(token).get(path);
    expect([answer.status, answer.json]).toEqual([status, body]);
  });

  it.each([
    ['/deploy_tokens', 'glpat-root', [1, 2, 3, 4, 5]],
    ['/deploy_tokens?active=true', 'glpat-root', [3, 4, 5]],
    ['/projects/20/deploy_tokens', 'glpat-maintainer', [1, 2, 3]],
    ['/projects/20/deploy_tokens?active=false', 'glpat-maintainer', [1, 2, 3]],
    ['/groups/10/deploy_tokens', 'glpat-maintainer', [4]],
  ])('lists %s for %s', async (path, token, ids) => {
    const answer = await gitlab.as(token).get(path);
    expect([answer.status, idsOf(answer.json)]).toEqual([200, ids]);
  });

  it('calls a token expired only on the day after it stopped working', async () => {
    const show = async () =>
      (await gitlab.as('glpat-maintainer').get('/projects/20/deploy_tokens/1'))
        .json;
    expect(await show()).toEqual({
      id: 1,
      name: 'ci',
      username: 'gitlab+deploy-token-1',
      expires_at: '2026-06-01T00:00:00.000Z',
      scopes: ['read_repository', 'read_registry'],
      revoked: false,
      expired: false,
    });
    await gitlab.emulator.setClock('2026-06-02T00:00:00Z');
    expect(await show()).toMatchObject({ expired: true });
  });
});
