import {
  Blocker,
  ROLE_LEVELS,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { aBroker, NOW } from '../__testUtils__/builders';
import { brokerBlockers, BrokerTask } from './brokerAbilities';
import { AcceptedBroker, BrokerFacts } from './BrokerFacts';

type Accepted = Partial<AcceptedBroker>;

function codes(facts: BrokerFacts, task: Partial<BrokerTask>): Blocker[] {
  const whole: BrokerTask = {
    action: 'issue',
    kind: 'group',
    tokenLevel: null,
    userId: null,
    ...task,
  };
  return brokerBlockers(facts, whole, NOW).map(({ code }) => code);
}

const ISSUE = { action: 'issue', tokenLevel: null, userId: null } as const;

const LEVELS = [null, 10, 20, 30, 40, 50];

describe('brokerBlockers', () => {
  it.each<[TokenKind, number]>([
    ['group', 50],
    ['project', 40],
    ['group-deploy', 50],
    ['project-deploy', 40],
    ['service-account', 50],
  ])('lets %s tokens be managed from access level %i on', (kind, needed) => {
    for (const action of ['issue', 'rotate', 'revoke'] as const) {
      for (const accessLevel of LEVELS) {
        expect(codes(aBroker(), { action, kind, accessLevel })).toEqual(
          (accessLevel ?? 0) >= needed ? [] : ['BROKER_ROLE_TOO_LOW'],
        );
      }
      // An administrator is mostly no member.
      const admin = aBroker({ isAdmin: true } as Accepted);
      expect(codes(admin, { action, kind, accessLevel: null })).toEqual([]);
    }
  });

  it.each<[number, number, boolean]>([
    [40, 40, true],
    [40, 50, false],
    [50, 50, true],
    [40, 30, true],
    // Planner and Security Manager lie between others, but on no ladder.
    [40, 15, false],
    [40, 25, false],
    [50, 15, true],
    [50, 25, true],
  ])(
    'a broker with access level %i of a project gives %i: %s',
    (accessLevel, tokenLevel, mayGive) => {
      const expected = mayGive ? [] : ['BROKER_ROLE_BELOW_TOKEN'];
      const task = { kind: 'project', accessLevel, tokenLevel } as const;
      expect(codes(aBroker(), { ...task, action: 'issue' })).toEqual(expected);
      expect(codes(aBroker(), { ...task, action: 'rotate' })).toEqual(expected);
      expect(codes(aBroker(), { ...task, action: 'revoke' })).toEqual([]);
    },
  );

  it('gives the facts of a sentence apart from it', () => {
    const told = (facts: BrokerFacts, task: Partial<BrokerTask>) =>
      brokerBlockers(
        facts,
        { ...ISSUE, kind: 'group', accessLevel: 50, ...task },
        NOW,
      ).map(({ message, details }) => ({ message, details }));
    expect(told(aBroker(), { accessLevel: 30 })).toEqual([
      {
        message:
          'The broker (dana) is developer of the group; this needs at least owner.',
        details: {
          ...{ source: 'broker', username: 'dana' },
          ...{ role: 'developer', neededRole: 'owner' },
        },
      },
    ]);
    expect(told(aBroker(), { accessLevel: null })[0].details).toMatchObject({
      role: null,
      neededRole: 'owner',
    });
    expect(
      told(aBroker(), { kind: 'project', accessLevel: 40, tokenLevel: 50 })[0]
        .details,
    ).toMatchObject({ role: 'maintainer', tokenRole: 'owner' });
    expect(
      told(aBroker({ scopes: ['read_api'] } as Accepted), {})[0].details,
    ).toMatchObject({ scopes: ['read_api'] });
  });

  it('lets bots revoke group and project tokens, but not make or rotate them', () => {
    const bot = aBroker({ isBot: true } as Accepted);
    const task = { kind: 'group', accessLevel: ROLE_LEVELS.owner } as const;
    expect(codes(bot, { ...task, action: 'issue' })).toEqual(['BROKER_IS_BOT']);
    expect(codes(bot, { ...task, action: 'rotate' })).toEqual([
      'BROKER_IS_BOT',
    ]);
    expect(codes(bot, { ...task, action: 'revoke' })).toEqual([]);
    expect(codes(bot, { ...task, kind: 'group-deploy' })).toEqual([]);
  });

  it.each<[Partial<BrokerTask>, Accepted, Blocker[]]>([
    [{ kind: 'personal' }, {}, ['PERSONAL_TOKENS_ARE_MADE_BY_HAND']],
    [{ kind: 'personal' }, { isAdmin: true }, []],
    [{ kind: 'personal', action: 'rotate', userId: 2 }, {}, []],
    [{ kind: 'personal', action: 'revoke', userId: 2 }, {}, []],
    [
      { kind: 'personal', action: 'rotate', userId: 3 },
      {},
      ['BROKER_NOT_ADMINISTRATOR'],
    ],
    [{ kind: 'personal', action: 'revoke', userId: 3 }, { isAdmin: true }, []],
    [{ kind: 'impersonation' }, {}, ['BROKER_NOT_ADMINISTRATOR']],
    [
      { kind: 'impersonation', action: 'revoke', userId: 2 },
      {},
      ['BROKER_NOT_ADMINISTRATOR'],
    ],
    [{ kind: 'impersonation' }, { isAdmin: true }, []],
    [{ kind: 'service-account' }, {}, ['BROKER_NOT_ADMINISTRATOR']],
    [
      { kind: 'service-account', accessLevel: 50 },
      { enterprise: false },
      ['NOT_ON_THIS_GITLAB'],
    ],
    [{ kind: 'service-account', accessLevel: 50 }, { enterprise: true }, []],
    [
      { accessLevel: 50 },
      { scopes: ['read_api'] },
      ['BROKER_SCOPE_TOO_NARROW'],
    ],
    [{ accessLevel: 50 }, { expiresAt: '2026-06-01' }, ['BROKER_REJECTED']],
    [{ accessLevel: 50 }, { expiresAt: '2026-06-02' }, []],
    [{ accessLevel: 50 }, { expiresAt: null }, []],
    [
      { accessLevel: 30 },
      { source: 'credential' },
      ['BROKER_MISSING', 'BROKER_ROLE_TOO_LOW'],
    ],
    [
      { kind: 'personal', action: 'revoke', userId: 3 },
      { source: 'credential' },
      ['BROKER_NOT_ADMINISTRATOR'],
    ],
  ])('for %j of a broker with %j it is %j', (task, facts, expected) => {
    expect(codes(aBroker(facts), task)).toEqual(expected);
  });

  it('tells the problem of a broker that is none', () => {
    const problem = { code: 'FILE_LOCKED', message: 'm', action: 'a' } as const;
    const facts = aBroker({ outcome: 'problem', problem, fileDigest: null });
    expect(brokerBlockers(facts, { ...ISSUE, kind: 'group' }, NOW)).toEqual([
      problem,
    ]);
  });

  it('asks a person for a personal token where there is no broker at all', () => {
    const facts = aBroker({
      source: 'credential',
      outcome: 'problem',
      problem: { code: 'BROKER_MISSING', message: 'm', action: 'a' },
    });
    expect(codes(facts, { ...ISSUE, kind: 'personal' })).toEqual([
      'PERSONAL_TOKENS_ARE_MADE_BY_HAND',
    ]);
  });
});
