import {
  GitlabTokensClient,
  IssueRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { AddressInfo } from 'net';
import { PlanBlockedError } from '../operations/broker/PlanBlockedError';
import { aManagedToken, anOperation, aPlan } from './__testUtils__/answers';
import {
  CANARY,
  DANA,
  RunningRouter,
  startRouter,
} from './__testUtils__/startRouter';

const REF = 'dev.project.20.105';
const ISSUE: IssueRequest = {
  environment: 'dev',
  kind: 'project',
  owner: 'example-org/portal',
  name: 'ci',
  scopes: ['read_api'],
  role: 'developer',
  expiresAt: '2026-08-01',
  deliver: [{ target: 'reveal' }],
};

describe('GitlabTokensClient against the HTTP API', () => {
  let router: RunningRouter;
  let client: GitlabTokensClient;

  beforeAll(async () => {
    router = await startRouter([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'portal',
          annotations: { 'gitlab.com/project-slug': 'example-org/portal' },
        },
      },
    ]);
    const { port } = router.backend.server.address() as AddressInfo;
    client = new GitlabTokensClient({
      fetch: (input, init) =>
        fetch(
          String(input).replace(
            'plugin://gitlab-tokens/',
            `http://localhost:${port}/api/gitlab-tokens/`,
          ),
          { ...init, headers: { ...init?.headers, authorization: DANA } },
        ),
    });
  });
  afterAll(() => router.backend.stop());

  beforeEach(() => {
    router.operations.done.length = 0;
    router.operations.failure = undefined;
    router.tokens.tokens = [aManagedToken()];
  });

  it('reads the environments and the inventory', async () => {
    const { items } = await client.listEnvironments();
    expect(items.map(({ name }) => name)).toEqual(['dev']);
    expect(await client.getEnvironment('dev')).toEqual(items[0]);

    const query = {
      environment: ['dev'],
      scope: ['read_api', 'a&b'],
      search: 'ä +',
      expiresWithinDays: 0,
      limit: 7,
    };
    const list = await client.listTokens(query);
    expect(list).toMatchObject({ items: [aManagedToken()], limit: 7 });
    expect(router.tokens.asked).toEqual({ ...query, offset: 0 });
    expect(await client.getToken(REF)).toEqual(aManagedToken());
    expect(await client.listOwners({ environment: 'dev' })).toEqual({
      items: [],
      mayIssue: true,
    });
    expect(await client.listExpiries()).toEqual({
      items: [
        {
          environment: 'dev',
          days: [{ date: '2026-09-09', tokens: 1 }],
          never: 0,
        },
      ],
    });
    const entity = { kind: 'component', namespace: 'default', name: 'portal' };
    expect((await client.listEntityTokens(entity)).items).toHaveLength(1);

    const csv = await client.exportTokens({ search: 'x' });
    expect((await csv.text()).split('\r\n')).toHaveLength(3);
    expect(router.tokens.asked).toMatchObject({ search: 'x' });
  });

  it('plans without doing anything', async () => {
    const revocation = { tokens: [REF] };
    expect(await client.planIssue(ISSUE)).toEqual(aPlan({ kind: 'issue' }));
    expect(await client.planRotation(REF)).toEqual(aPlan());
    expect(await client.planCredentialRotation('dev')).toEqual(
      aPlan({ isCredential: true }),
    );
    expect(await client.planRevocation(revocation)).toEqual({
      items: [{ token: REF, plan: aPlan({ kind: 'revoke' }) }],
    });
    expect(router.operations.done.map(([name]) => name)).toEqual([
      'planIssue',
      'planRotation',
      'planCredentialRotation',
      'planRevocation',
    ]);
  });

  it('issues, rotates, takes over and revokes', async () => {
    const dana = 'user:default/dana';
    const wanted = { mode: 'overlap' as const };
    expect((await client.issueToken(ISSUE)).kind).toBe('issue');
    expect((await client.rotateToken(REF, wanted)).kind).toBe('rotate');
    expect((await client.rotateCredential('dev', wanted)).kind).toBe('rotate');
    expect((await client.pasteCredential('dev', CANARY)).kind).toBe('paste');
    expect(
      (await client.revokeToken(REF, { confirm: ['dev', 'qa'] })).kind,
    ).toBe('revoke');
    const revoked = await client.revokeTokens({ tokens: [REF] });
    expect(revoked.items).toHaveLength(1);

    expect(router.operations.done).toEqual([
      ['issue', ISSUE, dana],
      ['rotate', REF, wanted, dana],
      ['rotateCredential', 'dev', wanted, dana],
      ['paste', 'dev', expect.any(Secret), dana],
      ['revoke', { tokens: [REF], confirm: ['dev', 'qa'] }, dana],
      ['revoke', { tokens: [REF], confirm: [] }, dana],
    ]);
  });

  it('follows operations', async () => {
    const mine = anOperation({ id: 'mine', requestedBy: 'user:default/dana' });
    router.operations.ledger.clear();
    router.operations.ledger.set('mine', mine);
    const list = await client.listOperations({ state: 'open', limit: 3 });
    expect(list).toEqual({ items: [mine], total: 1, offset: 0, limit: 3 });
    expect(await client.getOperation('mine')).toEqual(mine);
    expect(await client.resumeOperation('mine')).toEqual(mine);
    expect(await client.cancelOperation('mine')).toEqual(mine);
    expect(await client.revealValue('mine')).toEqual({
      value: CANARY,
      username: null,
    });
  });

  it('passes on what is wrong', async () => {
    const token = 'not a token';
    await expect(client.pasteCredential('dev', token)).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'InputError' },
      body: { error: { violations: [{ code: 'TOKEN_MALFORMED' }] } },
    });
    const blockers = [
      { code: 'TOKEN_GONE' as const, message: 'It is gone.', action: 'Look.' },
    ];
    router.operations.failure = new PlanBlockedError(aPlan({ blockers }));
    await expect(client.rotateToken(REF)).rejects.toMatchObject({
      statusCode: 409,
      body: { error: { blockers } },
    });
  });
});
