import {
  daysUntilExpiry,
  isDeployKind,
  Policy,
  Role,
  ROLE_LEVELS,
  ROLES,
  scopesOfKind,
  TokenKind,
  Violation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** A policy for tokens of one kind; undefined where the kind is not known. */
export type TokenPolicy = Policy & { kind: TokenKind | undefined };

/** GitLab's own limit for access tokens, which an instance may only tighten. */
export const GITLAB_MAX_DAYS = 365;

const DAY = 24 * 60 * 60 * 1000;

/** The day so many days from today in UTC, `YYYY-MM-DD`. */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** What is wrong with an expiry. A token that expires today has expired already. */
export function expiryViolations(
  expiresAt: string,
  policy: TokenPolicy,
  now: Date,
): Violation[] {
  const days = daysUntilExpiry(expiresAt, now);
  const most = longestLife(policy);
  const base = { field: 'expiresAt', found: expiresAt };
  if (days <= 0) {
    const first = dayFrom(now, 1);
    const message = `A token that expires on ${expiresAt} would not work: it stops at 00:00 UTC of that day; the first possible day is ${first}`;
    return [{ ...base, code: 'EXPIRY_IN_PAST', allowed: [first], message }];
  }
  if (days > most) {
    const last = dayFrom(now, most);
    const message = `A token may live ${most} days at most; the last possible day is ${last}`;
    return [{ ...base, code: 'EXPIRY_TOO_FAR', allowed: [last], message }];
  }
  return [];
}

function longestLife({ maxLifetimeDays, kind }: TokenPolicy): number {
  const ofGitlab = kind && isDeployKind(kind) ? Infinity : GITLAB_MAX_DAYS;
  return maxLifetimeDays ?? ofGitlab;
}

/** What is wrong with scopes and role of a token to be. */
export function tokenViolations(
  token: { scopes: string[]; role: Role | null },
  policy: TokenPolicy & { kind: TokenKind },
): Violation[] {
  return [
    ...token.scopes.flatMap((scope, index) =>
      scopeViolations(scope, `scopes.${index}`, policy),
    ),
    ...roleViolations(token.role, policy),
  ];
}

function scopeViolations(
  found: string,
  field: string,
  { kind, allowedScopes }: TokenPolicy & { kind: TokenKind },
): Violation[] {
  const possible = scopesOfKind(kind);
  const allowed = possible.filter(it => allowedScopes?.includes(it) ?? true);
  if (!possible.includes(found)) {
    const message = `A ${kind} token cannot have the scope "${found}"`;
    return [{ code: 'SCOPE_UNKNOWN', field, found, allowed, message }];
  }
  if (!allowed.includes(found)) {
    const message = `The policy does not allow the scope ${found}`;
    return [{ code: 'SCOPE_NOT_ALLOWED', field, found, allowed, message }];
  }
  return [];
}

/** GitLab gives tokens no role below Guest. */
const LOWEST_ROLE: Role = 'guest';

function roleViolations(
  found: Role | null,
  { kind, maxRole = 'owner' }: TokenPolicy & { kind: TokenKind },
): Violation[] {
  const field = 'role';
  if (kind !== 'group' && kind !== 'project') {
    const message = `A ${kind} token has no role of its own`;
    return found === null
      ? []
      : [{ code: 'ROLE_NOT_APPLICABLE', field, found, allowed: [], message }];
  }
  const allowed = ROLES.filter(
    role =>
      ROLE_LEVELS[role] >= ROLE_LEVELS[LOWEST_ROLE] &&
      ROLE_LEVELS[role] <= ROLE_LEVELS[maxRole],
  );
  if (found === null) {
    const message = `A ${kind} token needs a role`;
    return [{ code: 'ROLE_MISSING', field, found, allowed, message }];
  }
  if (!allowed.includes(found)) {
    const message = `The role ${found} is not one of ${allowed.join(', ')}`;
    return [{ code: 'ROLE_NOT_ALLOWED', field, found, allowed, message }];
  }
  return [];
}
