import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  Operation,
  operationSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  GitlabEmulator,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { openSopsFile } from '@gitlab-tokens/sops';
import { mkdtempSync, rmSync } from 'fs';
import knexFactory, { Knex } from 'knex';
import { tmpdir } from 'os';
import { join } from 'path';
import request from 'supertest';
import { emptyOrganisation, NEW_PORTAL } from './__testUtils__/newPortal';
import { rootLoggerInto } from './__testUtils__/rootLogger';
import {
  credentialFile,
  DEMO_KEY_FILE,
  describeWithSops,
  writeSopsFile,
} from './__testUtils__/sopsFiles';
import { gitlabTokensPlugin } from './plugin';

jest.setTimeout(60_000);

const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** All of it over the HTTP API, in real time: the grace period is short. */
describeWithSops('a new portal, from SOPS files without tokens', () => {
  let emulator: GitlabEmulator;
  let directory: string;
  let knex: Knex;
  let backend: TestBackend;
  const told: string[] = [];
  /** The auditor writes here, too. */
  const logged: string[] = [];

  beforeAll(async () => {
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    emulator = await startGitlabEmulator({ seed: emptyOrganisation() });
    await emulator.setClock(null);
    directory = mkdtempSync(join(tmpdir(), 'new-portal-'));
    const { url } = emulator;
    const { broker } = NEW_PORTAL;
    const file = (name: string) => join(directory, `${name}.enc.yaml`);
    writeSopsFile(file('local'), credentialFile({ url }));
    writeSopsFile(file('dev'), credentialFile({ url, token: '', broker }));
    writeSopsFile(file('qa'), credentialFile({ url, broker }));
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    backend = await startTestBackend({
      features: [
        gitlabTokensPlugin,
        catalogServiceMock.factory(),
        rootLoggerInto(logged),
        // The real one: what it writes is among the log's lines.
        auditorServiceFactory,
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            gitlabTokens: {
              environment: 'local',
              sops: { directory },
              environments: NEW_PORTAL.environments,
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => {
    delete process.env.SOPS_AGE_KEY_FILE;
    await backend?.stop();
    await knex.destroy();
    await emulator.stop();
    rmSync(directory, { recursive: true });
  });

  async function call(method: 'get' | 'post' | 'put', path: string, body = {}) {
    const response = await request(backend.server)
      [method](`/api/gitlab-tokens${path}`)
      .set('authorization', mockCredentials.user.header('user:default/dana'))
      .send(method === 'get' ? undefined : body);
    if (!path.endsWith('/reveal')) {
      told.push(response.text);
    }
    return response;
  }

  /** Begins something and follows it to its end, as whoever has asked would. */
  async function carryOut(
    method: 'post' | 'put',
    path: string,
    body: JsonObject = {},
    until = (operation: Operation) => operation.step === 'done',
  ): Promise<Operation> {
    const begun = await call(method, path, body);
    expect([begun.status, begun.body.error]).toEqual([202, undefined]);
    const { id } = operationSchema.parse(begun.body);
    for (;;) {
      const { body: now } = await call('get', `/operations/${id}`);
      const operation = operationSchema.parse(now);
      expect(operation.parked).toBeNull();
      if (until(operation)) {
        return operation;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async function tokenIn(environment: string): Promise<string> {
    const { data } = await openSopsFile(`${environment}.enc.yaml`, {
      directory,
    });
    const { gitlab } = data.integrations as { gitlab: { token: string }[] };
    return gitlab[0].token;
  }

  const self = async (value: string) => {
    const response = await fetch(
      `${emulator.url}/api/v4/personal_access_tokens/self`,
      { headers: { authorization: `Bearer ${value}` } },
    );
    return { status: response.status, body: await response.json() };
  };

  async function stateOf(environment: string) {
    const { body } = await call(
      'get',
      `/environments/${environment}?fresh=true`,
    );
    return [body.state, body.findings];
  }

  it('begins with nothing', async () => {
    for (const environment of ['local', 'dev', 'qa']) {
      expect((await stateOf(environment))[0]).toBe('missing');
    }
  });

  it('gets a pasted personal token for local, made in GitLab’s own form', async () => {
    const plan = await call(
      'post',
      '/environments/local/credential/rotation-plan',
    );
    expect(plan.body.blockers).toMatchObject([
      { code: 'PERSONAL_TOKENS_ARE_MADE_BY_HAND' },
    ]);
    const scopes = NEW_PORTAL.environments.local.credential.scopes;
    const made = async (some: readonly string[]) => {
      const page = await fetch(
        `${emulator.url}/-/user_settings/personal_access_tokens`,
        {
          method: 'POST',
          body: new URLSearchParams([
            ['user_id', '2'],
            ['name', 'Backstage (localhost)'],
            ['expires_at', inDays(60)],
            ...some.map(scope => ['scopes[]', scope]),
          ]),
        },
      );
      return /value="(glpat-[^"]+)"/.exec(await page.text())![1];
    };

    const narrow = await call('put', '/environments/local/credential', {
      token: await made(['read_user', 'read_api']),
    });
    expect([narrow.status, narrow.body.error.violations]).toMatchObject([
      400,
      [{ code: 'MISSING_SCOPE' }],
    ]);

    const token = await made(scopes);
    await carryOut('put', '/environments/local/credential', { token });
    expect(await tokenIn('local')).toBe(token);
    expect(await stateOf('local')).toEqual(['active', []]);
  });

  it.each(['dev', 'qa'])(
    'gets a group token for %s, minted by the broker and put into its SOPS file',
    async environment => {
      const operation = await carryOut(
        'post',
        `/environments/${environment}/credential/rotate`,
      );
      expect(operation).toMatchObject({ kind: 'issue', tokenKind: 'group' });
      const value = await tokenIn(environment);
      const { status, body } = await self(value);
      expect([status, body.scopes, body.name]).toEqual([
        200,
        ['read_api', 'read_repository', 'write_repository'],
        NEW_PORTAL.environments[environment as 'dev'].credential.name,
      ]);
      expect(await stateOf(environment)).toEqual(['active', []]);

      await carryOut('post', `/environments/${environment}/credential/rotate`);
      const next = await tokenIn(environment);
      expect(next).not.toBe(value);
      expect((await self(next)).status).toBe(200);
      expect((await self(value)).status).toBe(401);
    },
  );

  it('gets a project token into another project’s CI/CD variable', async () => {
    const variable = () =>
      emulator.state().variables!.find(({ key }) => key === 'GITLAB_TOKEN');
    await carryOut('post', '/tokens', {
      environment: 'dev',
      kind: 'project',
      owner: 'example-org/portal',
      name: 'release',
      role: 'developer',
      scopes: ['read_repository', 'write_repository'],
      expiresAt: inDays(30),
      deliver: [
        {
          target: 'ci-variable',
          project: 'example-org/pipelines',
          key: 'GITLAB_TOKEN',
        },
      ],
    });
    const { value, ...rest } = variable()!;
    expect(rest).toMatchObject({
      projectId: 21,
      masked: true,
      protected: true,
      raw: true,
    });
    expect((await self(value!)).body).toMatchObject({ name: 'release' });

    const ref = await listed('release');
    await carryOut('post', `/tokens/${ref}/rotate`, {
      deliver: [
        {
          target: 'ci-variable',
          project: 'example-org/pipelines',
          key: 'GITLAB_TOKEN',
        },
      ],
    });
    const next = variable()!.value!;
    expect((await self(next)).status).toBe(200);
    expect((await self(value!)).status).toBe(401);
  });

  /** The inventory has it once the operation's end is noticed. */
  async function listed(search: string): Promise<string> {
    for (;;) {
      const { body } = await call(
        'get',
        `/tokens?search=${search}&state=active&environment=dev`,
      );
      if (body.items.length === 1) {
        return body.items[0].ref;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  it('gets a deploy token named gitlab-deploy-token, shown once', async () => {
    const { id } = await carryOut(
      'post',
      '/tokens',
      {
        environment: 'dev',
        kind: 'project-deploy',
        owner: 'example-org/portal',
        name: 'gitlab-deploy-token',
        scopes: ['read_repository'],
        expiresAt: inDays(30),
        deliver: [{ target: 'reveal' }],
      },
      operation => operation.actions.includes('reveal'),
    );
    const shown = await call('post', `/operations/${id}/reveal`);
    expect(shown.status).toBe(200);
    const again = await call('post', `/operations/${id}/reveal`);
    expect(again.status).toBe(409);

    const { username, value } = shown.body;
    const clone = (password: string) =>
      fetch(
        `${emulator.url}/example-org/portal.git/info/refs?service=git-upload-pack`,
        {
          headers: {
            authorization: `Basic ${Buffer.from(
              `${username}:${password}`,
            ).toString('base64')}`,
          },
        },
      );
    expect((await clone(value)).status).toBe(200);
    expect((await clone(`${value}x`)).status).toBe(401);
  });

  it('has told nobody a value but the one that was to be shown', async () => {
    const rows: unknown[] = [];
    const tables = await knex('sqlite_master').where({ type: 'table' });
    for (const { name } of tables) {
      rows.push(await knex(name).select());
    }
    const everything = JSON.stringify([rows, told, logged]);
    expect(everything).toContain('credential-paste');
    expect(everything).toContain('operation-rotate');
    const state = emulator.state();
    const values = [...state.tokens!, ...state.deployTokens!].map(
      ({ value }) => value!,
    );
    expect(values.length).toBeGreaterThan(8);
    expect(values.filter(value => everything.includes(value))).toEqual([]);
  });
});
