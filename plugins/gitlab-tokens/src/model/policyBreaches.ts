import {
  daysUntilExpiry,
  Environment,
  ManagedToken,
  Policy,
  Role,
  ROLE_LEVELS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** How a token breaks the policy of its environment. */
export type Breach =
  | { code: 'NEVER_EXPIRES' }
  /** `days` are those of its life, or those that are left where GitLab does not tell when it was made. */
  | { code: 'LIVES_TOO_LONG'; days: number; maxDays: number; sinceNow: boolean }
  | { code: 'ROLE_TOO_HIGH'; found: Role; maxRole: Role }
  | { code: 'SCOPES_NOT_ALLOWED'; scopes: string[] };

/** What is judged by the policy. */
export type JudgedToken = Pick<
  ManagedToken,
  'expiresAt' | 'createdAt' | 'daysLeft' | 'role' | 'scopes'
>;

function expiryBreaches(
  { expiresAt, createdAt, daysLeft }: JudgedToken,
  { maxLifetimeDays }: Policy,
): Breach[] {
  if (expiresAt === null) {
    return [{ code: 'NEVER_EXPIRES' }];
  }
  const days = createdAt
    ? daysUntilExpiry(expiresAt, new Date(createdAt))
    : daysLeft;
  return maxLifetimeDays !== undefined &&
    days !== null &&
    days > maxLifetimeDays
    ? [
        {
          code: 'LIVES_TOO_LONG',
          days,
          maxDays: maxLifetimeDays,
          sinceNow: createdAt === null,
        },
      ]
    : [];
}

/** The scopes that a policy does not allow. */
export function forbiddenScopes(
  scopes: readonly string[],
  { allowedScopes }: Pick<Policy, 'allowedScopes'>,
): string[] {
  return scopes.filter(scope => allowedScopes?.includes(scope) === false);
}

/** Everything in which a token breaks a policy. A token must expire, whatever the policy's maximum. */
export function breachesOf(token: JudgedToken, policy: Policy): Breach[] {
  const { role } = token;
  const { maxRole } = policy;
  const scopes = forbiddenScopes(token.scopes, policy);
  return [
    ...expiryBreaches(token, policy),
    ...(role && maxRole && ROLE_LEVELS[role] > ROLE_LEVELS[maxRole]
      ? [{ code: 'ROLE_TOO_HIGH' as const, found: role, maxRole }]
      : []),
    ...(scopes.length > 0
      ? [{ code: 'SCOPES_NOT_ALLOWED' as const, scopes }]
      : []),
  ];
}

/** A token of the inventory with its breaches. */
export type BreakingToken = { token: ManagedToken; breaches: Breach[] };

/** The tokens of an environment that break its policy; its credential is judged apart. */
export function breakingTokens(
  tokens: readonly ManagedToken[],
  { name, policy }: Pick<Environment, 'name' | 'policy'>,
): BreakingToken[] {
  return tokens
    .filter(
      token => token.environment === name && !token.credentialOf.includes(name),
    )
    .map(token => ({ token, breaches: breachesOf(token, policy) }))
    .filter(({ breaches }) => breaches.length > 0);
}

/** How the credential that the environment's portal runs on breaks the policy, as far as GitLab has shown it. */
export function credentialBreaches({
  observed,
  daysLeft,
  policy,
}: Pick<Environment, 'observed' | 'daysLeft' | 'policy'>): Breach[] {
  return observed ? breachesOf({ ...observed, daysLeft }, policy) : [];
}
