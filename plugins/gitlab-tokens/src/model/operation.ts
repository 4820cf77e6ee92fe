import {
  DeliveryStatus,
  Operation,
  OPERATION_STEPS,
  OperationStep,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { leftByCancelling } from './cancelling';

/** One line of what an operation does, in order. */
export type Stage =
  | { name: 'create' | 'rotate' | 'seal' | 'prove' | 'grace' | 'revoke' }
  | { name: 'deliver'; index: number; delivery: DeliveryStatus };

/** `waiting`: for a person or a time, which is no fault; `stopped`: parked here; `skipped`: cancelled before it. */
export type StageState =
  | 'done'
  | 'current'
  | 'waiting'
  | 'stopped'
  | 'skipped'
  | 'upcoming';

/** Whether nothing more will happen. */
export function isEnded({ step }: Pick<Operation, 'step'>): boolean {
  return step === 'done' || step === 'cancelled';
}

/** Whether somebody can tell it to go on. What waits to be shown goes on by being shown. */
export function canResume({ actions }: Pick<Operation, 'actions'>): boolean {
  return actions.includes('resume') && !actions.includes('reveal');
}

function hasReached(operation: Operation, step: OperationStep): boolean {
  return (
    OPERATION_STEPS.indexOf(operation.step) >= OPERATION_STEPS.indexOf(step)
  );
}

/** The deliveries as the ledger has them, and before it has any, as they are planned. */
function deliveriesOf({ deliveries, plan }: Operation): DeliveryStatus[] {
  return deliveries.length > 0
    ? deliveries
    : plan.deliveries.map(({ target, place }) => ({
        ...{ target, place, url: null, errorCode: null },
        state: 'pending',
      }));
}

/** What the operation does, step by step, as its plan says. */
function stagesIn(operation: Operation): Stage[] {
  const { kind, plan } = operation;
  if (kind === 'revoke') {
    return [{ name: 'revoke' }];
  }
  const retires = plan.consequences.includes('OLD_VALUE_STOPS_AFTER_GRACE');
  return [
    ...(kind === 'paste'
      ? []
      : [
          {
            name:
              plan.mode === 'in-place'
                ? ('rotate' as const)
                : ('create' as const),
          },
        ]),
    { name: 'seal' },
    ...deliveriesOf(operation).map(
      (delivery, index): Stage => ({ name: 'deliver', index, delivery }),
    ),
    { name: 'prove' },
    ...(retires && plan.gracePeriodSeconds > 0
      ? [{ name: 'grace' } as const]
      : []),
    ...(retires ? [{ name: 'revoke' } as const] : []),
  ];
}

/** Whether it was done before the operation was cancelled, and stays. */
function isLeft(stage: Stage, operation: Operation): boolean {
  switch (stage.name) {
    case 'deliver':
      return stage.delivery.state === 'delivered';
    case 'create':
    case 'rotate':
    case 'seal':
      return leftByCancelling(operation) === 'all';
    default:
      return false;
  }
}

function isDone(stage: Stage, operation: Operation): boolean {
  if (operation.step === 'cancelled') {
    return isLeft(stage, operation);
  }
  switch (stage.name) {
    case 'deliver':
      return (
        stage.delivery.state === 'delivered' ||
        hasReached(operation, 'delivered')
      );
    case 'prove':
      return hasReached(operation, 'verified');
    case 'grace':
      return hasReached(operation, 'retiring');
    case 'revoke':
      return hasReached(operation, 'done');
    default:
      return hasReached(operation, 'minted');
  }
}

function stateOfOpen(
  stage: Stage,
  operation: Operation,
  isFirst: boolean,
): StageState {
  if (operation.step === 'cancelled') {
    return 'skipped';
  }
  if (stage.name === 'deliver' && stage.delivery.state === 'awaiting') {
    return 'waiting';
  }
  if (stage.name === 'deliver' && stage.delivery.state === 'failed') {
    return 'stopped';
  }
  if (!isFirst) {
    return 'upcoming';
  }
  if (operation.parked) {
    return 'stopped';
  }
  return stage.name === 'grace' ? 'waiting' : 'current';
}

/** The lines of an operation's progress, each with how it stands. */
export function stagesOf(
  operation: Operation,
): { stage: Stage; state: StageState }[] {
  const stages = stagesIn(operation);
  const first = stages.findIndex(stage => !isDone(stage, operation));
  return stages.map((stage, index) => ({
    stage,
    state: isDone(stage, operation)
      ? 'done'
      : stateOfOpen(stage, operation, index === first),
  }));
}

/** The line at which an operation stands now; undefined once it has ended. */
export function presentStage(
  operation: Operation,
): { stage: Stage; state: StageState } | undefined {
  return isEnded(operation)
    ? undefined
    : stagesOf(operation).find(({ state }) => state !== 'done');
}

/** Milliseconds: two minutes are counted by the second, and somebody has to look before they begin. */
const COUNTED = 2.5 * 60_000;

/** Milliseconds until the grace period of an operation is over; null where it does not wait for that, or no longer. */
export function graceLeft(operation: Operation, now: Date): number | null {
  const { step, notBefore, parked } = operation;
  if (step !== 'verified' || notBefore === null || parked) {
    return null;
  }
  const left = Date.parse(notBefore) - now.getTime();
  return left > 0 ? left : null;
}

/** Whether what is left of its grace period is to be counted by the second. */
export function isCountedDown(operation: Operation, now: Date): boolean {
  const left = graceLeft(operation, now);
  return left !== null && left <= COUNTED;
}

const QUICK = 1_000;
const SLOW = 10_000;

/**
 * Milliseconds after which to look at an operation again: soon while it moves, later while it waits for a person, and
 * when its time has come where it waits for one. Null once it has ended.
 */
export function lookAgainIn(operation: Operation, now: Date): number | null {
  const { notBefore, parked, step } = operation;
  if (isEnded(operation)) {
    return null;
  }
  if (notBefore) {
    const left = Date.parse(notBefore) - now.getTime();
    return Math.min(Math.max(left, QUICK), SLOW);
  }
  return parked || step === 'awaiting' ? SLOW / 2 : QUICK;
}
