import {
  RotationMode,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  aBroker,
  anEnvironment,
  anObservation,
  NOW,
} from '../../__testUtils__/builders';
import { BrokerFacts } from '../BrokerFacts';
import { TokenHome } from '../TokenRef';
import { Authority } from './calls';
import { chooseMode, RotationCase } from './modes';
import { successor } from './NextToken';
import { oldCredential, OldToken } from './OldToken';

const HOMES: Record<string, TokenHome> = {
  group: { kind: 'group', groupId: 10 },
  personal: { kind: 'personal', userId: 2 },
  'project-deploy': { kind: 'project-deploy', projectId: 20 },
};

function aCase(
  kind: TokenKind,
  overrides: Partial<RotationCase>,
  token: Partial<OldToken> = {},
): RotationCase {
  const home = HOMES[kind];
  const owner = { type: 'group', id: 10, path: 'example-org' } as const;
  const observed = anObservation({ userId: kind === 'personal' ? 2 : 900 });
  const old = { ...oldCredential(observed, home), ...token };
  const place = { home, owner };
  const { declared } = anEnvironment();
  return {
    facts: aBroker(),
    old,
    next: successor(old, declared, { place, expiresAt: '2026-08-30' }),
    accessToOld: 50,
    accessToNext: 50,
    isCredential: true,
    asked: undefined,
    configured: 'overlap',
    now: NOW,
    ...overrides,
  };
}

const bot = aBroker({ isBot: true } as Partial<BrokerFacts>);
const admin = aBroker({ isAdmin: true } as Partial<BrokerFacts>);
/** Without a broker, the credential speaks, here with token 101. */
const itself = aBroker({
  source: 'credential',
  tokenId: 101,
  isBot: true,
} as Partial<BrokerFacts>);
const self = { scopes: ['read_api', 'self_rotate'] };

type Outcome = [
  mode: RotationMode,
  authority: Authority,
  blockers: string[],
  otherReason: string | null,
];

describe('chooseMode', () => {
  it.each<[string, RotationCase, Outcome]>([
    [
      'a broker that may everything',
      aCase('group', {}),
      ['overlap', 'broker', [], null],
    ],
    [
      'in-place where it is configured',
      aCase('group', { configured: 'in-place' }),
      ['in-place', 'broker', [], null],
    ],
    [
      'in-place where it is asked for',
      aCase('group', { asked: 'in-place' }),
      ['in-place', 'broker', [], null],
    ],
    [
      'a bot as the broker, and a token that may rotate itself',
      aCase('group', { facts: bot }, self),
      ['in-place', 'self', [], 'BROKER_IS_BOT'],
    ],
    [
      'the same, but overlap was insisted on',
      aCase('group', { facts: bot, asked: 'overlap' }, self),
      ['overlap', 'broker', ['BROKER_IS_BOT'], null],
    ],
    [
      'a bot as the broker, and a token that may not',
      aCase('group', { facts: bot }),
      ['overlap', 'broker', ['BROKER_IS_BOT'], 'TOKEN_CANNOT_ROTATE_ITSELF'],
    ],
    [
      'no broker, and a token that may rotate itself',
      aCase('group', { facts: itself }, self),
      ['in-place', 'self', [], 'BROKER_MISSING'],
    ],
    [
      'an expired token that could have rotated itself',
      aCase('group', { facts: itself }, { ...self, state: 'expired' }),
      [
        'overlap',
        'credential',
        ['BROKER_MISSING', 'BROKER_IS_BOT'],
        'TOKEN_EXPIRED',
      ],
    ],
    [
      'an expired token and a broker',
      aCase('group', { asked: 'in-place' }, { state: 'expired' }),
      ['in-place', 'broker', [], null],
    ],
    [
      'a revoked token',
      aCase('group', {}, { state: 'revoked' }),
      ['overlap', 'broker', [], 'TOKEN_REVOKED'],
    ],
    [
      'a revoked token, and in-place insisted on',
      aCase('group', { asked: 'in-place' }, { state: 'revoked' }),
      ['in-place', 'broker', ['TOKEN_REVOKED'], null],
    ],
    [
      'a deploy token where in-place is configured',
      aCase('project-deploy', { configured: 'in-place', isCredential: false }),
      ['overlap', 'broker', [], 'DEPLOY_TOKENS_CANNOT_ROTATE'],
    ],
    [
      'a token of somebody else that is nobody’s credential',
      aCase('group', { facts: bot, isCredential: false }, self),
      ['overlap', 'broker', ['BROKER_IS_BOT'], 'BROKER_IS_BOT'],
    ],
    [
      'a personal token whose owner is the broker',
      aCase('personal', {}),
      ['in-place', 'broker', [], 'PERSONAL_TOKENS_ARE_MADE_BY_HAND'],
    ],
    [
      'a personal token without a broker',
      aCase('personal', { facts: itself }),
      [
        'overlap',
        'credential',
        ['PERSONAL_TOKENS_ARE_MADE_BY_HAND'],
        'TOKEN_CANNOT_ROTATE_ITSELF',
      ],
    ],
    [
      'a personal token that may rotate itself',
      aCase('personal', { facts: itself }, self),
      ['in-place', 'self', [], 'PERSONAL_TOKENS_ARE_MADE_BY_HAND'],
    ],
    [
      'a personal token and an administrator',
      aCase('personal', { facts: admin }),
      ['overlap', 'broker', [], null],
    ],
    [
      'an owner that the broker does not see',
      aCase('group', { next: undefined, accessToOld: undefined }),
      [
        'overlap',
        'broker',
        ['BROKER_ROLE_TOO_LOW'],
        'TOKEN_CANNOT_ROTATE_ITSELF',
      ],
    ],
  ])('%s', (_, rotation, expected) => {
    const { mode, authority, blockers, otherMode } = chooseMode(rotation);
    expect([
      mode,
      authority,
      blockers.map(({ code }) => code),
      otherMode.reason?.code ?? null,
    ]).toEqual(expected);
    expect(otherMode.mode).not.toBe(mode);
  });
});
