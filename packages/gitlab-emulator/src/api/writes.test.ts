import { useEmulator } from '../testing/emulator';
import { aToken, anOrganisation } from '../testing/seeds';

const SELF_ROTATE = '/personal_access_tokens/self/rotate';

describe('what was written', () => {
  const gitlab = useEmulator(anOrganisation());
  const send = (method: string, path: string, body?: unknown) =>
    gitlab.as('glpat-root').send(method, path, {
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const tokensOf = (userId: number) =>
    gitlab.emulator.state().tokens?.filter(token => token.userId === userId);

  it('is there although the answer was lost, and is not where the request was', async () => {
    await gitlab.emulator.addFault({
      method: 'POST',
      fault: { kind: 'drop-before' },
    });
    await gitlab.emulator.addFault({
      method: 'POST',
      fault: { kind: 'drop-after' },
    });
    const rotate = () => gitlab.as('glpat-developer').send('POST', SELF_ROTATE);
    await expect(rotate()).rejects.toThrow('fetch failed');
    expect(tokensOf(4)).toMatchObject([{ revoked: false }]);
    await expect(rotate()).rejects.toThrow('fetch failed');
    expect(tokensOf(4)).toMatchObject([
      { id: 4, revoked: true },
      { revoked: false, previousTokenId: 4 },
    ]);
    expect(gitlab.emulator.requests().map(({ status }) => status)).toEqual([
      null,
      200,
    ]);

    expect((await rotate()).status).toBe(401);
    expect(tokensOf(4)).toMatchObject([{ revoked: true }, { revoked: true }]);
  });

  it('is kept whole, so that the same state can be seeded again', async () => {
    await send('POST', '/users', {
      username: 'new',
      name: 'New',
      email: 'new@example.com',
    });
    await send('POST', '/groups', { name: 'New', path: 'new-group' });
    await send('DELETE', '/projects/21');
    await send('POST', '/projects/20/access_tokens', {
      name: 'ci',
      scopes: ['api'],
      expires_at: '2026-07-01',
    });
    await send('POST', '/groups/10/deploy_tokens', {
      name: 'd',
      scopes: ['read_registry'],
      expires_at: '2026-08-01',
    });
    await send('POST', '/groups/10/variables', {
      key: 'K',
      value: 'glpat-12345',
      masked_and_hidden: true,
    });
    const file = '/projects/20/repository/files/a%2Fb.yaml';
    await send('POST', file, {
      branch: 'main',
      commit_message: 'Add',
      content: 'a\n',
    });
    await send('PUT', file, {
      branch: 'next',
      start_branch: 'main',
      commit_message: 'Change',
      content: Buffer.from([0, 255]).toString('base64'),
      encoding: 'base64',
    });
    const opened = await send('POST', '/projects/20/merge_requests', {
      title: 'Change',
      source_branch: 'next',
      target_branch: 'main',
    });
    expect(opened.status).toBe(201);

    const before = gitlab.emulator.state();
    await gitlab.emulator.seed(JSON.parse(JSON.stringify(before)));
    expect(gitlab.emulator.state()).toEqual(before);
    const shown = await send('GET', '/projects/20/merge_requests/1');
    expect(shown.json).toMatchObject({
      sha: (opened.json as { sha: string }).sha,
      changes_count: '1',
    });
    const read = await send('GET', `${file}?ref=next`);
    expect(read.json).toMatchObject({ content: 'AP8=', size: 2 });
    expect((await send('GET', '/projects/21')).status).toBe(404);
    const next = await send('POST', '/projects', {
      name: 'next',
      namespace_id: 10,
    });
    expect(next.json).toMatchObject({ id: 24 });
  });

  it('is not deleted by who has not seen its newest state', async () => {
    await send('POST', '/groups/10/variables', { key: 'G', value: 'v' });
    await send('POST', '/projects/20/variables', { key: 'P', value: 'v' });
    await send('POST', '/groups/11/members', { user_id: 5, access_level: 30 });
    await gitlab.emulator.setClock('2026-06-02T00:00:00Z');
    await send('PUT', '/groups/10/variables/G', { value: 'w' });
    const remove = async (path: string, since: string) =>
      (
        await gitlab.as('glpat-root').send('DELETE', path, {
          headers: { 'If-Unmodified-Since': since },
        })
      ).status;
    const before = 'Mon, 01 Jun 2026 18:00:00 GMT';
    const long = 'Sun, 01 Feb 2026 00:00:00 GMT';
    const statuses = [
      await remove('/groups/10/variables/G', before),
      await remove('/groups/10/variables/G', 'nonsense'),
      await remove('/groups/11/members/5', long),
      await remove('/groups/11/members/5', before),
      await remove('/projects/20/variables/P', long),
    ];
    expect(statuses).toEqual([412, 204, 412, 204, 204]);
  });
});

describe('a revoked token', () => {
  const family = [
    aToken({ id: 60, value: 'glpat-dead', revoked: true }),
    aToken({ id: 61, revoked: true, previousTokenId: 60 }),
    aToken({ id: 62, value: 'glpat-alive', previousTokenId: 61 }),
    aToken({
      id: 63,
      value: 'glpat-old',
      revoked: true,
      expiresAt: '2026-01-01',
    }),
    aToken({ id: 64, value: 'glpat-other', previousTokenId: 63 }),
    aToken({ id: 65, previousTokenId: 60, expiresAt: '2026-01-01' }),
  ];
  const gitlab = useEmulator(anOrganisation({ tokens: family }));
  const revoked = () =>
    gitlab.emulator
      .state()
      .tokens?.filter(token => token.revoked)
      .map(({ id }) => id);

  it.each([
    ['POST', '/personal_access_tokens/self/rotate'],
    ['POST', '/personal_access_tokens/62/rotate'],
    ['POST', '/projects/20/access_tokens/self/rotate'],
    ['POST', '/groups/10/access_tokens/7/rotate'],
  ])('takes its living descendants along at %s %s', async (method, path) => {
    expect((await gitlab.as('glpat-dead').send(method, path)).status).toBe(401);
    expect(revoked()).toEqual([60, 61, 62, 63]);
  });

  it.each([
    ['glpat-dead', 'POST', '/personal_access_tokens/self/rotate/'],
    ['glpat-dead', 'GET', '/personal_access_tokens/self'],
    ['glpat-dead', 'DELETE', '/personal_access_tokens/self'],
    ['glpat-old', 'POST', '/personal_access_tokens/self/rotate'],
    ['glpat-root', 'POST', '/personal_access_tokens/60/rotate'],
  ])('takes nothing along as %s at %s %s', async (token, method, path) => {
    const { status } = await gitlab.as(token).send(method, path);
    expect(status).toBe(token === 'glpat-root' ? 400 : 401);
    expect(revoked()).toEqual([60, 61, 63]);
  });
});

describe('the Community Edition', () => {
  const gitlab = useEmulator(anOrganisation());

  it.each([
    ['GET', '/groups/10/service_accounts'],
    ['POST', '/service_accounts'],
    ['POST', '/projects/20/service_accounts/1/personal_access_tokens/1/rotate'],
  ])('has no %s %s', async (method, path) => {
    const answer = await gitlab.as('glpat-root').send(method, path);
    expect([answer.status, answer.json]).toEqual([
      404,
      { error: '404 Not Found' },
    ]);
  });

  it('has no environments for the variables of groups', async () => {
    const answer = await gitlab
      .as('glpat-owner')
      .send('POST', '/groups/10/variables', {
        body: '{"key":"K","value":"v","environment_scope":"production"}',
      });
    expect(answer.json).toMatchObject({ environment_scope: '*' });
  });
});
