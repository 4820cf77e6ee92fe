import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  Environment,
  environmentListSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  FaultRule,
  GitlabEmulator,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import knexFactory, { Knex } from 'knex';
import { tmpdir } from 'os';
import { join } from 'path';
import request from 'supertest';
import { inspect } from 'util';
import { CANARIES, SEED } from './__testUtils__/gitlab';
import { rootLoggerInto } from './__testUtils__/rootLogger';
import {
  credentialFile,
  DEMO_KEY_FILE,
  describeWithSops,
  STRANGERS_RECIPIENT,
  writeSopsFile,
} from './__testUtils__/sopsFiles';
import { gitlabTokensPlugin } from './plugin';

const ENVIRONMENTS = {
  local: {
    file: 'local.enc.yaml',
    credential: {
      kind: 'personal',
      name: 'Backstage (localhost)',
      scopes: ['read_user', 'read_api'],
    },
  },
  dev: {
    file: 'dev.enc.yaml',
    credential: {
      kind: 'group',
      owner: 'example-org',
      name: 'Backstage (dev)',
      role: 'developer',
      scopes: ['read_api', 'read_repository'],
    },
  },
  qa: {
    file: 'qa.enc.yaml',
    credential: {
      kind: 'group',
      owner: 'example-org',
      name: 'Backstage (qa)',
      role: 'developer',
      scopes: ['read_api', 'write_repository'],
    },
  },
};

const NOT_NOW = {
  frequency: { hours: 1 },
  timeout: { minutes: 1 },
  initialDelay: { hours: 1 },
};

