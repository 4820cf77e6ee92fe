import {
  Environment,
  ownerTypeOf,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { hasExpiry } from '../model/attention';
import { credentialOf } from '../model/credential';
import { kindWord, roleWord, Words } from './Words';

/** Kind, role and number of scopes of a credential: "group access token · Developer · 3 scopes". */
export function credentialPhrase(
  environment: Environment,
  { t }: Words,
): string {
  const { kind, role } = credentialOf(environment);
  const scopes =
    environment.observed?.scopes ?? environment.declared.scopes ?? null;
  const isUsers = kind !== null && ownerTypeOf(kind.value) === 'user';
  return [
    kind ? kindWord(kind.value, t) : t('kind.unknown'),
    role && !isUsers ? roleWord(role.value, t) : null,
    scopes ? t('entity.scopes', { count: scopes.length }) : null,
    environment.observed ? null : t('entity.declaredOnly'),
  ]
    .filter(part => part !== null)
    .join(' · ');
}

/** When a credential expires: "Expires 2026-12-02 (in 12 days)". */
export function expiryPhrase(
  environment: Environment,
  { t, formats }: Words,
): string {
  const { observed, daysLeft } = environment;
  if (!observed || !hasExpiry(environment)) {
    return t('entity.expiryUnknown');
  }
  if (observed.expiresAt === null || daysLeft === null) {
    return t('entity.neverExpires');
  }
  return daysLeft > 0
    ? t('entity.expires', {
        date: observed.expiresAt,
        expiry: formats.inDays(daysLeft),
      })
    : t('entity.expired', { date: observed.expiresAt });
}
