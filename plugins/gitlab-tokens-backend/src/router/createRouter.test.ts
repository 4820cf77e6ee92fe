import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aManagedToken, anOperation } from './__testUtils__/answers';
import {
  KIM,
  NOBODY,
  RunningRouter,
  SERVICE,
  startRouter,
} from './__testUtils__/startRouter';
import {
  createGitlabTokensConditionalDecision,
  gitlabTokensConditions as conditions,
} from './tokenPermissionRules';
import {
  gitlabTokensTokenIssuePermission,
  gitlabTokensTokenReadPermission,
  gitlabTokensTokenRevokePermission,
  gitlabTokensTokenRotatePermission,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

const REF = 'dev.project.20.105';
const ISSUE = {
  environment: 'dev',
  kind: 'project',
  owner: 'example-org/portal',
  name: 'ci',
  scopes: ['read_api'],
  role: 'developer',
  expiresAt: '2026-08-01',
  deliver: [{ target: 'reveal' }],
};

const PERMISSIONS = {
  read: gitlabTokensTokenReadPermission,
  issue: gitlabTokensTokenIssuePermission,
  rotate: gitlabTokensTokenRotatePermission,
  revoke: gitlabTokensTokenRevokePermission,
};

interface Route {
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  body?: object;
  /** Of the token permissions, or the name of another. */
  needs: keyof typeof PERMISSIONS | `gitlab-tokens.${string}`;
  /** The kind of token that it is about, where conditions decide on one. */
  kind?: TokenKind;
  /** The auditor's event, for what changes something. */
  event?: string;
  status: number;
}

const CREDENTIAL = '/environments/dev/credential';
const ROUTES: Route[] = [
  {
    method: 'get',
    path: '/environments',
    needs: 'gitlab-tokens.environment.read',
    status: 200,
  },
  {
    method: 'get',
    path: '/environments/dev',
    needs: 'gitlab-tokens.environment.read',
    status: 200,
  },
  {
    method: 'put',
    path: CREDENTIAL,
    body: { token: 'glpat-pasted' },
    needs: 'rotate',
    kind: 'group',
    event: 'credential-paste',
    status: 202,
  },
  {
    method: 'post',
    path: `${CREDENTIAL}/rotation-plan`,
    needs: 'rotate',
    kind: 'group',
    status: 200,
  },
  {
    method: 'post',
    path: `${CREDENTIAL}/rotate`,
    needs: 'rotate',
    kind: 'group',
    event: 'credential-rotate',
    status: 202,
  },
  { method: 'get', path: '/tokens', needs: 'read', status: 200 },
  { method: 'get', path: '/tokens.csv', needs: 'read', status: 200 },
  { method: 'get', path: '/owners', needs: 'read', status: 200 },
  {
    method: 'post',
    path: '/tokens/plan',
    body: ISSUE,
    needs: 'issue',
    kind: 'project',
    status: 200,
  },
  {
    method: 'post',
    path: '/tokens',
    body: ISSUE,
    needs: 'issue',
    kind: 'project',
    event: 'token-issue',
    status: 202,
  },
  { method: 'get', path: `/tokens/${REF}`, needs: 'read', status: 200 },
  {
    method: 'post',
    path: `/tokens/${REF}/rotation-plan`,
    body: { mode: 'overlap' },
    needs: 'rotate',
    kind: 'project',
    status: 200,
  },
  {
    method: 'post',
    path: `/tokens/${REF}/rotate`,
    body: { mode: 'overlap' },
    needs: 'rotate',
    kind: 'project',
    event: 'token-rotate',
    status: 202,
  },
  {
    method: 'delete',
    path: `/tokens/${REF}?confirm=dev`,
    needs: 'revoke',
    kind: 'project',
    event: 'token-revoke',
    status: 202,
  },
  {
    method: 'post',
    path: '/tokens/revocation-plan',
    body: { tokens: [REF] },
    needs: 'revoke',
    kind: 'project',
    status: 200,
  },
  {
    method: 'post',
    path: '/tokens/revoke',
    body: { tokens: [REF], confirm: ['dev'] },
    needs: 'revoke',
    kind: 'project',
    event: 'token-revoke',
    status: 202,
  },
  {
    method: 'get',
    path: '/entities/component/default/portal/tokens',
    needs: 'read',
    status: 200,
  },
  {
    method: 'get',
    path: '/operations',
    needs: 'gitlab-tokens.operation.read',
    status: 200,
  },
  {
    method: 'get',
    path: '/operations/rotation',
    needs: 'gitlab-tokens.operation.read',
    status: 200,
  },
  ...(['resume', 'cancel'] as const).flatMap((verb): Route[] => [
    {
      method: 'post',
      path: `/operations/rotation/${verb}`,
      needs: 'rotate',
      kind: 'project',
      event: `operation-${verb}`,
      status: 202,
    },
    {
      method: 'post',
      path: `/operations/issue/${verb}`,
      needs: 'issue',
      kind: 'project',
      event: `operation-${verb}`,
      status: 202,
    },
    {
      method: 'post',
      path: `/operations/paste/${verb}`,
      needs: 'rotate',
      kind: 'personal',
      event: `operation-${verb}`,
      status: 202,
    },
    {
      method: 'post',
      path: `/operations/revocation/${verb}`,
      needs: 'revoke',
      kind: 'project',
      event: `operation-${verb}`,
      status: 202,
    },
  ]),
];

const named = (routes: Route[]) =>
  routes.map(route => [`${route.method} ${route.path}`, route] as const);
const changing = ROUTES.filter(({ event }) => event);
const decidedOnOne = ROUTES.filter(({ kind }) => kind);

const portal = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'portal',
    annotations: { 'gitlab.com/project-slug': 'example-org/portal' },
  },
};

