import {
  Delivery,
  revealDeliverySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DeliveryCheck,
  DeliveryOutcome,
  DeliveryTarget,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { parseDelivery } from './parseDelivery';

const PLACE = 'shown once to who asked';

/** Waits until the value was shown, which is not the target's doing: the engine does it, and writes it down. */
export class RevealDeliveryTarget implements DeliveryTarget {
  readonly name = 'reveal';

  async check(delivery: Delivery): Promise<DeliveryCheck> {
    parseDelivery(revealDeliverySchema, delivery);
    return { place: PLACE, problem: null };
  }

  async deliver(): Promise<DeliveryOutcome> {
    return { state: 'awaiting', place: PLACE, url: null };
  }
}
