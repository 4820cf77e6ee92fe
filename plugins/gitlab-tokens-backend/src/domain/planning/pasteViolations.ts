import {
  missingScopes,
  ObservedCredential,
  Violation,
  ViolationCode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../EnvironmentSettings';
import { expiryViolations, tokenViolations } from '../tokenPolicy';

/** A violation of what was pasted, which it never repeats. */
export function pastedTokenViolation(
  code: ViolationCode,
  message: string,
  options: { found?: string | null; allowed?: string[] } = {},
): Violation {
  const { found = null, allowed = [] } = options;
  return { code, field: 'token', found, allowed, message };
}

/** The environment does not run on a personal token. */
export function pasteNotAllowed({
  name,
  declared,
}: EnvironmentSettings): Violation[] {
  const { kind = 'personal' } = declared;
  return kind === 'personal'
    ? []
    : [
        {
          code: 'KIND_NOT_ALLOWED',
          field: 'environment',
          found: 'personal',
          allowed: [kind],
          message: `The environment ${name} runs on a ${kind} token, not on a personal one`,
        },
      ];
}

/** Everything about a pasted token that differs from the declaration or breaks the policy. */
export function pasteViolations(
  token: Omit<ObservedCredential, 'observedAt'>,
  { declared, policy }: EnvironmentSettings,
  now: Date,
): Violation[] {
  const personal = { ...policy, kind: 'personal' as const };
  const { scopes, expiresAt } = token;
  return [
    ...identityViolations(token, declared.owner),
    ...missingViolations(declared.scopes ?? [], scopes),
    ...tokenViolations({ scopes, role: null }, personal)
      // A newer GitLab may have scopes that are not known here.
      .filter(({ code }) => code === 'SCOPE_NOT_ALLOWED')
      .map(it => ({ ...it, field: 'token' })),
    ...(expiresAt
      ? expiryViolations(expiresAt, personal, now).map(it => ({
          ...it,
          field: 'token',
        }))
      : [pastedTokenViolation('NO_EXPIRY', 'The token never expires')]),
  ];
}

function identityViolations(
  { kind, username }: Omit<ObservedCredential, 'observedAt'>,
  owner: string | undefined,
): Violation[] {
  if (kind === null) {
    const message =
      'The token cannot say whose it is; it needs read_user, read_api or api';
    const allowed = ['read_user'];
    return [pastedTokenViolation('MISSING_SCOPE', message, { allowed })];
  }
  if (kind !== 'personal') {
    const message = `The token is no person's, but a ${kind} token`;
    const about = { found: kind, allowed: ['personal'] };
    return [pastedTokenViolation('WRONG_KIND', message, about)];
  }
  const isDeclared =
    !owner ||
    username?.toLocaleLowerCase('en') === owner.toLocaleLowerCase('en');
  if (!isDeclared) {
    const message = `The token belongs to ${username}, but declared is ${owner}`;
    const about = { found: username, allowed: [owner] };
    return [pastedTokenViolation('WRONG_OWNER', message, about)];
  }
  return [];
}

function missingViolations(wanted: string[], granted: string[]): Violation[] {
  const missing = missingScopes(wanted, granted);
  const found = granted.join(', ');
  return missing.length > 0
    ? [
        pastedTokenViolation(
          'MISSING_SCOPE',
          `The token lacks the scopes ${missing.join(', ')}`,
          { found, allowed: missing },
        ),
      ]
    : [];
}
