import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  FaultRule,
  GitlabEmulator,
  Seed,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { inspect } from 'util';
import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';
import {
  GitlabToken,
  IssuedToken,
  TokenGateway,
  TokenHome,
  TokenRef,
  TokenSpec,
} from '../../ports/TokenGateway';
import { GitlabConnector } from './GitlabConnector';

const ADMIN = 'glpat-canary-admin-2c4d';
const OWNER = 'glpat-canary-owner-77aa';
const DEVELOPER = 'glpat-canary-developer-90b1';
const BOT = 'glpat-canary-bot-5e5e';

const personal = { createdAt: '2026-05-01T00:00:00Z', expiresAt: '2026-12-31' };

const SEED: Seed = {
  now: '2026-06-01T12:00:00Z',
  settings: { enterprise: true },
  users: [
    { id: 1, username: 'root', admin: true },
    { id: 2, username: 'dana' },
    { id: 3, username: 'kim' },
    { id: 4, username: 'deployer', serviceAccount: true, groupId: 10 },
  ],
  groups: [
    {
      id: 10,
      path: 'example-org',
      members: [
        { userId: 2, accessLevel: 50 },
        { userId: 3, accessLevel: 30 },
      ],
    },
  ],
  projects: [{ id: 20, path: 'portal', groupId: 10 }],
  tokens: [
    {
      id: 100,
      kind: 'personal',
      userId: 1,
      name: 'admin',
      scopes: ['api'],
      value: ADMIN,
      ...personal,
    },
    {
      id: 101,
      kind: 'personal',
      userId: 2,
      name: 'owner',
      scopes: ['api'],
      value: OWNER,
      ...personal,
    },
    {
      id: 102,
      kind: 'personal',
      userId: 3,
      name: 'developer',
      scopes: ['api'],
      value: DEVELOPER,
      ...personal,
    },
    {
      id: 103,
      kind: 'group',
      groupId: 10,
      accessLevel: 50,
      name: 'bot',
      scopes: ['api'],
      value: BOT,
      ...personal,
    },
  ],
};

const common = { name: 'for a test', scopes: ['read_repository'] };
const SPECS: TokenSpec[] = [
  { kind: 'personal', userId: 2, expiresAt: '2026-07-01', ...common },
  { kind: 'impersonation', userId: 2, expiresAt: '2026-07-01', ...common },
  {
    kind: 'group',
    groupId: 10,
    accessLevel: 30,
    description: 'operation 1',
    expiresAt: '2026-07-01',
    ...common,
  },
  {
    kind: 'project',
    projectId: 20,
    accessLevel: 20,
    expiresAt: '2026-07-01',
    ...common,
  },
  {
    kind: 'service-account',
    groupId: 10,
    userId: 4,
    expiresAt: '2026-07-01',
    ...common,
  },
  {
    kind: 'group-deploy',
    groupId: 10,
    username: 'operation-1',
    expiresAt: '2026-07-01',
    ...common,
  },
  { kind: 'project-deploy', projectId: 20, expiresAt: null, ...common },
];

function isRotatable({ kind }: TokenSpec): boolean {
  return !kind.endsWith('-deploy');
}

async function all(pages: AsyncIterable<GitlabToken[]>) {
  const tokens: GitlabToken[] = [];
  for await (const page of pages) {
    tokens.push(...page);
  }
  return tokens;
}

