import {
  Consequence,
  OperationPlan,
  PlannedCall,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Tone } from './states';
import { neverHappens, Translate, Words } from './Words';

/** What follows from an operation, in one sentence. */
export function consequenceWords(
  consequence: Consequence,
  plan: OperationPlan,
  { t, formats }: Words,
): string {
  switch (consequence) {
    case 'OLD_VALUE_STOPS_AFTER_GRACE':
      return plan.gracePeriodSeconds > 0
        ? t('plan.consequence.OLD_VALUE_STOPS_AFTER_GRACE', {
            grace: formats.span(plan.gracePeriodSeconds),
          })
        : t('plan.consequence.OLD_VALUE_STOPS_AFTER_PROOF');
    case 'PORTAL_LOSES_CREDENTIAL':
      return t('plan.consequence.PORTAL_LOSES_CREDENTIAL', {
        environment: plan.environment,
      });
    case 'OTHER_ENVIRONMENTS_LOSE_CREDENTIAL':
      return t('plan.consequence.OTHER_ENVIRONMENTS_LOSE_CREDENTIAL', {
        environments: formats.list(plan.otherEnvironments),
      });
    default:
      return t(`plan.consequence.${consequence}`);
  }
}

/** How much a consequence asks for attention. */
export function toneOfConsequence(consequence: Consequence): Tone {
  switch (consequence) {
    case 'PORTAL_LOSES_CREDENTIAL':
    case 'OTHER_ENVIRONMENTS_LOSE_CREDENTIAL':
      return 'error';
    case 'OLD_VALUE_STOPS_AT_ONCE':
    case 'TOKEN_STOPS_AT_ONCE':
    case 'OLD_TOKEN_STAYS':
    case 'BOT_USER_CHANGES':
    case 'TOKEN_IS_DELETED':
      return 'warning';
    case 'OLD_VALUE_STOPS_AFTER_GRACE':
    case 'BOT_USER_STAYS':
    case 'WAITS_FOR_MERGE':
      return 'neutral';
    default:
      return neverHappens(consequence);
  }
}

function callerWord(by: PlannedCall['by'], t: Translate): string {
  return by === 'new token' ? t('plan.by.newToken') : t(`plan.by.${by}`);
}

/** A planned request: "Create: POST /groups/10/access_tokens, by the broker". */
export function callWords(call: PlannedCall, t: Translate): string {
  return t('plan.call', {
    purpose: t(`plan.purpose.${call.purpose}`),
    request: `${call.method} ${call.path}`,
    by: callerWord(call.by, t),
  });
}
