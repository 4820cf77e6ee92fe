import { DeliveryError } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { BrokerGateway } from '../../ports/BrokerGateway';

/** What is to be written to, and from which access level on. */
export interface NeededAccess {
  type: 'project' | 'group';
  path: string;
  accessLevel: number;
}

/**
 * Refuses a broker that could not write to a place, before there is something to write.
 *
 * @throws DeliveryError `BROKER_SCOPE_TOO_NARROW`, `BROKER_ROLE_TOO_LOW`; GatewayError
 */
export async function refusePowerless(
  gateway: BrokerGateway,
  { type, path, accessLevel }: NeededAccess,
): Promise<void> {
  const [self, access] = await Promise.all([
    gateway.describe(),
    gateway.accessLevel({ type, path }),
  ]);
  if (!self.scopes.includes('api')) {
    throw new DeliveryError({
      code: 'BROKER_SCOPE_TOO_NARROW',
      message: `The token that would write to ${path} has not the scope api.`,
      action:
        'Give the environment a broker with the scope api: gitlabTokens.broker.token of its SOPS file.',
    });
  }
  if (!self.isAdmin && (access.accessLevel ?? 0) < accessLevel) {
    throw new DeliveryError({
      code: 'BROKER_ROLE_TOO_LOW',
      message: `${self.username}, who would write to ${path}, has not the role there that it takes.`,
      action: `Make ${self.username} a member of ${path} with access level ${accessLevel} or more, or use another broker.`,
    });
  }
}
