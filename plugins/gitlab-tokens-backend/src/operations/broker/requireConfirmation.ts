import { OperationPlan } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ViolationsError } from '../ViolationsError';

/**
 * Whoever ends the token that a portal runs on has to name the portal's environment.
 *
 * @throws ViolationsError that names the environments
 */
export function requireConfirmation(
  plans: OperationPlan[],
  confirmed: string[],
): void {
  const losing = plans.flatMap(plan => [
    ...(plan.isCredential ? [plan.environment] : []),
    ...plan.otherEnvironments,
  ]);
  const missing = [...new Set(losing)].filter(it => !confirmed.includes(it));
  if (missing.length > 0) {
    throw new ViolationsError([
      {
        code: 'CONFIRMATION_MISSING',
        field: 'confirm',
        found: confirmed.join(', ') || null,
        allowed: missing,
        message: `The portals of these environments run on what would be revoked: ${missing.join(
          ', ',
        )}; confirm has to name them`,
      },
    ]);
  }
}