describe('the HTTP API', () => {
  let router: RunningRouter;

  beforeAll(async () => {
    router = await startRouter([portal]);
  });
  afterAll(() => router.backend.stop());

  beforeEach(() => {
    const { operations, policy, tokens } = router;
    router.logged.length = 0;
    policy.decisions = {};
    policy.asked.length = 0;
    operations.done.length = 0;
    operations.failure = undefined;
    operations.ledger.clear();
    const ledger = [
      anOperation({ id: 'rotation' }),
      anOperation({ id: 'issue', kind: 'issue' }),
      anOperation({ id: 'paste', kind: 'paste', tokenKind: 'personal' }),
      anOperation({ id: 'revocation', kind: 'revoke' }),
    ];
    ledger.forEach(each => operations.ledger.set(each.id, each));
    tokens.tokens = [aManagedToken()];
    tokens.entityOwners = {
      'dev group example-org': ['group:default/payments'],
      'dev project example-org/portal': ['group:default/payments'],
      'dev user example-org/portal': ['group:default/payments'],
    };
  });

  const send = ({ method, path, body }: Route, as?: string) =>
    router.send(method, path, { body, ...(as !== undefined && { as }) });

  /** For kim, who is never let anything: what dana may read is remembered. */
  const deny = (route: Route) => {
    const name =
      route.needs in PERMISSIONS
        ? PERMISSIONS[route.needs as keyof typeof PERMISSIONS].name
        : route.needs;
    router.policy.decisions[name] = { result: AuthorizeResult.DENY };
    return name;
  };

  const under = (
    route: Route,
    condition: Parameters<typeof createGitlabTokensConditionalDecision>[1],
  ) => {
    const permission = PERMISSIONS[route.needs as keyof typeof PERMISSIONS];
    router.policy.decisions[permission.name] =
      createGitlabTokensConditionalDecision(permission, condition);
  };

  it.each(named(ROUTES))('%s wants credentials', async (_, route) => {
    const { status } = await send(route, NOBODY);
    expect(status).toBe(401);
    expect(router.policy.asked).toEqual([]);
    expect(router.operations.done).toEqual([]);
  });

  it.each(named(ROUTES))('%s wants its permission', async (_, route) => {
    const name = deny(route);
    const answer = await send(route, KIM);
    expect(answer.status).toBe(403);
    expect(answer.body.error).toEqual({
      name: 'NotAllowedError',
      message: `Needs the permission ${name}`,
    });
    expect(router.operations.done).toEqual([]);
  });

  it.each(named(ROUTES))(
    '%s is answered, and kept nowhere',
    async (_, route) => {
      const { status, headers } = await send(route);
      expect(status).toBe(route.status);
      expect(headers['cache-control']).toBe('no-store');
    },
  );

  it.each(named(changing))(
    '%s is an event of the auditor when it succeeds',
    async (_, route) => {
      await send(route);
      const [begun, ended, ...rest] = router.audited();
      expect(rest).toEqual([]);
      expect(begun).toMatchObject({
        eventId: route.event,
        status: 'initiated',
      });
      expect(ended).toMatchObject({
        eventId: route.event,
        status: 'succeeded',
        severityLevel: route.event === 'token-revoke' ? 'high' : 'medium',
        actor: { actorId: 'user:default/dana' },
      });
      const told = ended.meta as { operations: string[] };
      expect(told.operations).toHaveLength(1);
    },
  );

  it.each(named(changing))(
    '%s is a failed event of the auditor when it is not allowed',
    async (_, route) => {
      deny(route);
      await send(route, KIM);
      const [, ended, ...rest] = router.audited();
      expect(rest).toEqual([]);
      expect(ended).toMatchObject({
        eventId: route.event,
        status: 'failed',
        actor: { actorId: 'user:default/kim' },
        error: { name: 'NotAllowedError' },
      });
    },
  );

  it.each(named(ROUTES.filter(({ event }) => !event)))(
    '%s changes nothing and is no event of the auditor',
    async (_, route) => {
      await send(route);
      expect(router.audited()).toEqual([]);
      const changes = router.operations.done.filter(
        ([name]) => !/^(plan.*|list)$/.test(name),
      );
      expect(changes).toEqual([]);
    },
  );

  it.each(named(decidedOnOne))(
    '%s is decided on the environment, the kind and the owners of the entity',
    async (_, route) => {
      const owned = conditions.belongsToOwnedEntity({
        claims: ['user:default/dana', 'group:default/payments'],
      });
      const inDev = conditions.isInEnvironment({ environments: ['dev'] });
      const ofKind = conditions.hasKind({ kinds: [route.kind!] });
      under(route, { allOf: [owned, inDev, ofKind] });
      expect((await send(route)).status).toBe(route.status);

      const done = router.operations.done.length;
      const others = [
        conditions.belongsToOwnedEntity({ claims: ['group:default/other'] }),
        conditions.isInEnvironment({ environments: ['qa'] }),
        conditions.hasKind({ kinds: ['impersonation'] }),
        { not: ofKind },
      ];
      for (const other of others) {
        under(route, other);
        expect((await send(route)).status).toBe(403);
      }
      expect(router.operations.done).toHaveLength(done);
    },
  );

  it('shows of tokens what the conditions let somebody see, and nothing of the others', async () => {
    const { policy, tokens } = router;
    const other = aManagedToken({
      ref: 'qa.project.20.106',
      environment: 'qa',
      entityOwners: ['group:default/search'],
    });
    tokens.tokens = [aManagedToken(), other];
    tokens.inventoryOwners = tokens.tokens.map(({ environment, owner }) => ({
      environment,
      owner,
      tokens: 1,
      listedAt: null,
      problem: null,
    }));
    policy.decisions[PERMISSIONS.read.name] =
      createGitlabTokensConditionalDecision(PERMISSIONS.read, {
        anyOf: [
          conditions.isInEnvironment({ environments: ['dev'] }),
          conditions.belongsToOwnedEntity({ claims: ['group:default/mine'] }),
        ],
      });
    const get = async (path: string) =>
      (await router.send('get', path, { as: SERVICE })).body;

    expect((await get('/tokens')).items).toEqual([aManagedToken()]);
    expect(await get(`/tokens/${REF}`)).toEqual(aManagedToken());
    expect((await get('/owners')).items).toMatchObject([
      { environment: 'dev' },
    ]);
    const entity = await get('/entities/component/default/portal/tokens');
    expect(entity).toEqual({
      target: {
        type: 'project',
        host: null,
        path: 'example-org/portal',
        id: null,
      },
      items: [aManagedToken()],
    });
    // As one that is not there.
    expect((await get(`/tokens/${other.ref}`)).error).toEqual(
      (await get('/tokens/qa.project.20.999')).error,
    );
  });

  it('says the same of an entity that is not there as of one that may not be seen', async () => {
    const path = '/entities/component/default/unseen/tokens';
    const { status, body } = await router.send('get', path);
    expect(status).toBe(404);
    expect(body.error.message).toBe(
      'There is no entity component:default/unseen',
    );
  });

  it('resolves tokens for the permission framework', async () => {
    const path = '/.well-known/backstage/permissions/apply-conditions';
    // Not in the inventory.
    const credential = 'dev.group.10.101';
    const refs = [REF, 'dev.project.20.999', credential, 'dev.group.10.999'];
    const { status, body } = await router.send('post', path, {
      as: SERVICE,
      body: {
        items: refs.map(resourceRef => ({
          id: resourceRef,
          resourceRef,
          resourceType: 'gitlab-token',
          conditions: conditions.belongsToOwnedEntity({
            claims: ['group:default/payments'],
          }),
        })),
      },
    });
    expect(status).toBe(200);
    expect(body.items).toEqual([
      { id: REF, result: 'ALLOW' },
      { id: 'dev.project.20.999', result: 'DENY' },
      { id: credential, result: 'ALLOW' },
      { id: 'dev.group.10.999', result: 'DENY' },
    ]);
    const metadata = '/.well-known/backstage/permissions/metadata';
    const { body: known } = await router.send('get', metadata);
    expect(known.permissions).toHaveLength(6);
    expect(known.rules.map((it: { name: string }) => it.name)).toEqual([
      'IS_IN_ENVIRONMENT',
      'HAS_KIND',
      'BELONGS_TO_OWNED_ENTITY',
    ]);
  });
});
