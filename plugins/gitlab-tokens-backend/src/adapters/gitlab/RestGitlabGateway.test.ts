import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  FaultRule,
  GitlabEmulator,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { inspect } from 'util';
import { CANARIES, SEED } from '../../__testUtils__/gitlab';
import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';
import { GitlabGateway } from '../../ports/GitlabGateway';
import { GitlabConnector } from './GitlabConnector';

const json = { 'content-type': 'application/json' };
const html = '<html><body>Sign in to continue</body></html>';

/** Everything that a careless caller could print of an error. */
function printed(error: unknown): string {
  const own = Object.getOwnPropertyNames(error);
  return [
    inspect(error, { depth: Infinity, showHidden: true }),
    JSON.stringify(error, own),
    (error as Error).stack,
    String(error),
  ].join('\n');
}

describe('RestGitlabGateway', () => {
  // What is repeated, and how, is a matter of its own.
  const connector = new GitlabConnector({ retries: { attempts: 1 } });
  let emulator: GitlabEmulator;

  beforeAll(async () => {
    emulator = await startGitlabEmulator({ seed: SEED });
  });
  beforeEach(() => emulator.seed(SEED));
  afterAll(() => emulator.stop());

  function connect(
    value: string = CANARIES.dev,
    { url = emulator.url, timeout = 5_000, by = connector } = {},
  ): GitlabGateway {
    return by.connect(
      {
        host: new URL(url).host,
        baseUrl: url,
        apiBaseUrl: `${url}/api/v4/`,
      },
      Secret.of(value),
      AbortSignal.timeout(timeout),
    );
  }

  async function failure(answer: Promise<unknown>): Promise<GatewayError> {
    const error = await answer.then(
      () => undefined,
      rejection => rejection,
    );
    expect(error).toBeInstanceOf(GatewayError);
    return error;
  }

  it('finds groups and projects by their full paths, and their members', async () => {
    const gateway = connect();
    const project = await gateway.resource('project', 'example-org/portal');
    expect(project).toEqual({
      type: 'project',
      id: 20,
      path: 'example-org/portal',
    });
    expect(await gateway.member(project, 2)).toEqual({
      username: 'dana',
      accessLevel: 50,
    });
    expect(await gateway.resource('group', 'example-org')).toEqual({
      type: 'group',
      id: 10,
      path: 'example-org',
    });
  });

  it.each<[string, () => Promise<unknown>, GatewayErrorCode]>([
    [
      'an unknown token',
      () => connect('glpat-nobody-knows-this').self(),
      'GATEWAY_CREDENTIAL_REJECTED',
    ],
    [
      'a missing scope',
      () => connect(CANARIES.narrow).currentUser(),
      'GATEWAY_INSUFFICIENT_SCOPE',
    ],
    [
      'an invisible group',
      () => connect().resource('group', 'elsewhere'),
      'GATEWAY_NOT_FOUND',
    ],
    [
      'no server',
      () => connect('x', { url: 'http://127.0.0.1:1' }).self(),
      'GATEWAY_UNREACHABLE',
    ],
    [
      'a value that no header can carry',
      () => connect('glpat-canary\nline').self(),
      'GATEWAY_UNREACHABLE',
    ],
  ])('says what %s means', async (_, ask, code) => {
    const error = await failure(ask());
    expect(error.code).toBe(code);
    expect(printed(error)).not.toMatch(/canary|glpat/);
  });

  it('tells an expired token from a revoked one', async () => {
    await emulator.setClock('2026-06-13T00:00:00Z');
    expect(await failure(connect().self())).toMatchObject({
      code: 'GATEWAY_CREDENTIAL_EXPIRED',
    });

    const tokens = SEED.tokens!.map(token => ({ ...token, revoked: true }));
    await emulator.seed({ ...SEED, tokens });
    expect(await failure(connect().self())).toMatchObject({
      code: 'GATEWAY_CREDENTIAL_REVOKED',
    });
  });

  // What stands between the portal and GitLab may echo the request; nothing of an answer may come through.
  const echo = `Bearer ${CANARIES.dev}`;
  it.each<[FaultRule['fault'], GatewayErrorCode]>([
    [{ kind: 'status', status: 401, body: html }, 'GATEWAY_UNEXPECTED_ANSWER'],
    [
      {
        kind: 'status',
        status: 401,
        headers: json,
        body: JSON.stringify({ error: 'x', error_description: echo }),
      },
      'GATEWAY_CREDENTIAL_REJECTED',
    ],
    [
      {
        kind: 'status',
        status: 403,
        headers: json,
        body: JSON.stringify({ message: `403 Forbidden - ${echo}` }),
      },
      'GATEWAY_FORBIDDEN',
    ],
    [{ kind: 'status', status: 403, body: html }, 'GATEWAY_UNEXPECTED_ANSWER'],
    [{ kind: 'status', status: 404, body: html }, 'GATEWAY_UNEXPECTED_ANSWER'],
    [
      {
        kind: 'status',
        status: 429,
        body: 'Retry later\n',
      },
      'GATEWAY_RATE_LIMITED',
    ],
    [{ kind: 'status', status: 500, body: echo }, 'GATEWAY_SERVER_ERROR'],
    [{ kind: 'status', status: 502, body: html }, 'GATEWAY_UNAVAILABLE'],
    [{ kind: 'status', status: 418, body: echo }, 'GATEWAY_UNEXPECTED_ANSWER'],
    [{ kind: 'status', status: 200, body: echo }, 'GATEWAY_UNEXPECTED_ANSWER'],
    [
      {
        kind: 'status',
        status: 200,
        headers: json,
        body: JSON.stringify({ id: echo, scopes: echo }),
      },
      'GATEWAY_UNEXPECTED_ANSWER',
    ],
    [{ kind: 'status', status: 200, body: '' }, 'GATEWAY_UNEXPECTED_ANSWER'],
    [{ kind: 'drop-before' }, 'GATEWAY_UNREACHABLE'],
    [{ kind: 'drop-after' }, 'GATEWAY_UNREACHABLE'],
    [{ kind: 'delay', ms: 2_000 }, 'GATEWAY_TIMEOUT'],
  ])(
    'takes %j as what it is, asks once and shows no token',
    async (fault, code) => {
      await emulator.addFault({ path: '/self$', times: 1, fault });

      const error = await failure(
        connect(CANARIES.dev, { timeout: 500 }).self(),
      );

      expect(error.code).toBe(code);
      expect(printed(error)).not.toMatch(/canary|glpat|Bearer/);
      expect(emulator.requests()).toHaveLength(1);
    },
  );

  it.each<FaultRule['fault']>([
    { kind: 'drop-before' },
    { kind: 'drop-after' },
    { kind: 'delay', ms: 500 },
    { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
    { kind: 'status', status: 503 },
  ])('recovers from %j, whatever it asks', async fault => {
    const patient = new GitlabConnector({
      requestTimeout: 200,
      retries: { firstDelay: 10 },
    });
    const gateway = connect(CANARIES.dev, { by: patient });
    const project = await gateway.resource('project', 'example-org/portal');
    const questions = [
      () => gateway.self(),
      () => gateway.currentUser(),
      () => gateway.resource('group', 'example-org'),
      () => gateway.member(project, 2),
    ];
    for (const ask of questions) {
      await emulator.addFault({ times: 2, fault });
      await ask();
    }
    expect(emulator.requests()).toHaveLength(1 + 3 * questions.length);
  });

  it('passes on how long GitLab asks to wait', async () => {
    await emulator.addFault({
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '17' } },
    });
    expect(await failure(connect().self())).toMatchObject({
      code: 'GATEWAY_RATE_LIMITED',
      retryAfter: 17,
      message: expect.stringContaining('17 s'),
    });
  });

  describe('with other servers', () => {
    const servers: Server[] = [];
    afterEach(async () => {
      for (const server of servers.splice(0)) {
        server.closeAllConnections();
        await new Promise(resolve => server.close(resolve));
      }
    });

    async function serve(
      listener: Parameters<typeof createServer>[1],
    ): Promise<string> {
      const server = createServer(listener!);
      servers.push(server);
      await new Promise<void>(resolve =>
        server.listen(0, '127.0.0.1', resolve),
      );
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    }

    it('follows no redirect, so that the token goes nowhere else', async () => {
      const seen: string[] = [];
      const elsewhere = await serve((request, response) => {
        seen.push(JSON.stringify(request.headers));
        response.end('{}');
      });
      const url = await serve((_request, response) => {
        response.writeHead(301, { location: `${elsewhere}/api/v4/user` }).end();
      });

      const error = await failure(connect(CANARIES.dev, { url }).currentUser());

      expect(error.code).toBe('GATEWAY_REDIRECTED');
      expect(seen).toEqual([]);
    });

    it('does not wait for the end of an answer that never ends', async () => {
      const url = await serve((_request, response) => {
        response.writeHead(200, json).write('{"id": 1');
      });
      const error = await failure(
        connect(CANARIES.dev, { url, timeout: 300 }).currentUser(),
      );
      expect(error.code).toBe('GATEWAY_TIMEOUT');
    });

    it('does not read an answer without bound', async () => {
      const url = await serve((_request, response) => {
        response.writeHead(200, json);
        const chunk = Buffer.alloc(1024 * 1024, ' ');
        const send = () => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on('drain', send);
        send();
      });
      const error = await failure(connect(CANARIES.dev, { url }).currentUser());
      expect(error.code).toBe('GATEWAY_UNEXPECTED_ANSWER');
    });
  });
});
