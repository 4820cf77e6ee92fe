import { InputError } from '@backstage/errors';
import { Delivery } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DeliveryCheck,
  DeliveryTarget,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';

/** A delivery target of a module, which does what the delivery's keys say. */
export class OutsideTarget implements DeliveryTarget {
  readonly name = 'vault';

  async check({ says }: Delivery): Promise<DeliveryCheck> {
    if (says === 'wrong') {
      throw new InputError('mount is missing');
    }
    const problem = says
      ? { code: String(says), message: 'It cannot.', action: 'Change it.' }
      : null;
    return { place: 'vault: kv/gitlab', problem, evidence: { version: 3 } };
  }

  async deliver() {
    return { state: 'delivered' as const, place: '', url: null };
  }
}
