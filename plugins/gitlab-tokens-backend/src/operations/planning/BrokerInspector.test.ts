import { CANARIES } from '../../__testUtils__/gitlab';
import { STRANGERS_RECIPIENT } from '../../__testUtils__/sopsFiles';
import { KnexBrokerFacts } from '../../adapters/database/KnexBrokerFacts';
import { MORE_CANARIES } from './__testUtils__/planningSeed';
import { describePlanning } from './__testUtils__/plannerTests';

const HOUR = 60 * 60_000;

describePlanning('BrokerInspector', tests => {
  const { seeing } = tests;
  const file = { token: CANARIES.dev, broker: CANARIES.broker };

  it('finds out what a broker is, and its role in every owner', async () => {
    const owners = ['example-org', 'example-org/portal', 'hidden-org'];
    const environment = await tests.portal.add({ owners }, file);
    const facts = await seeing(tests.portal.brokers.facts(environment));
    expect(facts).toEqual({
      environment: 'dev',
      source: 'broker',
      fileDigest: expect.any(String),
      observedAt: '2026-06-01T12:00:00.000Z',
      outcome: 'accepted',
      tokenId: 103,
      userId: 2,
      username: 'dana',
      isAdmin: false,
      isBot: false,
      scopes: ['api'],
      expiresAt: '2026-09-09',
      enterprise: true,
      owners: [
        { type: 'group', id: 10, path: 'example-org', accessLevel: 50 },
        {
          type: 'project',
          id: 20,
          path: 'example-org/portal',
          accessLevel: 50,
        },
      ],
    });
    expect(tests.portal.requests()).toEqual([]);
    const store = new KnexBrokerFacts(tests.portal.knex);
    expect(await store.get('dev')).toEqual(facts);
  });

  it('asks nothing for an hour, and anew after it', async () => {
    const environment = await tests.portal.add({}, file);
    tests.portal.now = new Date(tests.portal.now.getTime() + HOUR - 1);
    await tests.portal.brokers.facts(environment);
    expect(tests.portal.requests()).toEqual([]);

    tests.portal.now = new Date(tests.portal.now.getTime() + 1);
    const facts = await tests.portal.brokers.facts(environment);
    expect(facts.observedAt).toBe(tests.portal.now.toISOString());
    expect(tests.portal.requests()).toContain('GET /api/v4/user');
  });

  it('asks anew when the file has changed', async () => {
    const environment = await tests.portal.add({}, file);
    tests.portal.writeFile(environment, {
      ...file,
      broker: MORE_CANARIES.admin,
    });
    expect(await tests.portal.brokers.facts(environment)).toMatchObject({
      username: 'root',
      isAdmin: true,
      owners: [],
    });
  });

  it('asks for an owner that it does not know yet, and keeps it', async () => {
    const environment = await tests.portal.add({}, file);
    const owner = { path: 'Example-Org/Portal' };
    const facts = await tests.portal.brokers.facts(environment, { owner });
    expect(facts.owners.map(({ path }) => path)).toEqual([
      'example-org',
      'example-org/portal',
    ]);
    expect(tests.portal.requests()).not.toContain('GET /api/v4/user');
    tests.portal.emulator.clearRequests();
    await tests.portal.brokers.facts(environment, { owner });
    expect(tests.portal.requests()).toEqual([]);
  });

  it('takes the credential where there is no broker, and nothing where there is neither', async () => {
    const environment = await tests.portal.add({}, { token: CANARIES.dev });
    expect(await tests.portal.brokers.facts(environment)).toMatchObject({
      source: 'credential',
      isBot: true,
      owners: [{ path: 'example-org', accessLevel: 30 }],
    });
    tests.portal.writeFile(environment, {});
    expect(await tests.portal.brokers.facts(environment)).toMatchObject({
      outcome: 'problem',
      problem: { code: 'BROKER_MISSING' },
    });
  });

  it('keeps that a file is locked, but not that GitLab did not answer', async () => {
    const environment = await tests.portal.add({}, file);
    const store = new KnexBrokerFacts(tests.portal.knex);
    const known = await store.get('dev');
    await tests.portal.emulator.addFault({
      method: 'GET',
      path: '^/user$',
      times: 1,
      fault: { kind: 'drop-before' },
    });
    expect(await tests.portal.brokers.refresh(environment)).toMatchObject({
      problem: { code: 'BROKER_UNKNOWN' },
    });
    expect(await store.get('dev')).toEqual(known);

    const rule = { age: STRANGERS_RECIPIENT };
    tests.portal.writeFile(environment, { ...file, rule });
    await seeing(tests.portal.brokers.refresh(environment));
    expect(await store.get('dev')).toMatchObject({
      fileDigest: null,
      problem: { code: 'FILE_LOCKED' },
    });
  });
});
