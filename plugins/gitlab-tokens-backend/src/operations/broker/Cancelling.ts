import { ConflictError } from '@backstage/errors';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { isGivenUp, reasonNotToCancel } from '../../domain/operationActions';
import { TokenRef } from '../../domain/TokenRef';
import { Escrow, EscrowError } from '../../ports/Escrow';
import { Conversation, Conversations } from './Conversations';
import { contextOf, KnownTargets, record } from './Delivering';
import { ParkedError } from './ParkedError';
import { Reconciled, Reconciliation } from './Reconciliation';
import { revokeSurely } from './revokeSurely';
import { RunningOperation } from './RunningOperation';

const CANCELLED = { step: 'cancelled', parked: null, notBefore: null } as const;

/** Undoes an operation that has not yet changed anything that anybody uses. */
export class Cancelling {
  constructor(
    private readonly options: {
      conversations: Conversations;
      reconciliation: Reconciliation;
      targets: KnownTargets;
      escrow: Escrow;
    },
  ) {}

  /** @throws ConflictError when it is too late, or too early to tell */
  async run(running: RunningOperation): Promise<void> {
    refuseTooLate(running);
    if (isGivenUp(running.now)) {
      // Somebody may use what was delivered: both tokens stay as they are.
      await running.advance(CANCELLED);
      return;
    }
    await this.#recordUnrecorded(running);
    refuseTooLate(running);
    await this.#withdraw(running);
    // Somebody may have merged it in between.
    await this.#recordUnrecorded(running);
    refuseTooLate(running);
    if (running.now.step !== 'planned' && running.now.work.spec) {
      await this.#endToken(running);
    }
    await running.advance(CANCELLED);
  }

  /** A process may have died between a delivery and its record: what a portal runs on by now must not be revoked. */
  async #recordUnrecorded(running: RunningOperation): Promise<void> {
    const { deliveries, sealed, work } = running.now;
    const value = sealed && (await this.#open(sealed));
    for (const [index, { state }] of deliveries.entries()) {
      const { settings } = work.deliveries[index];
      const target = this.options.targets.get(settings.target);
      if (value && state !== 'delivered') {
        const there = await target?.readBack?.(
          settings,
          contextOf(running.now),
        );
        if (there?.equals(value)) {
          await record(running, index, { state: 'delivered' });
        }
      }
    }
  }

  /** Undefined where nobody here can open it, nor read a file that it may have been delivered to. */
  async #open(sealed: string): Promise<Secret | undefined> {
    try {
      return await this.options.escrow.open(sealed);
    } catch (error) {
      if (error instanceof EscrowError) {
        return undefined;
      }
      throw error;
    }
  }

  async #withdraw({ now: operation }: RunningOperation): Promise<void> {
    for (const [index, { state }] of operation.deliveries.entries()) {
      const { settings } = operation.work.deliveries[index];
      const target = this.options.targets.get(settings.target);
      if (state !== 'delivered') {
        await target?.withdraw?.(settings, contextOf(operation));
      }
    }
  }

  async #endToken(running: RunningOperation): Promise<void> {
    const { work, newTokenId, step, id } = running.now;
    const conversation = await this.options.conversations.open(running.now);
    if (step !== 'minting') {
      const ref = { ...work.spec!, id: newTokenId! } as TokenRef;
      await revokeSurely(conversation.tokens, ref);
      return;
    }
    const { waitUntil, rotatable } = await this.#reconcile(
      running,
      conversation,
    );
    if (waitUntil !== undefined) {
      throw new ConflictError(
        `Operation ${id} cannot be cancelled yet: GitLab may still make the token; try again after ${new Date(
          waitUntil,
        ).toISOString()}`,
      );
    }
    if (rotatable && rotatable.id !== work.old?.id) {
      throw new ConflictError(
        `Operation ${id} cannot be cancelled: GitLab has rotated the token, and nobody has the new value; resume it`,
      );
    }
  }

  /** What nobody can find out does not stand in the way: there is nothing left that this operation could still do. */
  async #reconcile(
    running: RunningOperation,
    conversation: Conversation,
  ): Promise<Reconciled> {
    try {
      return await this.options.reconciliation.run(running, conversation);
    } catch (error) {
      if (
        error instanceof ParkedError &&
        running.now.work.mode === 'in-place'
      ) {
        return {};
      }
      throw error;
    }
  }
}

/** @throws ConflictError */
function refuseTooLate({ now: operation }: RunningOperation): void {
  const reason = reasonNotToCancel(operation);
  if (reason) {
    throw new ConflictError(
      `Operation ${operation.id} cannot be cancelled: ${reason}`,
    );
  }
}
