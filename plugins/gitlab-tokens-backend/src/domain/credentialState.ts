import {
  CredentialState,
  daysUntilExpiry,
  Policy,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Inspection } from './Inspection';

/** Days left as observed; null where the token never expires or was never observed. */
export function daysLeft(
  inspection: Inspection | undefined,
  now: Date,
): number | null {
  const expiresAt = inspection?.observed?.expiresAt;
  return expiresAt ? daysUntilExpiry(expiresAt, now) : null;
}

/** The state of a credential at this moment, from its last inspection. */
export function credentialState(
  inspection: Inspection | undefined,
  policy: Policy,
  now: Date,
): CredentialState {
  if (!inspection) {
    return 'unknown';
  }
  if (inspection.outcome !== 'accepted') {
    return inspection.outcome;
  }
  const days = daysLeft(inspection, now);
  if (days === null) {
    return 'active';
  }
  // What GitLab accepted after its expiry by our clock is not dead: one of the clocks is wrong, and it is not GitLab's
  // that decides here but its answer.
  const expiresAt = inspection.observed!.expiresAt!;
  const acceptedSince = inspection.inspectedAt.slice(0, 10) >= expiresAt;
  if (days <= 0 && !acceptedSince) {
    return 'expired';
  }
  if (days <= policy.criticalDays) {
    return 'critical';
  }
  return days <= policy.warnDays ? 'expiring' : 'active';
}
