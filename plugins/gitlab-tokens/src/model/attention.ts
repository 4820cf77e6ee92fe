import {
  Environment,
  Finding,
  SEVERITIES,
  Severity,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Tone, toneOfState } from '../words/states';

/** The findings, the gravest first. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  const rank = (severity: Severity) => SEVERITIES.indexOf(severity);
  return [...findings].sort((a, b) => rank(a.severity) - rank(b.severity));
}

/** The finding for which somebody should look at the environment, the gravest one; notes are none. */
export function gravestFinding({
  findings,
}: Pick<Environment, 'findings'>): Finding | undefined {
  return gravestFirst(findings).find(finding => finding.severity !== 'info');
}

/** The worse of its state and its findings. */
export function toneOf(environment: Environment): Tone {
  const state = toneOfState(environment.state);
  const finding = gravestFinding(environment);
  if (state === 'error' || finding?.severity === 'error') {
    return 'error';
  }
  return state === 'warning' || finding ? 'warning' : state;
}

/** Whether somebody should look at it: its state or one of its findings is a warning or an error. */
export function needsAttention(environment: Environment): boolean {
  return ['warning', 'error'].includes(toneOf(environment));
}

/**
 * Whether the expiry that was last observed still says when the token stops working: it works or worked when GitLab
 * last answered, or it is the expiry that made it stop.
 */
export function hasExpiry({ state, observed }: Environment): boolean {
  switch (state) {
    case 'revoked':
    case 'rejected':
    case 'missing':
    case 'invalid':
      return false;
    default:
      return observed !== null;
  }
}

/** The environment whose token expires next, of those that still work. */
export function nextToExpire(
  environments: readonly Environment[],
): (Environment & { daysLeft: number; expiresAt: string }) | undefined {
  return environments
    .filter(hasExpiry)
    .flatMap(environment => {
      const { daysLeft } = environment;
      const expiresAt = environment.observed?.expiresAt;
      return daysLeft !== null && daysLeft > 0 && expiresAt
        ? [{ ...environment, daysLeft, expiresAt }]
        : [];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft)[0];
}

/** Whether its state has to be explained: it is none in which the token works, and no finding says it already. */
export function stateNeedsWords(environment: Environment): boolean {
  switch (environment.state) {
    case 'active':
    case 'expiring':
    case 'critical':
      return environment.problem !== null;
    case 'expired':
      return !environment.findings.some(({ code }) => code === 'EXPIRES_SOON');
    default:
      return true;
  }
}

/** When any of them was inspected last; null: none was yet. */
export function latestInspection(
  environments: readonly Environment[],
): string | null {
  return environments.reduce<string | null>(
    (latest, { inspectedAt }) =>
      inspectedAt !== null &&
      (latest === null || Date.parse(inspectedAt) > Date.parse(latest))
        ? inspectedAt
        : latest,
    null,
  );
}
