import { isDeployKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  FaultRule,
  Seed,
  startGitlabEmulator,
} from '@gitlab-tokens/gitlab-emulator';
import { inspect } from 'util';
import { GatewayErrorCode } from '../../ports/GatewayError';
import {
  IssuedToken,
  TokenGateway,
  TokenHome,
  TokenRef,
  TokenSpec,
} from '../../ports/TokenGateway';
import {
  access,
  ADMIN,
  BOT,
  collect,
  DEVELOPER,
  failureOf,
  ORGANISATION,
  OWNER,
  quickConnector,
  UNKNOWN_OUTCOMES,
  useGitlab,
} from './__testUtils__/conversation';

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
    userId: 5,
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
  return !isDeployKind(kind);
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
  const gitlab = useGitlab(ORGANISATION);
  const connector = quickConnector(300);
  const as = (value: string): TokenGateway =>
    connector.connectTokens(...access(gitlab(), value));

  /** Whether GitLab accepts a value. */
  async function lives({ value }: IssuedToken): Promise<boolean> {
    const answer = await fetch(
      `${gitlab().url}/api/v4/personal_access_tokens/self`,
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
        expect(await collect(gateway.list(spec))).toContainEqual(issued.token);
        expect(inspect(issued, { depth: Infinity })).not.toContain(
          issued.value.reveal(),
        );

        await gateway.revoke(ref);
        const left = await collect(gateway.list(spec));
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
    const error = await failureOf(as(ADMIN).rotate(ref, '2026-08-01'));
    expect(error.code).toBe('GATEWAY_NOT_PERMITTED');
    expect(gitlab().requests()).toEqual([]);
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

  describe.each(WRITES)('%s', (_, write) => {
    let ref: TokenRef;

    beforeEach(async () => {
      const group = SPECS[2];
      ref = refOf(group, await as(ADMIN).issue(group));
      await gitlab().clearRequests();
    });

    it.each(UNKNOWN_OUTCOMES)(
      'is not known to be done or not after %j',
      async fault => {
        await gitlab().addFault({ times: 0, fault });
        const error = await failureOf(write(as(ADMIN), ref));
        expect(error.code).toBe('GATEWAY_AMBIGUOUS');
        expect(gitlab().requests()).toHaveLength(1);
      },
    );

    it('is not known to be done or not when no answer comes in time', async () => {
      await gitlab().addFault({ times: 0, fault: { kind: 'delay', ms: 600 } });
      const error = await failureOf(write(as(ADMIN), ref));
      expect(error.code).toBe('GATEWAY_AMBIGUOUS');
      // It is done all the same, in the end, and must not be done to the next test's state.
      await until(() => typeof gitlab().requests()[0].status === 'number');
      expect(gitlab().requests()).toHaveLength(1);
    });

    it('is not done when GitLab asks to wait, and not tried again', async () => {
      const fault = { kind: 'status', status: 429 } as const;
      await gitlab().addFault({ times: 0, fault });
      const error = await failureOf(write(as(ADMIN), ref));
      expect(error.code).toBe('GATEWAY_RATE_LIMITED');
      expect(gitlab().requests()).toHaveLength(1);
    });
  });

  it('does not take an answer without the value for a failure', async () => {
    const fault = { kind: 'status', status: 201, body: '{"id":1}' } as const;
    await gitlab().addFault({ fault });
    const error = await failureOf(as(ADMIN).issue(SPECS[0]));
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
        await gitlab().addFault({ times: 2, fault });
        expect(await collect(gateway.list(spec))).toContainEqual(issued.token);
        await gitlab().addFault({ times: 2, fault });
        expect(await gateway.show(refOf(spec, issued))).toEqual(issued.token);
      });
    },
  );

  it('knows that nothing was sent where there is no server', async () => {
    const gone = await startGitlabEmulator({ seed: ORGANISATION });
    await gone.stop();
    const nowhere = connector.connectTokens(...access(gone, ADMIN));
    expect((await failureOf(nowhere.issue(SPECS[0]))).code).toBe(
      'GATEWAY_UNREACHABLE',
    );
  });

  it('rotates its own credential', async () => {
    const { token, value } = await as(BOT).rotateSelf('2026-08-01');
    expect(token).toMatchObject({ name: 'bot', expiresAt: '2026-08-01' });
    expect(await lives({ token, value })).toBe(true);
    expect((await failureOf(as(BOT).rotateSelf('2026-08-01'))).code).toBe(
      'GATEWAY_CREDENTIAL_REVOKED',
    );
  });

  it('never takes a missing id for its own', async () => {
    const ref = { kind: 'personal', userId: 2 } as TokenRef;
    await expect(as(OWNER).revoke(ref)).rejects.toThrow(TypeError);
    await expect(as(OWNER).revoke({ ...ref, id: 0 })).rejects.toThrow();
    expect(gitlab().requests()).toEqual([]);
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
      const error = await failureOf(as(credential).issue(spec));
      expect(error.code).toBe(code);
      expect(error.message).toMatch(words);
    });

    it('a list that takes a higher role', async () => {
      const error = await failureOf(collect(as(DEVELOPER).list(group)));
      expect(error.code).toBe('GATEWAY_NOT_PERMITTED');
      expect(error.message).toMatch(/takes Owner of the group/);
    });

    it('a token that is revoked already', async () => {
      const gateway = as(OWNER);
      const ref = refOf(group, await gateway.issue(group));
      await gateway.revoke(ref);
      expect((await failureOf(gateway.rotate(ref, '2026-08-01'))).code).toBe(
        'GATEWAY_ALREADY_REVOKED',
      );
      await gateway.revoke(ref);
    });

    it('a token that is not there', async () => {
      const ref = { ...group, id: 4711 };
      expect((await failureOf(as(OWNER).show(ref))).code).toBe(
        'GATEWAY_NOT_FOUND',
      );
    });
  });

  describe('with long lists', () => {
    const manyTokens = (count: number): Seed => ({
      ...ORGANISATION,
      settings: { enterprise: true, latencyMs: 20 },
      tokens: [
        ...ORGANISATION.tokens!,
        ...Array.from({ length: count - 1 }, (_, index) => ({
          id: 1000 + index,
          kind: 'group' as const,
          groupId: 10,
          accessLevel: 30 as const,
          name: `token ${index}`,
          scopes: ['read_api'],
          expiresAt: '2026-12-31',
        })),
      ],
    });
    const home: TokenHome = { kind: 'group', groupId: 10 };

    it('fetches 1,050 tokens in eleven requests, in GitLab’s order, side by side', async () => {
      await gitlab().seed(manyTokens(1_050));
      const tokens = await collect(as(OWNER).list(home));

      const ids = tokens.map(({ id }) => id);
      expect(ids).toHaveLength(1_050);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(gitlab().requests()).toHaveLength(11);
    });

    it('fetches no more than it needs to stay ahead of its reader', async () => {
      await gitlab().seed(manyTokens(3_000));
      for await (const page of as(OWNER).list(home)) {
        expect(page).toHaveLength(100);
        break;
      }
      expect(gitlab().requests().length).toBeLessThanOrEqual(9);
    });

    it('goes on page by page where GitLab does not say how many there are', async () => {
      await gitlab().seed({ ...manyTokens(10_050), settings: {} });
      expect(await collect(as(OWNER).list(home))).toHaveLength(10_050);
      expect(gitlab().requests()).toHaveLength(101);
    });
  });
});