async function until(condition: () => boolean) {
  while (!condition()) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

function refOf(home: TokenHome, { token }: IssuedToken): TokenRef {
  return { ...home, id: token.id };
}

describe('RestTokenGateway', () => {
  let emulator: GitlabEmulator;
  const connector = new GitlabConnector({
    requestTimeout: 300,
    // These tests together ask more in a minute than a portal may.
    requestsPerMinute: 100_000,
    retries: { firstDelay: 10, random: () => 1 },
    now: () => new Date('2026-06-01T12:00:00Z'),
  });

  beforeAll(async () => {
    emulator = await startGitlabEmulator({ seed: SEED });
  });
  beforeEach(() => emulator.seed(SEED));
  afterAll(() => emulator.stop());

  function as(value: string): TokenGateway {
    const { url } = emulator;
    return connector.connectTokens(
      {
        host: new URL(url).host,
        baseUrl: url,
        apiBaseUrl: `${url}/api/v4`,
      },
      Secret.of(value),
      AbortSignal.timeout(10_000),
    );
  }

  async function failure(answer: Promise<unknown>): Promise<GatewayError> {
    const error = await answer.then(
      () => undefined,
      rejection => rejection,
    );
    expect(error).toBeInstanceOf(GatewayError);
    const printed = inspect(error, { depth: Infinity, showHidden: true });
    expect(printed + error.stack).not.toMatch(/canary|glpat|gldt|Bearer/);
    return error;
  }

  /** Whether GitLab accepts a value. */
  async function lives({ value }: IssuedToken): Promise<boolean> {
    const answer = await fetch(
      `${emulator.url}/api/v4/personal_access_tokens/self`,
      { headers: { authorization: `Bearer ${value.reveal()}` } },
    );
    return answer.status === 200;
  }

  describe.each(SPECS.map(spec => [spec.kind, spec] as const))(
    'with %s tokens',
    (kind, spec) => {
      it('issues one, shows and lists it, and revokes it', async () => {
        const gateway = as(ADMIN);
        const issued = await gateway.issue(spec);

        expect(issued.token).toMatchObject({
          kind,
          name: 'for a test',
          scopes: ['read_repository'],
          state: 'active',
          expiresAt: spec.expiresAt,
          accessLevel: 'accessLevel' in spec ? spec.accessLevel : null,
        });
        const ref = refOf(spec, issued);
        expect(await gateway.show(ref)).toEqual(issued.token);
        expect(await all(gateway.list(spec))).toContainEqual(issued.token);
        expect(inspect(issued, { depth: Infinity })).not.toContain(
          issued.value.reveal(),
        );

        await gateway.revoke(ref);
        const left = await all(gateway.list(spec));
        const states = left
          .filter(({ id }) => id === issued.token.id)
          .map(({ state }) => state);
        // GitLab forgets a deploy token; of the others it remembers that they were.
        expect(states).toEqual(isRotatable(spec) ? ['revoked'] : []);
        expect(await lives(issued)).toBe(false);
      });
    },
  );

  it.each(SPECS.filter(isRotatable).map(spec => [spec.kind, spec] as const))(
    'rotates %s tokens',
    async (_, spec) => {
      const gateway = as(ADMIN);
      const issued = await gateway.issue(spec);
      const rotated = await gateway.rotate(refOf(spec, issued), '2026-08-01');

      const { id, createdAt, ...same } = issued.token;
      expect(rotated.token).toMatchObject({ ...same, expiresAt: '2026-08-01' });
      expect(rotated.token.id).not.toBe(id);
      expect([await lives(issued), await lives(rotated)]).toEqual([
        false,
        true,
      ]);
    },
  );

  it('cannot rotate deploy tokens', async () => {
    const ref = { ...SPECS[5], id: 1 };
    const error = await failure(as(ADMIN).rotate(ref, '2026-08-01'));
    expect(error.code).toBe('GATEWAY_NOT_PERMITTED');
    expect(emulator.requests()).toEqual([]);
  });

  /** Everything that changes something. */
  type Write = (gateway: TokenGateway, ref: TokenRef) => Promise<unknown>;
  const WRITES: [string, Write][] = [
    ...SPECS.map((spec): [string, Write] => [
      `issuing a ${spec.kind} token`,
      gateway => gateway.issue(spec),
    ]),
    ['rotating', (gateway, ref) => gateway.rotate(ref, '2026-08-01')],
    ['rotating itself', gateway => gateway.rotateSelf('2026-08-01')],
    ['revoking', (gateway, ref) => gateway.revoke(ref)],
  ];

  const UNKNOWN: FaultRule['fault'][] = [
    { kind: 'drop-before' },
    { kind: 'drop-after' },
    { kind: 'status', status: 500 },
    { kind: 'status', status: 502, body: '<html>' },
    { kind: 'status', status: 504 },
    { kind: 'status', status: 201, body: 'no JSON' },
  ];

  describe.each(WRITES)('%s', (_, write) => {
    let ref: TokenRef;

    beforeEach(async () => {
      const group = SPECS[2];
      ref = refOf(group, await as(ADMIN).issue(group));
      await emulator.clearRequests();
    });

    it.each(UNKNOWN)('is not known to be done or not after %j', async fault => {
      await emulator.addFault({ times: 0, fault });
      const error = await failure(write(as(ADMIN), ref));
      expect(error.code).toBe('GATEWAY_AMBIGUOUS');
      expect(emulator.requests()).toHaveLength(1);
    });

    it('is not known to be done or not when no answer comes in time', async () => {
      await emulator.addFault({ times: 0, fault: { kind: 'delay', ms: 600 } });
      const error = await failure(write(as(ADMIN), ref));
      expect(error.code).toBe('GATEWAY_AMBIGUOUS');
      // It is done all the same, in the end, and must not be done to the next test's state.
      await until(() => typeof emulator.requests()[0].status === 'number');
      expect(emulator.requests()).toHaveLength(1);
    });

    it('is not done when GitLab asks to wait, and not tried again', async () => {
      const fault = { kind: 'status', status: 429 } as const;
      await emulator.addFault({ times: 0, fault });
      const error = await failure(write(as(ADMIN), ref));
      expect(error.code).toBe('GATEWAY_RATE_LIMITED');
      expect(emulator.requests()).toHaveLength(1);
    });
  });

  it('does not take an answer without the value for a failure', async () => {
    const fault = { kind: 'status', status: 201, body: '{"id":1}' } as const;
    await emulator.addFault({ fault });
    const error = await failure(as(ADMIN).issue(SPECS[0]));
    expect(error.code).toBe('GATEWAY_AMBIGUOUS');
    expect(error.message).toMatch(/does not fit its API \(.*token\)/);
  });

  const PASSING: FaultRule['fault'][] = [
    { kind: 'drop-before' },
    { kind: 'drop-after' },
    { kind: 'delay', ms: 1_000 },
    { kind: 'status', status: 429, body: 'Retry later\n' },
    { kind: 'status', status: 502 },
    { kind: 'status', status: 503 },
    { kind: 'status', status: 504 },
  ];

  describe.each(SPECS.map(spec => [spec.kind, spec] as const))(
    'reading %s tokens',
    (_, spec) => {
      it.each(PASSING)('recovers from %j', async fault => {
        const gateway = as(ADMIN);
        const issued = await gateway.issue(spec);
        await emulator.addFault({ times: 2, fault });
        expect(await all(gateway.list(spec))).toContainEqual(issued.token);
        await emulator.addFault({ times: 2, fault });
        expect(await gateway.show(refOf(spec, issued))).toEqual(issued.token);
      });
    },
  );

  it('knows that nothing was sent where there is no server', async () => {
    const gone = await startGitlabEmulator({ seed: SEED });
    await gone.stop();
    const nowhere = connector.connectTokens(
      {
        host: 'nowhere',
        baseUrl: gone.url,
        apiBaseUrl: `${gone.url}/api/v4`,
      },
      Secret.of(ADMIN),
      AbortSignal.timeout(5_000),
    );
    expect((await failure(nowhere.issue(SPECS[0]))).code).toBe(
      'GATEWAY_UNREACHABLE',
    );
  });

  it('rotates its own credential', async () => {
    const { token, value } = await as(BOT).rotateSelf('2026-08-01');
    expect(token).toMatchObject({ name: 'bot', expiresAt: '2026-08-01' });
    expect(await lives({ token, value })).toBe(true);
    expect((await failure(as(BOT).rotateSelf('2026-08-01'))).code).toBe(
      'GATEWAY_CREDENTIAL_REVOKED',
    );
  });

  it('never takes a missing id for its own', async () => {
    const ref = { kind: 'personal', userId: 2 } as TokenRef;
    await expect(as(OWNER).revoke(ref)).rejects.toThrow(TypeError);
    await expect(as(OWNER).revoke({ ...ref, id: 0 })).rejects.toThrow();
    expect(emulator.requests()).toEqual([]);
  });

  describe('what GitLab’s refusals mean', () => {
    const group = SPECS[2] as Extract<TokenSpec, { kind: 'group' }>;

    it.each<[string, string, TokenSpec, GatewayErrorCode, RegExp]>([
      [
        'a role that is too low',
        DEVELOPER,
        group,
        'GATEWAY_NOT_PERMITTED',
        /does not say which it is: its role is too low/,
      ],
      ['a bot', BOT, group, 'GATEWAY_NOT_PERMITTED', /token of a bot/],
      [
        'not being an administrator',
        OWNER,
        SPECS[0],
        'GATEWAY_FORBIDDEN',
        /may not do this/,
      ],
      [
        'an unknown scope',
        OWNER,
        { ...group, scopes: ['fly'] },
        'GATEWAY_INVALID_REQUEST',
        /does not accept scopes/,
      ],
      [
        'a role that does not exist',
        OWNER,
        { ...group, accessLevel: 31 },
        'GATEWAY_INVALID_REQUEST',
        /does not accept access_level/,
      ],
      [
        'an expiry that is too far',
        OWNER,
        { ...group, expiresAt: '2030-01-01' },
        'GATEWAY_INVALID_REQUEST',
        /later than this instance allows/,
      ],
    ])('%s', async (_, credential, spec, code, words) => {
      const error = await failure(as(credential).issue(spec));
      expect(error.code).toBe(code);
      expect(error.message).toMatch(words);
    });

    it('a list that takes a higher role', async () => {
      const error = await failure(all(as(DEVELOPER).list(group)));
      expect(error.code).toBe('GATEWAY_NOT_PERMITTED');
      expect(error.message).toMatch(/takes Owner of the group/);
    });

    it('a token that is revoked already', async () => {
      const gateway = as(OWNER);
      const ref = refOf(group, await gateway.issue(group));
      await gateway.revoke(ref);
      expect((await failure(gateway.rotate(ref, '2026-08-01'))).code).toBe(
        'GATEWAY_ALREADY_REVOKED',
      );
      await gateway.revoke(ref);
    });

    it('a token that is not there', async () => {
      const ref = { ...group, id: 4711 };
      expect((await failure(as(OWNER).show(ref))).code).toBe(
        'GATEWAY_NOT_FOUND',
      );
    });
  });

  describe('with long lists', () => {
    const manyTokens = (count: number): Seed => ({
      ...SEED,
      settings: { enterprise: true, latencyMs: 20 },
      tokens: [
        ...SEED.tokens!,
        ...Array.from({ length: count - 1 }, (_, index) => ({
          id: 1000 + index,
          kind: 'group' as const,
          groupId: 10,
          accessLevel: 30 as const,
          name: `token ${index}`,
          scopes: ['read_api'],
          ...personal,
        })),
      ],
    });
    const home: TokenHome = { kind: 'group', groupId: 10 };

    it('fetches 1,050 tokens in eleven requests, in GitLab’s order, side by side', async () => {
      await emulator.seed(manyTokens(1_050));
      const tokens = await all(as(OWNER).list(home));

      const ids = tokens.map(({ id }) => id);
      expect(ids).toHaveLength(1_050);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(emulator.requests()).toHaveLength(11);
    });

    it('fetches no more than it needs to stay ahead of its reader', async () => {
      await emulator.seed(manyTokens(3_000));
      for await (const page of as(OWNER).list(home)) {
        expect(page).toHaveLength(100);
        break;
      }
      expect(emulator.requests().length).toBeLessThanOrEqual(9);
    });

    it('goes on page by page where GitLab does not say how many there are', async () => {
      await emulator.seed({ ...manyTokens(10_050), settings: {} });
      expect(await all(as(OWNER).list(home))).toHaveLength(10_050);
      expect(emulator.requests()).toHaveLength(101);
    });
  });
});
