import { useEmulator } from '../testing/emulator';
import { aToken, anOrganisation } from '../testing/seeds';

const UNAUTHORIZED = { message: '401 Unauthorized' };
const REVOKED = 'Token was revoked. You have to re-authorize from the user.';
const EXPIRED =
  'Token is expired. You can either do re-authorization or token refresh.';

describe('authentication', () => {
  const seed = anOrganisation({
    tokens: [
      aToken({ id: 50, value: 'glpat-revoked', revoked: true }),
      aToken({ id: 51, value: 'glpat-expired', expiresAt: '2026-06-01' }),
      aToken({
        id: 52,
        value: 'glpat-both',
        expiresAt: '2026-05-01',
        revoked: true,
      }),
      aToken({ id: 53, value: 'glpat-last-day', expiresAt: '2026-06-02' }),
      aToken({ id: 54, value: 'glpat-read-api', scopes: ['read_api'] }),
      aToken({ id: 55, value: 'glpat-read-user', scopes: ['read_user'] }),
      aToken({
        id: 56,
        value: 'glpat-read-repository',
        scopes: ['read_repository'],
      }),
      aToken({ id: 57, kind: 'impersonation', value: 'glpat-impersonation' }),
      aToken({
        id: 58,
        kind: 'impersonation',
        value: 'glpat-weak-impersonation',
        scopes: ['read_repository'],
      }),
      aToken({ id: 59, userId: 9, value: 'glpat-blocked' }),
    ],
    deployTokens: [
      {
        projectId: 20,
        name: 'd',
        scopes: ['read_repository'],
        value: 'gldt-deploy',
      },
    ],
  });
  seed.users.push({ id: 9, username: 'gone', state: 'blocked' });
  const gitlab = useEmulator(seed);

  it.each<[string, string, Record<string, string>]>([
    ['the header PRIVATE-TOKEN', '', { 'PRIVATE-TOKEN': 'glpat-owner' }],
    ['a Bearer header', '', { Authorization: 'Bearer glpat-owner' }],
    ['the parameter private_token', '?private_token=glpat-owner', {}],
    ['the parameter access_token', '?access_token=glpat-owner', {}],
    [
      'private_token before PRIVATE-TOKEN',
      '?private_token=glpat-owner',
      { 'PRIVATE-TOKEN': 'glpat-root' },
    ],
    [
      'PRIVATE-TOKEN before Bearer',
      '',
      { 'PRIVATE-TOKEN': 'glpat-owner', Authorization: 'Bearer glpat-root' },
    ],
  ])('takes the token from %s', async (_, query, headers) => {
    const answer = await gitlab.as().get(`/user${query}`, headers);
    expect(answer.json).toMatchObject({ username: 'owner' });
  });

  it.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['an unknown token', { 'PRIVATE-TOKEN': 'glpat-unknown' }],
    [
      'an unknown token beside a good one that counts less',
      { 'PRIVATE-TOKEN': 'x', Authorization: 'Bearer glpat-root' },
    ],
    ['a deploy token', { 'PRIVATE-TOKEN': 'gldt-deploy' }],
    ['a deploy token in its own header', { 'Deploy-Token': 'gldt-deploy' }],
    ['a job token', { 'JOB-TOKEN': 'glcbt-x' }],
    [
      'basic authentication',
      { Authorization: `Basic ${btoa('any:glpat-root')}` },
    ],
  ])('refuses %s with a plain 401', async (_, headers) => {
    const answer = await gitlab.as().get('/personal_access_tokens', headers);
    expect([answer.status, answer.json]).toEqual([401, UNAUTHORIZED]);
    expect(answer.headers.get('www-authenticate')).toBeNull();
    expect(answer.headers.get('content-type')).toBe('application/json');
  });

  it.each([
    ['glpat-revoked', REVOKED],
    ['glpat-expired', EXPIRED],
    ['glpat-both', EXPIRED],
  ])('says of %s why it is not accepted', async (token, description) => {
    const answer = await gitlab.as(token).get('/personal_access_tokens/self');
    expect(answer.status).toBe(401);
    expect(answer.text).toBe(
      JSON.stringify({
        error: 'invalid_token',
        error_description: description,
      }),
    );
    expect(answer.headers.get('www-authenticate')).toBe(
      `Bearer realm="Protected by OAuth 2.0", error="invalid_token", error_description="${description}"`,
    );
  });

  it('lets a token die at 00:00 UTC of its expiry date', async () => {
    const status = async () =>
      (await gitlab.as('glpat-last-day').get('/user')).status;
    await gitlab.emulator.setClock('2026-06-01T23:59:59.999Z');
    expect(await status()).toBe(200);
    await gitlab.emulator.setClock('2026-06-02T00:00:00Z');
    expect(await status()).toBe(401);
  });

  it.each([
    ['/personal_access_tokens', 'glpat-read-user', 'api read_api'],
    ['/personal_access_tokens/50', 'glpat-read-repository', 'api read_api'],
    ['/groups/10/access_tokens', 'glpat-read-user', 'api read_api'],
    ['/projects/20/deploy_tokens', 'glpat-read-user', 'api read_api'],
    ['/user', 'glpat-read-repository', 'read_user api read_api'],
    [
      '/metadata',
      'glpat-read-repository',
      'read_user ai_features api read_api',
    ],
  ])(
    'answers %s to %s that the scope is missing',
    async (path, token, scope) => {
      const answer = await gitlab.as(token).get(path);
      expect(answer.status).toBe(403);
      expect(answer.text).toBe(
        JSON.stringify({
          error: 'insufficient_scope',
          error_description:
            'The request requires higher privileges than provided by the access token.',
          scope,
        }),
      );
      expect(answer.headers.get('www-authenticate')).toBeNull();
    },
  );

  it.each([
    ['glpat-read-repository', '/personal_access_tokens/self'],
    ['glpat-read-user', '/user'],
    ['glpat-read-user', '/version'],
    ['glpat-read-api', '/user'],
    ['glpat-read-api', '/personal_access_tokens'],
    ['glpat-read-api', '/groups/10/access_tokens'],
  ])('lets %s read %s', async (token, path) => {
    expect((await gitlab.as(token).get(path)).status).toBe(200);
  });

  it('refuses impersonation tokens while impersonation is disabled, after looking at their scopes', async () => {
    expect((await gitlab.as('glpat-impersonation').get('/user')).status).toBe(
      200,
    );
    await gitlab.emulator.seed({
      ...seed,
      settings: { impersonationEnabled: false },
    });
    const refused = await gitlab.as('glpat-impersonation').get('/user');
    expect([refused.status, refused.json]).toEqual([
      401,
      {
        error: 'invalid_token',
        error_description:
          'Token is an impersonation token but impersonation was disabled.',
      },
    ]);
    const weak = await gitlab.as('glpat-weak-impersonation').get('/user');
    expect(weak.status).toBe(403);
  });

  it('refuses blocked users', async () => {
    const answer = await gitlab
      .as('glpat-blocked')
      .get('/personal_access_tokens/self');
    expect([answer.status, answer.json]).toEqual([
      403,
      { message: '403 Forbidden - Your account has been blocked.' },
    ]);
  });

  it('writes down the first use at once, and then one every ten minutes', async () => {
    const self = '/personal_access_tokens/self';
    const client = gitlab.as('glpat-owner');
    const uses = [];
    for (const minute of ['00', '09', '10', '19', '20']) {
      await gitlab.emulator.setClock(`2026-06-01T12:${minute}:00Z`);
      const { last_used_at: used } = (await client.get(self)).json as {
        last_used_at: string;
      };
      uses.push(used.slice(14, 16));
    }
    expect(uses).toEqual(['00', '00', '10', '10', '20']);
    await gitlab.as('glpat-revoked').get(self);
    await gitlab.as('glpat-read-repository').get('/groups');
    const lastUse = (wanted: number) =>
      gitlab.emulator.state().tokens?.find(({ id }) => id === wanted)
        ?.lastUsedAt;
    expect(lastUse(50)).toBeNull();
    expect(lastUse(56)).toBe('2026-06-01T12:20:00Z');
  });

  it('answers unknown routes and methods as GitLab does', async () => {
    const client = gitlab.as('glpat-root');
    const unknown = await client.get('/nothing/here');
    expect([unknown.status, unknown.text]).toEqual([
      404,
      '{"error":"404 Not Found"}',
    ]);
    const method = await client.send('PATCH', '/user');
    expect([method.status, method.text]).toEqual([
      405,
      '{"error":"405 Not Allowed"}',
    ]);
    expect(method.headers.get('allow')).toBe('OPTIONS, GET, HEAD');
    const head = await client.send('HEAD', '/user');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100);
  });

  it('gives every answer an id', async () => {
    const answer = await gitlab.as('glpat-root').get('/user');
    const id = answer.headers.get('x-request-id');
    expect(id).toMatch(/^[0-9A-Z]{26}$/);
    expect(JSON.parse(answer.headers.get('x-gitlab-meta') ?? '')).toEqual({
      correlation_id: id,
      version: '1',
    });
  });
});

