import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { DeliveryTarget } from './DeliveryTarget';

/**
 * Where modules add delivery targets.
 *
 * @public
 */
export interface GitlabTokensDeliveryExtensionPoint {
  /** @throws Error when there is a target of that name already */
  addDeliveryTarget(target: DeliveryTarget): void;
}

/**
 * Adds places to which new tokens can be delivered.
 *
 * @public
 */
export const gitlabTokensDeliveryExtensionPoint =
  createExtensionPoint<GitlabTokensDeliveryExtensionPoint>({
    id: 'gitlab-tokens.delivery',
  });
