import { revealedValueSchema } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import express from 'express';
import request from 'supertest';
import { inspect } from 'util';
import { aNewOperation } from '../__testUtils__/builders';
import { Operation as LedgerRow } from '../domain/Operation';
import { ViolationsError } from '../operations/ViolationsError';
import { PlanBlockedError } from '../operations/broker/PlanBlockedError';
import { GatewayError } from '../ports/GatewayError';
import { OperationInProgressError } from '../ports/Ledger';
import { aManagedToken, anOperation, aPlan } from './__testUtils__/answers';
import {
  CANARY,
  DANA,
  KIM,
  RunningRouter,
  SERVICE,
  startRouter,
} from './__testUtils__/startRouter';
import { bodyOf, readJsonBody } from './jsonBody';

const REF = 'dev.project.20.105';
const PASTE = '/environments/dev/credential';

describe('requests to the HTTP API', () => {
  let router: RunningRouter;

  beforeAll(async () => {
    router = await startRouter();
  });
  afterAll(() => router.backend.stop());

  beforeEach(() => {
    router.logged.length = 0;
    router.operations.done.length = 0;
    router.operations.failure = undefined;
    router.operations.revocations = undefined;
    router.operations.ledger.clear();
    router.tokens.tokens = [aManagedToken()];
  });

  const post = (path: string, body: object = {}) =>
    router.send('post', path, { body });
  const expectNothingDone = () => expect(router.operations.done).toEqual([]);

  it('names everything that is wrong with a token to be issued', async () => {
    const { status, body } = await post('/tokens', {
      environment: 'dev',
      kind: 'deploy',
      owner: 'example-org',
      name: '',
      scopes: [],
      role: 40,
      expiresAt: '01.08.2026',
      deliver: [{ to: 'me' }],
      lifetime: 3,
    });
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    for (const field of [
      'kind',
      'name',
      'scopes',
      'role',
      'expiresAt',
      'deliver.0.target',
    ]) {
      expect(body.error.message).toContain(`${field}: `);
    }
    expect(body.error.message).toContain('"lifetime"');
    expect(body.error.violations).toMatchObject([
      {
        code: 'KIND_NOT_ALLOWED',
        field: 'kind',
        allowed: expect.arrayContaining(['project-deploy']),
      },
      { code: 'NAME_EMPTY', field: 'name' },
      {
        code: 'ROLE_NOT_ALLOWED',
        field: 'role',
        allowed: expect.arrayContaining(['maintainer']),
      },
      { code: 'DELIVERY_INVALID', field: 'deliver.0.target' },
    ]);
    expectNothingDone();
    expect(router.audited().at(-1)).toMatchObject({
      eventId: 'token-issue',
      status: 'failed',
      error: { name: 'InputError' },
    });
  });

  it.each([
    ['/tokens?state=dead&limit=0&sort=age', ['state.0', 'limit', 'sort']],
    ['/tokens.csv?kind=deploy&expiresWithinDays=-1', ['kind', 'expiresWithin']],
    [
      `/operations?state=lost&limit=1000&token=${'x'.repeat(201)}`,
      ['state', 'limit', 'token'],
    ],
    ['/environments?fresh=yes', ['fresh']],
    ['/owners?environment=dev&environment=qa', ['environment']],
    ['/tokens?owner=example-org&owner=%00', ['owner']],
    ['/operations?environment=d%00ev', ['environment']],
  ])('names everything that is wrong with GET %s', async (path, fields) => {
    const { status, body } = await router.send('get', path);
    expect(status).toBe(400);
    fields.forEach(field => expect(body.error.message).toContain(field));
  });

  it.each([
    [`/tokens/${REF}/rotate`, { mode: 'quick' }, 'mode'],
    [`/tokens/${REF}/rotation-plan`, { deliver: [] }, 'deliver'],
    ['/environments/dev/credential/rotate', { expiresAt: 'soon' }, 'expiresAt'],
    ['/environments/dev/credential/rotation-plan', { grace: 1 }, 'grace'],
    ['/tokens/revoke', { tokens: [] }, 'tokens'],
    ['/tokens/revocation-plan', { confirm: 'dev' }, 'confirm'],
    ['/tokens/plan', {}, 'environment'],
    ['/tokens/plan', { owner: 'example-org\0' }, 'NUL'],
  ])('refuses POST %s with %j', async (path, wrong, field) => {
    const { status, body } = await post(path, wrong);
    expect(status).toBe(400);
    expect(body.error.message).toContain(field);
    expectNothingDone();
  });

  it('takes parameters that are given several times, and no empty ones', async () => {
    const scopes = Array.from({ length: 40 }, (_, index) => `scope-${index}`);
    const query = scopes.map(scope => `scope=${scope}`).join('&');
    const path = `/tokens?${query}&state=active&search=&owner=a%2Fb&limit=5`;
    expect((await router.send('get', path)).status).toBe(200);
    expect(router.tokens.asked).toEqual({
      scope: scopes,
      state: ['active'],
      owner: ['a/b'],
      offset: 0,
      limit: 5,
    });
  });

  it.each([
    ['get', '/environments/prod'],
    ['put', '/environments/prod/credential'],
    ['post', '/environments/prod/credential/rotate'],
    ['get', '/tokens/dev.project.20.999'],
    ['get', '/tokens/no-such-thing'],
    ['post', '/tokens/dev.project.20.999/rotate'],
    ['post', "/tokens/'%3B%20--/rotate"],
    ['delete', '/tokens/dev.project.20.999'],
    ['get', '/operations/none'],
    ['get', `/operations/${'x'.repeat(65)}`],
    ['post', '/operations/none/resume'],
    ['post', '/operations/none/cancel'],
    ['post', '/operations/none/reveal'],
  ] as const)('%s %s is not there', async (method, path) => {
    const { status, body } = await router.send(method, path);
    expect(status).toBe(404);
    expect(body.error.name).toBe('NotFoundError');
    expectNothingDone();
  });

  it('revokes all of the tokens or none', async () => {
    const tokens = [REF, 'dev.project.20.999'];
    const { status, body } = await post('/tokens/revoke', { tokens });
    expect(status).toBe(404);
    expect(body.error.message).toBe(
      'There are no such tokens: dev.project.20.999. Nothing was revoked.',
    );
    expectNothingDone();
  });

  it('passes on what was asked for, and who asked', async () => {
    const body = { mode: 'in-place', deliver: [{ target: 'x', own: [1] }] };
    await router.send('post', `/tokens/${REF}/rotate`, { body, as: KIM });
    await router.send('delete', `/tokens/${REF}?confirm=dev&confirm=qa`);
    await router.send('post', '/environments/dev/credential/rotate', {
      as: SERVICE,
    });
    expect(router.operations.done).toEqual([
      ['rotate', REF, body, 'user:default/kim'],
      [
        'revoke',
        { tokens: [REF], confirm: ['dev', 'qa'] },
        'user:default/dana',
      ],
      ['rotateCredential', 'dev', {}, 'external:test-service'],
    ]);
    const [rotated, revoked] = router
      .audited()
      .filter(it => it.status === 'succeeded');
    expect(rotated.meta).toEqual({
      environment: 'dev',
      kind: 'project',
      owner: 'example-org/portal',
      tokens: [REF],
      tokenId: 105,
      operations: ['operation-1'],
      deliveries: ['reveal'],
    });
    expect(revoked.meta).toMatchObject({ tokens: [REF], environment: 'dev' });
  });

  it('leaves no body on a request for others to write down', async () => {
    const app = express().put('/', readJsonBody(), (asking, answer) => {
      answer.json({ left: asking.body ?? null, read: bodyOf(asking) });
    });
    const { body } = await request(app).put('/').send({ token: CANARY });
    expect(body).toEqual({ left: null, read: { token: CANARY } });
  });

  it('reads a body as JSON, whatever it is called', async () => {
    const { status } = await request(router.backend.server)
      .post(`/api/gitlab-tokens/tokens/${REF}/rotate`)
      .set('authorization', DANA)
      .set('content-type', 'text/plain')
      .send('{"mode":"in-place"}');
    expect(status).toBe(202);
    expect(router.operations.done).toEqual([
      ['rotate', REF, { mode: 'in-place' }, 'user:default/dana'],
    ]);
  });

  it('answers what a request may not ask for with all violations', async () => {
    const violations = ['scopes.0', 'expiresAt'].map(field => ({
      code: 'SCOPE_NOT_ALLOWED' as const,
      field,
      found: 'api',
      allowed: ['read_api'],
      message: `${field} is not allowed`,
    }));
    router.operations.failure = new ViolationsError(violations);
    const { status, body } = await post(`/tokens/${REF}/rotate`);
    expect(status).toBe(400);
    expect(body.error.violations).toEqual(violations);
  });

  it('answers a second operation with the one that runs, and nothing of its row', async () => {
    const row = {
      ...aNewOperation({ id: 'running' }),
      step: 'minted',
      sealed: CANARY,
    } as LedgerRow;
    router.operations.failure = new OperationInProgressError(row);
    const { status, body } = await post(`/tokens/${REF}/rotate`);
    expect(status).toBe(409);
    expect(body.error).toEqual({
      name: 'ConflictError',
      message: expect.stringContaining('Operation running'),
      operationId: 'running',
      step: 'minted',
    });
    const error = new OperationInProgressError(row);
    expect(error.operation).toBe(row);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(
      CANARY,
    );
    expect(inspect(router.logged, { depth: 9 })).not.toContain(CANARY);
  });

  it('answers a plan that cannot be carried out with its blockers', async () => {
    const blockers = [
      {
        code: 'BROKER_MISSING' as const,
        message: 'There is no broker.',
        action: 'Add one.',
      },
    ];
    router.operations.failure = new PlanBlockedError(aPlan({ blockers }));
    const rotation = await post(`/tokens/${REF}/rotate`);
    expect(rotation.status).toBe(409);
    expect(rotation.body.error.blockers).toEqual(blockers);

    router.operations.failure = undefined;
    router.operations.revocations = [
      { token: REF, operation: null, problem: blockers[0] },
    ];
    const revocation = await router.send('delete', `/tokens/${REF}`);
    expect(revocation.status).toBe(409);
    expect(revocation.body.error).toEqual({
      name: 'ConflictError',
      message: 'There is no broker. Add one.',
      problem: blockers[0],
      blockers,
    });
    const list = await post('/tokens/revoke', { tokens: [REF] });
    expect(list.status).toBe(202);
    expect(list.body.items).toEqual(router.operations.revocations);
  });

  it('does not take what GitLab says of our credential for what it says of the browser', async () => {
    router.operations.failure = new GatewayError(
      'GATEWAY_CREDENTIAL_REJECTED',
      'GitLab refuses the token',
    );
    const { status, body } = await post(`/tokens/${REF}/rotate`);
    expect(status).toBe(503);
    expect(body.error.code).toBe('GATEWAY_CREDENTIAL_REJECTED');
  });

  it('writes nothing of an unexpected error into the audit log but its name', async () => {
    router.operations.failure = new RangeError('select … bindings');
    expect((await post(`/tokens/${REF}/rotate`)).status).toBe(500);
    const { error } = router.audited().at(-1)!;
    expect(inspect(error)).not.toContain('bindings');
    expect(error).toMatchObject({ name: 'RangeError' });
  });

  describe('with values', () => {
    const everything = () => inspect(router.logged, { depth: 12 });

    it('takes a pasted token as a secret', async () => {
      const body = { token: CANARY };
      const answer = await router.send('put', PASTE, { body });
      expect(answer.status).toBe(202);
      const [[name, environment, value, by]] = router.operations.done;
      expect([name, environment, by]).toEqual([
        'paste',
        'dev',
        'user:default/dana',
      ]);
      expect((value as Secret).equals(Secret.of(CANARY))).toBe(true);
      expect(answer.text).not.toContain(CANARY);
      expect(everything()).toContain('credential-paste');
      expect(everything()).not.toContain(CANARY);
    });

    it.each([
      ['white space', { token: `${CANARY} ` }],
      ['a second line', { token: `${CANARY}\n` }],
      ['another name', { value: CANARY }],
      ['another type', { token: [CANARY] }],
      ['more than the token', { token: CANARY, for: CANARY }],
      ['too much', { token: CANARY.repeat(50) }],
      ['far too much', { token: CANARY.repeat(10_000) }],
      ['no object', [CANARY]],
    ])('repeats nothing of a pasted token with %s', async (_, body) => {
      const answer = await router.send('put', PASTE, { body });
      expect(answer.status).toBe(400);
      expect(answer.text).not.toContain(CANARY);
      expect(everything()).not.toContain(CANARY);
      expectNothingDone();
    });

    it.each(['/tokens/revoke', '/tokens/revocation-plan'])(
      'repeats nothing of a value that stands where POST %s wants a ref',
      async path => {
        const answer = await post(path, { tokens: [REF, CANARY] });
        expect(answer.status).toBe(400);
        expect(answer.body.error.message).toContain('tokens.1: ');
        expect(answer.text).not.toContain(CANARY);
        expect(everything()).not.toContain(CANARY);
        expectNothingDone();
      },
    );

    it.each([
      ['a bare value', CANARY],
      ['a string', JSON.stringify(CANARY)],
      ['broken JSON', `{"token":"${CANARY}"`],
    ])('repeats nothing of a body that is %s', async (_, text) => {
      const answer = await request(router.backend.server)
        .put(`/api/gitlab-tokens${PASTE}`)
        .set('authorization', DANA)
        .set('content-type', 'application/json')
        .send(text);
      expect(answer.status).toBe(400);
      expect(answer.body.error.name).toBe('InputError');
      expect(answer.text).not.toContain('canary');
      expect(everything()).not.toContain('canary');
    });

    it('shows a value once, to whoever asked for it, and writes down only that', async () => {
      const { operations } = router;
      operations.ledger.set(
        'mine',
        anOperation({ id: 'mine', requestedBy: 'user:default/dana' }),
      );
      const path = '/operations/mine/reveal';
      const denied = await router.send('post', path, { as: KIM });
      expect(denied.status).toBe(403);
      expect((await router.send('post', path, { as: SERVICE })).status).toBe(
        403,
      );
      expectNothingDone();

      const shown = await post(path);
      expect(shown.status).toBe(200);
      expect(shown.headers['cache-control']).toBe('no-store');
      expect(revealedValueSchema.parse(shown.body)).toEqual({
        value: CANARY,
        username: null,
      });
      const ended = router.audited().filter(it => it.status !== 'initiated');
      expect(ended).toMatchObject([
        { eventId: 'operation-reveal', status: 'failed' },
        { eventId: 'operation-reveal', status: 'failed' },
        {
          eventId: 'operation-reveal',
          status: 'succeeded',
          severityLevel: 'high',
          actor: { actorId: 'user:default/dana' },
          meta: { operations: ['mine'], environment: 'dev' },
        },
      ]);
      expect(everything()).not.toContain(CANARY);
    });
  });
});
