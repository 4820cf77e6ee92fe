import { DeliveryStatus } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DeliveryContext,
  DeliveryError,
  DeliveryTarget,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { Operation, PlannedDelivery } from '../../domain/Operation';
import { REVEAL } from '../../domain/operationActions';
import { Escrow } from '../../ports/Escrow';
import { ParkedError, parkedBy } from './ParkedError';
import { RunningOperation } from './RunningOperation';

/** Milliseconds that one target has. */
const TIME_LIMIT = 60_000;

/** Milliseconds between two looks at what a delivery waits for. */
const POLL = 60_000;

/** Milliseconds for which a value waits to be shown. */
const SHOWN_WITHIN = 60 * 60_000;

/** The delivery targets by name. */
export interface KnownTargets {
  get(name: string): DeliveryTarget | undefined;
}

/**
 * Brings the new value to its targets, one after the other, each recorded. A target that fails stops none of the
 * others; the operation parks after all had their turn, and only those that do not have the value yet are tried again.
 */
export class Delivering {
  constructor(
    private readonly options: {
      targets: KnownTargets;
      escrow: Escrow;
      now: () => Date;
    },
  ) {}

  /** @returns when to look again, in milliseconds of the epoch; undefined once every target has the value */
  async run(running: RunningOperation): Promise<number | undefined> {
    const { now } = this.options;
    if (running.now.step === 'minted') {
      await running.advance({
        step: 'delivering',
        deliveries: pendingOf(running.now),
      });
    }
    const failures: ParkedError[] = [];
    for (const [index, delivery] of running.now.work.deliveries.entries()) {
      if (running.now.deliveries[index].state !== 'delivered') {
        await running.keep();
        const failure = await this.#deliver(running, delivery, index);
        failures.push(...(failure ? [failure] : []));
      }
    }
    if (failures.length > 0) {
      throw failures.find(each => !each.passing) ?? failures[0];
    }
    const { step, deliveries } = running.now;
    const awaiting = deliveries.filter(it => it.state === 'awaiting');
    if (awaiting.length === 0) {
      await running.advance({ step: 'delivered' });
      return undefined;
    }
    if (step === 'delivering') {
      await running.advance({ step: 'awaiting' });
    }
    return awaiting.every(it => it.target === REVEAL)
      ? shownUntil(running.now)
      : now().getTime() + POLL;
  }

  async #deliver(
    running: RunningOperation,
    { settings, evidence }: PlannedDelivery,
    index: number,
  ): Promise<ParkedError | undefined> {
    try {
      const target = knownTarget(this.options.targets, settings.target);
      const outcome = await target.deliver(
        settings,
        await this.#value(running),
        { ...contextOf(running.now), evidence },
      );
      await record(running, index, { ...outcome, errorCode: null });
      return undefined;
    } catch (error) {
      const failure = parkedBy(error);
      if (!failure) {
        throw error;
      }
      const errorCode = failure.problem.code;
      await record(running, index, { state: 'failed', errorCode });
      return failure;
    }
  }

  async #value(running: RunningOperation): Promise<Secret> {
    running.value ??= await this.options.escrow.open(running.now.sealed ?? '');
    return running.value;
  }
}

/** @throws DeliveryError `TARGET_UNKNOWN`: a module may be gone since the operation was planned */
export function knownTarget(
  targets: KnownTargets,
  name: string,
): DeliveryTarget {
  const target = targets.get(name);
  if (!target) {
    throw new DeliveryError({
      code: 'TARGET_UNKNOWN',
      message: `There is no delivery target ${name} in this backend.`,
      action: 'Add the module that brings it, restart the backend, resume.',
    });
  }
  return target;
}

/** What a target is told of an operation. */
export function contextOf(operation: Operation): DeliveryContext {
  const { id, environment, plan, owner, tokenKind, oldTokenId } = operation;
  return {
    operationId: id,
    environment,
    requestedBy: operation.requestedBy,
    token: {
      kind: tokenKind,
      owner,
      name: plan.newToken?.name ?? '',
      expiresAt: plan.newToken?.expiresAt ?? null,
    },
    replaces: oldTokenId,
    isCredential: plan.isCredential,
    signal: AbortSignal.timeout(TIME_LIMIT),
  };
}

/** Milliseconds of the epoch after which a value is not shown any more. */
export function shownUntil({ mintingSince, createdAt }: Operation): number {
  return Date.parse(mintingSince ?? createdAt) + SHOWN_WITHIN;
}

/** None has the value yet; where each belongs, people were told before. */
function pendingOf({ work, plan }: Operation): DeliveryStatus[] {
  return work.deliveries.map(({ settings: { target } }, index) => {
    const place = plan.deliveries[index]?.place ?? null;
    return { target, state: 'pending', place, url: null, errorCode: null };
  });
}

/** Writes down how one delivery stands now. */
export async function record(
  running: RunningOperation,
  index: number,
  status: Partial<DeliveryStatus>,
): Promise<void> {
  const deliveries = running.now.deliveries.map((each, at) =>
    at === index ? { ...each, ...status } : each,
  );
  await running.advance({ deliveries });
}