describeWithSops('the gitlab-tokens backend', () => {
  let emulator: GitlabEmulator;
  let directory: string;
  let knex: Knex;
  let backend: TestBackend;
  let logged: string[];
  const file = (environment: string) =>
    join(directory, `${environment}.enc.yaml`);

  beforeAll(async () => {
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    emulator = await startGitlabEmulator({ seed: SEED });
  });
  afterAll(async () => {
    delete process.env.SOPS_AGE_KEY_FILE;
    await emulator.stop();
  });

  beforeEach(async () => {
    await emulator.seed(SEED);
    await emulator.setClock('2026-06-01T12:00:00Z');
    jest.useFakeTimers({
      now: new Date('2026-06-01T12:00:00Z'),
      doNotFake: [
        'setTimeout',
        'setInterval',
        'setImmediate',
        'clearTimeout',
        'clearInterval',
        'clearImmediate',
        'nextTick',
        'queueMicrotask',
        'performance',
      ],
    });
    directory = mkdtempSync(join(tmpdir(), 'gitlab-tokens-'));
    const { url } = emulator;
    const { local, dev, qa, broker } = CANARIES;
    writeSopsFile(file('local'), credentialFile({ url, token: local }));
    writeSopsFile(file('dev'), credentialFile({ url, token: dev, broker }));
    writeSopsFile(file('qa'), credentialFile({ url, token: qa, broker }));
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    logged = [];
  });
  afterEach(async () => {
    await backend?.stop();
    await knex.destroy();
    jest.useRealTimers();
    rmSync(directory, { recursive: true });
  });

  async function start(
    gitlabTokens: JsonObject = {},
    features: Parameters<typeof startTestBackend>[0]['features'] = [],
  ) {
    backend = await startTestBackend({
      features: [
        gitlabTokensPlugin,
        mockServices.database.factory({ knex }),
        rootLoggerInto(logged),
        mockServices.rootConfig.factory({
          data: {
            gitlabTokens: {
              environment: 'local',
              sops: { directory },
              environments: ENVIRONMENTS,
              // Not what these tests are about, and it asks GitLab much.
              inventory: { schedule: NOT_NOW },
              ...gitlabTokens,
            },
          },
        }),
        ...(features ?? []),
      ],
    });
  }

  async function environments(
    query = '',
  ): Promise<Record<string, Environment>> {
    const { status, body } = await request(backend.server).get(
      `/api/gitlab-tokens/environments${query}`,
    );
    expect(status).toBe(200);
    const { items } = environmentListSchema.parse(body);
    expect(items.map(({ name }) => name)).toEqual(['local', 'dev', 'qa']);
    return Object.fromEntries(items.map(item => [item.name, item]));
  }

  it('tells each environment’s token, state and findings', async () => {
    await start();
    const { local, dev, qa } = await environments('?fresh=true');

    expect(local).toMatchObject({
      current: true,
      state: 'active',
      findings: [],
      daysLeft: 100,
      observed: { kind: 'personal', owner: { path: 'dana' }, role: null },
    });
    expect(dev).toMatchObject({
      current: false,
      state: 'expiring',
      daysLeft: 12,
      findings: [{ code: 'EXPIRES_SOON', expiresAt: '2026-06-13', days: 12 }],
      observed: {
        kind: 'group',
        owner: { path: 'example-org' },
        role: 'developer',
        scopes: ['read_api', 'read_repository'],
      },
    });
    expect(qa).toMatchObject({
      state: 'active',
      findings: [
        { code: 'MISSING_SCOPE', scopes: ['write_repository'] },
        { code: 'ROLE_TOO_HIGH', expected: 'developer', found: 'maintainer' },
      ],
    });
  });

  it('inspects at its start, and answers from the last inspection without asking GitLab', async () => {
    await start();
    await waitFor(async () => (await environments()).qa.state === 'active');
    expect(emulator.requests()).toHaveLength(8);

    await emulator.clearRequests();
    await environments();
    await request(backend.server).get('/api/gitlab-tokens/environments/dev');
    expect(emulator.requests()).toEqual([]);
  });

  it('shares one inspection among all who ask for a fresh one', async () => {
    await start();
    await environments('?fresh=true');
    await emulator.clearRequests();
    await emulator.addFault({
      path: '/self$',
      times: 0,
      fault: { kind: 'delay', ms: 300 },
    });

    await Promise.all(
      Array.from({ length: 10 }, () => environments('?fresh=true')),
    );
    expect(emulator.requests()).toHaveLength(8);
  });

  describe('with a bad file', () => {
    const readFile = (name: string) => readFileSync(file(name), 'utf8');

    it.each<[string, () => void, object]>([
      [
        'missing',
        () => rmSync(file('dev')),
        { state: 'invalid', problem: { code: 'FILE_NOT_FOUND' } },
      ],
      [
        'not encrypted',
        () => writeFileSync(file('dev'), 'integrations: {}\n'),
        { state: 'invalid', problem: { code: 'NOT_A_SOPS_FILE' } },
      ],
      [
        'tampered with',
        () =>
          writeFileSync(
            file('dev'),
            readFile('dev').replaceAll('127.0.0.1', '127.0.0.2'),
          ),
        { state: 'invalid', problem: { code: 'MAC_MISMATCH' } },
      ],
      [
        'locked',
        () =>
          writeSopsFile(
            file('dev'),
            credentialFile({ url: emulator.url, token: CANARIES.dev }),
            { age: STRANGERS_RECIPIENT },
          ),
        { state: 'locked', problem: { code: 'WRONG_KEY' } },
      ],
      [
        'without a token',
        () => writeSopsFile(file('dev'), credentialFile({ url: emulator.url })),
        { state: 'missing', problem: { code: 'TOKEN_MISSING' } },
      ],
      [
        'without an entry',
        () => writeSopsFile(file('dev'), { integrations: { gitlab: [] } }),
        { state: 'missing', problem: { code: 'ENTRY_MISSING' } },
      ],
      [
        'with a line break in its token',
        () =>
          writeSopsFile(
            file('dev'),
            credentialFile({ url: emulator.url, token: `${CANARIES.dev}\n` }),
          ),
        { state: 'invalid', problem: { code: 'TOKEN_MALFORMED' } },
      ],
      [
        'with a token that is a number',
        () =>
          writeSopsFile(
            file('dev'),
            credentialFile({ url: emulator.url, token: 20261120 }),
          ),
        { state: 'invalid', problem: { code: 'TOKEN_MALFORMED' } },
      ],
      [
        'whose host and URL are not protected by the MAC',
        () =>
          writeSopsFile(
            file('dev'),
            credentialFile({ url: emulator.url, token: CANARIES.dev }),
            { mac_only_encrypted: true },
          ),
        { state: 'invalid', problem: { code: 'CLEAR_VALUES_UNPROTECTED' } },
      ],
      [
        'with two entries of which none is named',
        () => {
          const { integrations } = credentialFile({ url: emulator.url });
          const [entry] = integrations.gitlab;
          const other = { ...entry, host: 'gitlab.com' };
          writeSopsFile(file('dev'), {
            integrations: { gitlab: [entry, other] },
          });
        },
        { state: 'invalid', problem: { code: 'HOST_AMBIGUOUS' } },
      ],
    ])(
      'that is %s, it says so, and the others work',
      async (_, spoil, told) => {
        spoil();
        await start();
        const { local, dev, qa } = await environments('?fresh=true');

        expect(dev).toMatchObject(told);
        expect(dev.problem!.message).not.toBe('');
        expect(dev.problem!.action).not.toBe('');
        expect([local.state, qa.state]).toEqual(['active', 'active']);
        expect(usedTokens()).not.toContain(101);
        await expectNoCanary();
      },
    );

    it('keeps the last observation while the file is bad', async () => {
      await start();
      await environments('?fresh=true');
      writeFileSync(file('dev'), 'torn');
      const { dev } = await environments('?fresh=true');
      expect(dev).toMatchObject({
        state: 'invalid',
        observed: { tokenId: 101 },
      });
    });

    it('uses a token that stands in clear, and says that it does', async () => {
      writeSopsFile(
        file('dev'),
        credentialFile({ url: emulator.url, token: CANARIES.dev }),
        { encrypted_regex: '^something_else$' },
      );
      await start();
      const { dev } = await environments('?fresh=true');
      expect(dev.findings[0]).toEqual({
        code: 'TOKEN_IN_CLEAR',
        severity: 'error',
      });
    });
  });

  it.each<[string, FaultRule['fault'], object]>([
    [
      '401',
      {
        kind: 'status',
        status: 401,
        headers: { 'content-type': 'application/json' },
        body: '{"message":"401 Unauthorized"}',
      },
      { state: 'rejected', problem: { code: 'GATEWAY_CREDENTIAL_REJECTED' } },
    ],
    [
      '403',
      {
        kind: 'status',
        status: 403,
        headers: { 'content-type': 'application/json' },
        body: '{"message":"403 Forbidden - Your account has been blocked."}',
      },
      { state: 'rejected', problem: { code: 'GATEWAY_FORBIDDEN' } },
    ],
    [
      '404',
      {
        kind: 'status',
        status: 404,
        headers: { 'content-type': 'application/json' },
        body: '{"error":"404 Not Found"}',
      },
      { state: 'unreachable', problem: { code: 'GATEWAY_NOT_FOUND' } },
    ],
    [
      '429',
      { kind: 'status', status: 429, body: 'Retry later\n' },
      { state: 'unreachable', problem: { code: 'GATEWAY_RATE_LIMITED' } },
    ],
    [
      '500',
      { kind: 'status', status: 500 },
      { state: 'unreachable', problem: { code: 'GATEWAY_SERVER_ERROR' } },
    ],
    [
      'HTML',
      { kind: 'status', status: 200, body: '<html>' },
      { state: 'unreachable', problem: { code: 'GATEWAY_UNEXPECTED_ANSWER' } },
    ],
    [
      'nothing',
      { kind: 'drop-before' },
      { state: 'unreachable', problem: { code: 'GATEWAY_UNREACHABLE' } },
    ],
  ])(
    'says what it means that GitLab answers with %s, and keeps the last observation',
    async (_, fault, told) => {
      await start();
      await environments('?fresh=true');
      jest.setSystemTime(new Date('2026-06-01T12:30:00Z'));
      await emulator.addFault({ path: '/self$', times: 0, fault });

      const { local, dev, qa } = await environments('?fresh=true');

      for (const environment of [local, dev, qa]) {
        expect(environment).toMatchObject({
          ...told,
          inspectedAt: '2026-06-01T12:30:00.000Z',
          observed: { observedAt: '2026-06-01T12:00:00.000Z' },
        });
      }
      await expectNoCanary();
    },
  );

  it('shows an expired token as expired', async () => {
    await start();
    await environments('?fresh=true');
    await emulator.setClock('2026-06-13T00:00:00Z');
    const { local, dev } = await environments('?fresh=true');
    expect(dev).toMatchObject({
      state: 'expired',
      observed: { expiresAt: '2026-06-13' },
    });
    expect(local.state).toBe('active');
  });

  it('notices a changed file by itself', async () => {
    // The watcher measures with the clock how long a file has been at rest.
    jest.useRealTimers();
    await start();
    await environments('?fresh=true');
    writeSopsFile(
      file('dev'),
      credentialFile({ url: emulator.url, token: CANARIES.qa }),
    );
    await waitFor(
      async () => (await environments()).dev.observed?.tokenId === 102,
    );
    expect((await environments()).dev.findings).toContainEqual({
      code: 'SHARED_BY_ENVIRONMENTS',
      severity: 'warning',
      environments: ['qa'],
    });
  });

  it('forgets what it knew of a token when another one is in the file and GitLab is away', async () => {
    await start();
    await environments('?fresh=true');
    await emulator.addFault({ times: 0, fault: { kind: 'drop-before' } });
    writeSopsFile(
      file('dev'),
      credentialFile({ url: emulator.url, token: CANARIES.qa }),
    );
    const { dev, qa } = await environments('?fresh=true');
    expect(dev).toMatchObject({ state: 'unreachable', observed: null });
    expect(qa).toMatchObject({
      state: 'unreachable',
      observed: { tokenId: 102 },
    });
  });

  it('refuses a wrong configuration at start', async () => {
    await expect(
      start({ environments: { local: { file: 'local.enc.yaml', tokn: 1 } } }),
    ).rejects.toThrow(
      'gitlabTokens.environments.local.tokn: there is no such key',
    );
  });

  it('answers 401, 403, 404 and 400 where it should', async () => {
    await start({}, [
      mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
    ]);
    const path = '/api/gitlab-tokens/environments';
    const anonymous = mockCredentials.none.header();
    const answers = [
      await request(backend.server).get(path).set('authorization', anonymous),
      await request(backend.server).get(path),
      await request(backend.server).get(`${path}/dev`),
      await request(backend.server).get(`${path}?fresh=banana`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 400]);
    await backend.stop();

    await start();
    const unknown = await request(backend.server).get(`${path}/prod`);
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toBe(
      'There is no environment "prod"; configured are local, dev, qa',
    );
  });

  function usedTokens() {
    return emulator.requests().map(({ tokenId }) => tokenId);
  }

  /** No value, and no part of one, in logs, answers and database. */
  async function expectNoCanary() {
    const answers = await Promise.all(
      ['', '/local', '/dev', '/qa', '/prod', '?fresh=x'].map(async path => {
        const { text, headers } = await request(backend.server).get(
          `/api/gitlab-tokens/environments${path}`,
        );
        return text + inspect(headers);
      }),
    );
    const rows = await knex('gitlab_tokens_inspections').select();
    expect(rows).toHaveLength(3);
    expect(logged.length).toBeGreaterThan(0);
    for (const place of [...answers, ...logged, JSON.stringify(rows)]) {
      expect(place).not.toMatch(/canary|glpat/);
    }
  }
});

async function waitFor(condition: () => Promise<boolean>) {
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await condition()) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('It did not happen within five seconds');
}
