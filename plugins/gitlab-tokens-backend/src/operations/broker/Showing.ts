import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  canReveal,
  REVEAL,
  reasonNotToCancel,
} from '../../domain/operationActions';
import { Escrow } from '../../ports/Escrow';
import { Cancelling } from './Cancelling';
import { record, shownUntil } from './Delivering';
import { ParkedError } from './ParkedError';
import { RunningOperation } from './RunningOperation';

/** Shows a new value to whoever asked for it, once or not at all, and not for ever. */
export class Showing {
  constructor(
    private readonly options: {
      escrow: Escrow;
      cancelling: Cancelling;
      now: () => Date;
    },
  ) {}

  /** The value that waits to be shown; undefined where none does. */
  async show(running: RunningOperation): Promise<Secret | undefined> {
    if (!canReveal(running.now)) {
      return undefined;
    }
    const value = await this.options.escrow.open(running.now.sealed ?? '');
    const index = running.now.deliveries.findIndex(it => it.target === REVEAL);
    // Before the answer leaves: a value is shown once or not at all.
    await record(running, index, { state: 'delivered' });
    return value;
  }

  /**
   * A value that nobody asked to see in time is not kept: a token that nobody has is revoked.
   *
   * @returns whether that was the operation's end
   * @throws ParkedError where the old value is dead, so that this one has to be kept
   */
  async endUnshown(running: RunningOperation): Promise<boolean> {
    const { deliveries } = running.now;
    if (
      !canReveal(running.now) ||
      shownUntil(running.now) > this.options.now().getTime()
    ) {
      return false;
    }
    if (deliveries.every(it => it.target === REVEAL)) {
      if (reasonNotToCancel(running.now)) {
        throw unshown();
      }
      await this.options.cancelling.run(running);
      return true;
    }
    const index = deliveries.findIndex(it => it.target === REVEAL);
    await record(running, index, {
      state: 'delivered',
      place: 'not shown: nobody asked for it in time',
    });
    return false;
  }
}

function unshown(): ParkedError {
  return new ParkedError({
    code: 'VALUE_NOT_SHOWN',
    message:
      'GitLab has rotated the token, and nobody has asked to see the new value, without which the token is of no use to anybody.',
    action:
      'Have the value shown and put it where it is needed. Then the operation goes on by itself.',
  });
}
