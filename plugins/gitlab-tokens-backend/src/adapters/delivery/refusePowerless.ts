import {
  Role,
  ROLE_LEVELS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { DeliveryError } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { BrokerGateway } from '../../ports/BrokerGateway';

/** What is to be written to, and from which role on. */
export interface NeededAccess {
  type: 'project' | 'group';
  path: string;
  role: Role;
}

/**
 * Refuses a broker that could not write to a place, before there is something to write.
 *
 * @throws DeliveryError `BROKER_SCOPE_TOO_NARROW`, `BROKER_ROLE_TOO_LOW`; GatewayError
 */
export async function refusePowerless(
  gateway: BrokerGateway,
  { type, path, role }: NeededAccess,
): Promise<void> {
  const [self, access] = await Promise.all([
    gateway.describe(),
    gateway.accessLevel({ type, path }),
  ]);
  if (!self.scopes.includes('api')) {
    throw new DeliveryError({
      code: 'BROKER_SCOPE_TOO_NARROW',
      message: `The token that would write to ${path} does not have the scope api.`,
      action:
        'Give the environment a broker with the scope api: gitlabTokens.broker.token of its SOPS file.',
    });
  }
  if (!self.isAdmin && (access.accessLevel ?? 0) < ROLE_LEVELS[role]) {
    throw new DeliveryError({
      code: 'BROKER_ROLE_TOO_LOW',
      message: `${self.username}, who would write to ${path}, does not have the role ${role} there, which it takes.`,
      action: `Give ${self.username} the role ${role} in ${path}, or use another broker.`,
    });
  }
}
