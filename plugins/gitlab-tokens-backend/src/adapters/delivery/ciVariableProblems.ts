import {
  DeliveryError,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { BrokerGateway } from '../../ports/BrokerGateway';
import {
  isMaskable,
  StoredVariable,
  VariableOptions,
  VariablePlace,
} from '../../ports/VariableGateway';

/**
 * Refuses a value that GitLab would show in the logs of jobs.
 *
 * @throws DeliveryError `VALUE_NOT_MASKABLE`
 */
export function refuseUnmaskable(
  value: Secret,
  { masked, raw }: VariableOptions,
): void {
  if (masked && !isMaskable(value.reveal(), raw)) {
    throw new DeliveryError({
      code: 'VALUE_NOT_MASKABLE',
      message:
        'GitLab cannot mask the tokens of this instance in a variable: they hold characters that it masks in raw variables at most. The value was not sent.',
      action:
        'Set raw: true for this delivery, so that GitLab takes the value as it is; or let an administrator give the instance a token prefix of letters, digits and dashes.',
    });
  }
}

/**
 * Refuses an environment scope that GitLab would drop without a word, so that the value would be there for all
 * environments.
 *
 * @throws DeliveryError `TARGET_UNUSABLE`
 */
export async function refuseUnscoped(
  broker: BrokerGateway,
  { type, environmentScope }: VariablePlace,
): Promise<void> {
  if (type === 'project' || environmentScope === '*') {
    return;
  }
  if ((await broker.isEnterprise()) === false) {
    throw new DeliveryError({
      code: 'TARGET_UNUSABLE',
      message: `This GitLab has no environment scopes for the variables of groups, so that the value would be there for all environments and not for ${environmentScope} alone.`,
      action:
        'Leave environmentScope out of this delivery, or deliver to a project.',
    });
  }
}

/** @throws DeliveryError `TARGET_UNUSABLE` */
export function refuseHiddenUnmasked(
  stored: StoredVariable | undefined,
  { masked }: VariableOptions,
): void {
  if (stored?.hidden && !masked) {
    throw new DeliveryError({
      code: 'TARGET_UNUSABLE',
      message:
        'The variable is there already and hidden; a hidden variable stays masked for ever.',
      action: 'Set masked: true for this delivery, or delete the variable.',
    });
  }
}

/** GitLab has said that it took the value, but does not have it. */
export function variableNotKept(place: string): DeliveryError {
  return new DeliveryError({
    code: 'VARIABLE_NOT_KEPT',
    message: `GitLab has taken the value, but the CI/CD variable ${place} does not hold it as it was asked to: somebody else writes it, or this GitLab has no environment scopes for the variables of groups.`,
    action:
      'Look at the variables of the project or group in GitLab. Delete what is there too much, correct the delivery where GitLab cannot do what it says, and resume or cancel.',
  });
}
