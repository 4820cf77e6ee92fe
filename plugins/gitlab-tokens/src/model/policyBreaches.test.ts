import {
  anEnvironment,
  anObservation,
  inDays,
} from '../__testUtils__/environments';
import { aToken } from '../__testUtils__/tokens';
import {
  breachesOf,
  breakingTokens,
  credentialBreaches,
} from './policyBreaches';

const policy = {
  warnDays: 30,
  criticalDays: 7,
  maxLifetimeDays: 90,
  maxRole: 'developer' as const,
  allowedScopes: ['read_api'],
};

describe('who breaks a policy', () => {
  it('finds nothing in a token that keeps it to the last day', () => {
    // It was made 30 days ago
    expect(breachesOf(aToken({ daysLeft: 60 }), policy)).toEqual([]);
  });

  it('counts the whole life of a token, from its creation', () => {
    expect(breachesOf(aToken({ daysLeft: 61 }), policy)).toEqual([
      { code: 'LIVES_TOO_LONG', days: 91, maxDays: 90, sinceNow: false },
    ]);
  });

  it('counts what is left of a deploy token, of which GitLab does not tell the creation', () => {
    const deploy = aToken({
      kind: 'group-deploy',
      role: null,
      createdAt: null,
      daysLeft: 91,
    });
    expect(breachesOf(deploy, policy)).toEqual([
      { code: 'LIVES_TOO_LONG', days: 91, maxDays: 90, sinceNow: true },
    ]);
    expect(
      breachesOf({ ...deploy, daysLeft: 90, expiresAt: inDays(90) }, policy),
    ).toEqual([]);
  });

  it('names every breach of one token', () => {
    const token = aToken({
      daysLeft: null,
      role: 'owner',
      scopes: ['api', 'read_api', 'sudo'],
    });
    expect(breachesOf(token, policy)).toEqual([
      { code: 'NEVER_EXPIRES' },
      { code: 'ROLE_TOO_HIGH', found: 'owner', maxRole: 'developer' },
      { code: 'SCOPES_NOT_ALLOWED', scopes: ['api', 'sudo'] },
    ]);
  });

  it('lets everything pass that a policy does not limit, but no token without an expiry', () => {
    const lax = { warnDays: 30, criticalDays: 7 };
    const token = aToken({ role: 'owner', scopes: ['api'], daysLeft: 3000 });
    expect(breachesOf(token, lax)).toEqual([]);
    expect(breachesOf({ ...token, expiresAt: null }, lax)).toEqual([
      { code: 'NEVER_EXPIRES' },
    ]);
  });

  it('judges the tokens of an environment by its own policy, and its credential apart', () => {
    const environment = anEnvironment({
      policy,
      observed: anObservation({ role: 'maintainer', scopes: ['read_api'] }),
    });
    const broken = aToken({ tokenId: 1, scopes: ['api'] });
    const elsewhere = aToken({
      tokenId: 2,
      scopes: ['api'],
      environment: 'qa',
    });
    const credential = aToken({
      tokenId: 3,
      scopes: ['api'],
      credentialOf: ['dev'],
    });
    const found = breakingTokens(
      [broken, elsewhere, credential, aToken({ tokenId: 4 })],
      environment,
    );
    expect(found.map(({ token }) => token.tokenId)).toEqual([1]);
    expect(credentialBreaches(environment)).toEqual([
      { code: 'ROLE_TOO_HIGH', found: 'maintainer', maxRole: 'developer' },
    ]);
    expect(credentialBreaches({ ...environment, observed: null })).toEqual([]);
  });
});