describe('the rate limit', () => {
  const seed = anOrganisation({ settings: { rateLimitPerMinute: 2 } });
  const gitlab = useEmulator(seed);

  it('lets that many requests per user and minute through, and says so', async () => {
    const client = gitlab.as('glpat-owner');
    const first = await client.get('/user');
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-name')).toBe(
      'throttle_authenticated_api',
    );
    expect(first.headers.get('ratelimit-limit')).toBe('2');
    expect(first.headers.get('ratelimit-observed')).toBe('1');
    expect(first.headers.get('ratelimit-remaining')).toBe('1');
    const reset = Date.parse('2026-06-01T12:01:00Z') / 1000;
    expect(first.headers.get('ratelimit-reset')).toBe(String(reset));
    await client.get('/user');

    const refused = await client.get('/user');
    expect([refused.status, refused.text]).toEqual([429, 'Retry later\n']);
    expect(refused.headers.get('content-type')).toBe('text/plain');
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('ratelimit-resettime')).toBe(
      'Mon, 01 Jun 2026 12:01:00 GMT',
    );

    expect((await gitlab.as('glpat-root').get('/user')).status).toBe(200);
    await gitlab.emulator.setClock('2026-06-01T12:01:00Z');
    expect((await client.get('/user')).status).toBe(200);
  });

  it('speaks of the limit only where it is exceeded, before 18.6', async () => {
    await gitlab.emulator.seed({
      ...seed,
      settings: { rateLimitPerMinute: 1, version: '17.11.7' },
    });
    const client = gitlab.as('glpat-owner');
    expect(
      (await client.get('/user')).headers.get('ratelimit-limit'),
    ).toBeNull();
    expect((await client.get('/user')).headers.get('ratelimit-limit')).toBe(
      '1',
    );
  });
});

describe('latency', () => {
  const gitlab = useEmulator(anOrganisation({ settings: { latencyMs: 200 } }));

  it('comes before every answer', async () => {
    const started = performance.now();
    await gitlab.as('glpat-root').get('/user');
    expect(performance.now() - started).toBeGreaterThan(190);
  });
});
