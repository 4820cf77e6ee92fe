import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aManagedToken, anOperation } from './__testUtils__/answers';
import { PERMISSIONS, REF, Route, ROUTES } from './__testUtils__/routes';
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
      anOperation({
        id: 'issue',
        kind: 'issue',
        requestedBy: 'user:default/dana',
      }),
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
        severityLevel: /-(revoke|reveal)$/.test(route.event!)
          ? 'high'
          : 'medium',
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
    expect((await get('/expiries')).items).toMatchObject([
      { environment: 'dev' },
    ]);
    expect(await get('/owners')).toMatchObject({
      items: [{ environment: 'dev' }],
      mayIssue: true,
    });
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

  it('says who may issue no token at all, and that some may be issued where that is under conditions', async () => {
    const { policy } = router;
    const mayIssue = async () =>
      (await router.send('get', '/owners', { as: SERVICE })).body.mayIssue;
    policy.decisions[PERMISSIONS.issue.name] = {
      result: AuthorizeResult.DENY,
    };
    expect(await mayIssue()).toBe(false);
    policy.decisions[PERMISSIONS.issue.name] =
      createGitlabTokensConditionalDecision(
        PERMISSIONS.issue,
        conditions.hasKind({ kinds: ['project'] }),
      );
    expect(await mayIssue()).toBe(true);
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
