import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  GitlabEmulator,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { Knex } from 'knex';
import {
  anEnvironment,
  anInspectedFile,
  anInspection,
} from '../../__testUtils__/builders';
import { CANARIES } from '../../__testUtils__/gitlab';
import { aQuery } from '../../__testUtils__/inventory';
import { CatalogEntityOwners } from '../../adapters/catalog/CatalogEntityOwners';
import { KnexInspectionStore } from '../../adapters/database/KnexInspectionStore';
import { KnexInventoryWriter } from '../../adapters/database/KnexInventoryWriter';
import { KnexTokenExpiryCounts } from '../../adapters/database/KnexTokenExpiryCounts';
import { KnexTokenInventory } from '../../adapters/database/KnexTokenInventory';
import { migratedDatabase } from '../../adapters/database/migrate';
import { GitlabConnector } from '../../adapters/gitlab/GitlabConnector';
import {
  CredentialStore,
  CredentialStoreError,
} from '../../ports/CredentialStore';
import { DEPLOY, INVENTORY_SEED, ROOT } from './__testUtils__/inventorySeed';
import { InventoryRefresher } from './InventoryRefresher';
import { TokenCatalog } from './TokenCatalog';

jest.setTimeout(60_000);

const component = (
  name: string,
  annotations: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${name}-team` }],
});

describe('refreshing the inventory', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3'],
    disableDocker: true,
  });
  const environment = anEnvironment({ owners: ['example-org'] });
  let emulator: GitlabEmulator;
  let knex: Knex;
  let inventory: KnexTokenInventory;
  let entities: Entity[];
  let speaker: string;
  let now: Date;
  let file: () => void;

  beforeAll(async () => {
    emulator = await startGitlabEmulator({ seed: INVENTORY_SEED });
  });
  afterAll(() => emulator.stop());

  beforeEach(async () => {
    await emulator.seed(INVENTORY_SEED);
    await emulator.setClock('2026-06-01T12:00:00Z');
    await emulator.clearRequests();
    knex = await databases.init('SQLITE_3');
    await migratedDatabase(mockServices.database({ knex }));
    now = new Date('2026-06-01T12:00:00Z');
    inventory = new KnexTokenInventory(knex, { now: () => now });
    entities = [];
    speaker = CANARIES.broker;
    file = () => {};
  });
  afterEach(() => knex.destroy());

  const host = () => new URL(emulator.url).host;
  const credentials: CredentialStore = {
    async read() {
      file();
      return {
        instance: {
          host: host(),
          baseUrl: emulator.url,
          apiBaseUrl: `${emulator.url}/api/v4`,
        },
        token: null,
        broker: Secret.of(speaker),
        tokenInClear: false,
        digest: 'digest-1',
      };
    },
  };

  function refresher(options: { timeLimit?: number } = {}) {
    const connector = new GitlabConnector({
      retries: { attempts: 1 },
      now: () => now,
    });
    return new InventoryRefresher({
      environments: [environment],
      credentials,
      ...{ connect: connector.connect, connectBroker: connector.connectBroker },
      ...{
        connectDirectory: connector.connectDirectory,
        connectTokens: connector.connectTokens,
      },
      writer: new KnexInventoryWriter(knex, () => now),
      entities: new CatalogEntityOwners({
        catalog: catalogServiceMock({ entities }),
        auth: mockServices.auth(),
      }),
      logger: mockServices.logger.mock(),
      ...options,
    });
  }
  const catalog = () =>
    new TokenCatalog({
      environments: [environment],
      inventory,
      expiries: new KnexTokenExpiryCounts(knex),
      inspections: new KnexInspectionStore(knex),
      now: () => now,
    });
  const refs = async () =>
    (await inventory.query(aQuery({ limit: 500, sort: 'kind' }))).tokens
      .map(({ ref }) => ref)
      .sort();
  const owner = async (path: string | null) =>
    (await inventory.owners('dev')).find(it => it.owner.path === path)!;
  const paths = async () =>
    (await emulator.requests()).map(({ path }) => path.replace('/api/v4', ''));

  const OWNED = [
    'dev.group-deploy.12.2',
    'dev.group.10.101',
    'dev.group.10.102',
    'dev.group.10.104',
    'dev.personal.2.100',
    'dev.personal.2.103',
    'dev.project-deploy.21.1',
    'dev.project.20.105',
    'dev.project.21.110',
    'dev.service-account.4-group-10.109',
  ];

  it('lists all kinds of tokens of an owner’s groups and projects, and the broker’s own', async () => {
    await refresher().refreshAll();
    expect(await refs()).toEqual(OWNED);
    expect(await catalog().get('dev.project.21.110')).toMatchObject({
      owner: { type: 'project', id: 21, path: 'example-org/payments/api' },
      role: 'developer',
      state: 'expired',
      daysLeft: -31,
      observedAt: now.toISOString(),
    });
    expect(await catalog().get('dev.project-deploy.21.1')).toMatchObject({
      username: 'ci',
      state: 'active',
      daysLeft: null,
    });
    expect(
      (await catalog().owners('dev')).map(it => [
        it.owner.path,
        it.tokens,
        it.problem,
      ]),
    ).toEqual([
      ['dana', 2, null],
      ['example-org', 4, null],
      ['example-org/payments', 1, null],
      ['example-org/payments/api', 2, null],
      ['example-org/portal', 1, null],
    ]);
  });

  it('lists the projects behind catalog entities as well, and knows who owns them', async () => {
    entities = [
      component('website', { 'gitlab.com/project-slug': 'open-org/website' }),
      component('api', {
        'gitlab.com/project-id': '21',
        'gitlab.com/instance': host(),
      }),
      component('elsewhere', {
        'backstage.io/source-location': 'url:https://gitlab.example.org/a/b',
      }),
      component('nowhere', { 'gitlab.com/project-slug': 'no/such' }),
    ];
    await refresher().refreshAll();
    // Dana is no member of the website's project.
    expect(await owner('open-org/website')).toMatchObject({
      tokens: 0,
      listedAt: null,
      problem: {
        code: 'GATEWAY_NOT_PERMITTED',
        action: expect.stringContaining('Maintainer'),
      },
    });
    expect((await catalog().get('dev.project.21.110')).entityOwners).toEqual([
      'group:default/api-team',
    ]);
    expect((await inventory.owners()).map(it => it.owner.path)).not.toContain(
      'no/such',
    );

    await emulator.clearRequests();
    await refresher().refreshAll();
    // What was found once is not looked for again.
    expect(
      (await paths()).filter(path => /^\/projects\/[^/]+$/.test(path)),
    ).toEqual(['/projects/no%2Fsuch']);
    await new KnexInspectionStore(knex).save(
      anInspection({ file: anInspectedFile({ host: host() }) }),
    );
    expect(
      await catalog().entityOwnersOf([
        { environment: 'dev', type: 'project', path: 'Open-Org/website' },
        { environment: 'qa', type: 'project', path: 'Open-Org/website' },
      ]),
    ).toEqual([['group:default/website-team'], []]);
    expect((await catalog().get('dev.group.10.101')).credentialOf).toEqual([
      'dev',
    ]);
    expect((await catalog().get('dev.group.10.102')).credentialOf).toEqual([]);
    const target = {
      type: 'project',
      host: null,
      path: 'example-org/payments/api',
      id: null,
    } as const;
    expect(
      (await catalog().entityTokens(target)).map(({ ref }) => ref).sort(),
    ).toEqual(
      OWNED.filter(ref =>
        /\.(project|project-deploy)\.21\.|\.(group|group-deploy)\.1/.test(ref),
      ),
    );
  });

  it('keeps the last rows of an owner that fails, with their age, and goes on with the others', async () => {
    await refresher().refreshAll();
    const then = now.toISOString();
    now = new Date('2026-06-01T13:00:00Z');
    await emulator.addFault({
      method: 'GET',
      path: '/projects/21/access_tokens',
      times: 0,
      fault: { kind: 'status', status: 500, headers: {}, body: '{}' },
    });
    await refresher().refreshAll();
    expect(await refs()).toEqual(OWNED);
    expect(await owner('example-org/payments/api')).toMatchObject({
      tokens: 2,
      listedAt: then,
      problem: { code: 'GATEWAY_SERVER_ERROR' },
    });
    expect((await inventory.get('dev.project.21.110'))!.observedAt).toBe(then);
    expect((await inventory.get('dev.project-deploy.21.1'))!.observedAt).toBe(
      now.toISOString(),
    );
    expect(await owner('example-org/portal')).toMatchObject({
      listedAt: now.toISOString(),
      problem: null,
    });

    await emulator.clearFaults();
    await refresher().refreshAll();
    expect(await owner('example-org/payments/api')).toMatchObject({
      listedAt: now.toISOString(),
      problem: null,
    });
  });

  it('asks nobody else when GitLab refuses the credential, and keeps everything', async () => {
    await refresher().refreshAll();
    speaker = 'glpat-unknown';
    await emulator.clearRequests();
    await refresher().refreshAll();
    expect(await refs()).toEqual(OWNED);
    expect((await inventory.owners()).map(it => it.problem?.code)).toEqual(
      Array(5).fill('GATEWAY_CREDENTIAL_REJECTED'),
    );
    expect((await paths()).length).toBeLessThanOrEqual(2);

    file = () => {
      throw new CredentialStoreError({
        outcome: 'locked',
        code: 'WRONG_KEY',
        message: 'Not here.',
        action: 'There.',
      });
    };
    await refresher().refreshAll();
    expect((await owner('example-org')).problem).toEqual({
      code: 'WRONG_KEY',
      message: 'Not here.',
      action: 'There.',
    });
    expect(await refs()).toEqual(OWNED);
  });

  it('removes what GitLab lists no more, and owners that nobody wants any more', async () => {
    await refresher().refreshAll();
    const state = structuredClone(INVENTORY_SEED);
    state.tokens = state.tokens!.filter(({ id }) => id !== 102);
    state.deployTokens = [];
    state.projects = state.projects!.filter(({ id }) => id !== 20);
    state.tokens = state.tokens.filter(
      it => !('projectId' in it) || it.projectId !== 20,
    );
    await emulator.seed(state);
    await refresher().refreshAll();
    expect(await refs()).toEqual(
      OWNED.filter(ref => !/deploy|\.102$|\.20\./.test(ref)),
    );
    expect(await owner('example-org/portal')).toBeUndefined();
  });

  it('keeps what it has of a group that GitLab does not show any more, and says so', async () => {
    await refresher().refreshAll();
    await emulator.addFault({
      method: 'GET',
      path: '^/groups/example-org$',
      times: 0,
      fault: {
        kind: 'status',
        status: 404,
        headers: {},
        body: '{"message":"404 Group Not Found"}',
      },
    });
    await refresher().refreshAll();
    expect(await refs()).toEqual(OWNED);
    expect((await owner('example-org')).problem).toMatchObject({
      code: 'GATEWAY_NOT_FOUND',
    });

    environment.owners.push('no/such');
    await refresher().refreshAll();
    environment.owners.pop();
    expect(await owner('no/such')).toMatchObject({
      tokens: 0,
      listedAt: null,
      problem: { code: 'GATEWAY_NOT_FOUND' },
    });
  });

  it('goes on where its time was over, with whoever was asked longest ago', async () => {
    await emulator.addFault({
      method: 'GET',
      path: '/projects/20/access_tokens',
      times: 1,
      fault: { kind: 'delay', ms: 3_000 },
    });
    await refresher({ timeLimit: 1_500 }).refreshAll();
    expect(await owner('example-org/portal')).toMatchObject({
      listedAt: null,
      problem: null,
    });
    now = new Date('2026-06-01T13:00:00Z');
    await refresher().refreshAll();
    expect(await refs()).toEqual(OWNED);
  });

  it('lists some owners anew after something was done to them, and asks once who the broker is', async () => {
    await refresher().refreshAll();
    await emulator.clearRequests();
    const state = structuredClone(INVENTORY_SEED);
    state.tokens!.find(({ id }) => id === 110)!.revoked = true;
    await emulator.seed(state);
    await refresher().refreshOwners(environment, [
      { type: 'project', id: 21, path: 'example-org/payments/api' },
      { type: 'project', id: 20, path: 'example-org/portal' },
    ]);
    expect((await inventory.get('dev.project.21.110'))!.state).toBe('revoked');
    expect((await paths()).sort()).toEqual([
      '/personal_access_tokens/self',
      '/projects/20/access_tokens',
      '/projects/20/deploy_tokens',
      '/projects/21/access_tokens',
      '/projects/21/deploy_tokens',
      '/user',
    ]);
    expect(await refs()).toEqual(OWNED);
  });

  it('lets an administrator’s broker list everybody’s tokens in pages of a hundred', async () => {
    speaker = ROOT;
    const many = structuredClone(INVENTORY_SEED);
    many.tokens!.push(
      ...Array.from({ length: 350 }, (_, index) => ({
        id: 1_000 + index,
        kind: 'project' as const,
        projectId: 20,
        accessLevel: 30 as const,
        name: `token ${index}`,
        scopes: ['read_api'],
        expiresAt: '2026-09-09',
      })),
    );
    await emulator.seed(many);
    await emulator.clearRequests();
    await refresher().refreshAll();
    const all = await refs();
    const own = all.filter(ref => !/\.1\d{3}$/.test(ref));
    expect(all).toHaveLength(own.length + 350);
    expect(own).toEqual([
      'dev.group-deploy.12.2',
      ...['dev.group.10.101', 'dev.group.10.102', 'dev.group.10.104'],
      ...[
        'dev.personal.1.107',
        'dev.personal.2.100',
        'dev.personal.2.103',
        'dev.personal.2.108',
      ],
      'dev.project-deploy.21.1',
      ...['dev.project.20.105', 'dev.project.21.110', 'dev.project.22.111'],
      ...['dev.service-account.3.106', 'dev.service-account.4.109'],
    ]);
    expect(await catalog().get('dev.project.20.105')).toMatchObject({
      owner: { path: 'example-org/portal' },
      username: expect.stringMatching(/^project_20_bot/),
    });
    const asked = await paths();
    // 362 tokens; and not one owner is asked for its access tokens.
    expect(
      asked.filter(path => path === '/personal_access_tokens'),
    ).toHaveLength(4);
    expect(asked.filter(path => path.endsWith('/access_tokens'))).toEqual([]);

    await refresher().refreshOwners(environment, [
      { type: 'user', id: 2, path: 'dana' },
    ]);
    expect((await refs()).filter(ref => ref.endsWith('.108'))).toEqual([
      'dev.impersonation.2.108',
    ]);
    await refresher().refreshAll();
    expect((await refs()).filter(ref => ref.endsWith('.108'))).toEqual([
      'dev.impersonation.2.108',
    ]);
    expect(await refs()).toHaveLength(all.length);

    // The same environment with a lesser broker: what it may not list is gone.
    speaker = CANARIES.broker;
    await emulator.seed(INVENTORY_SEED);
    await refresher().refreshAll();
    expect(await refs()).toEqual(OWNED);
  });

  it('writes no value of any token into the database', async () => {
    speaker = ROOT;
    await refresher().refreshAll();
    const tables: { name: string }[] = await knex('sqlite_master')
      .select('name')
      .where({ type: 'table' });
    const rows = await Promise.all(tables.map(({ name }) => knex(name)));
    const text = JSON.stringify(rows);
    expect(text).toContain('Backstage (dev)');
    for (const canary of [...Object.values(CANARIES), ROOT, DEPLOY]) {
      expect(text).not.toContain(canary);
    }
  });
});
