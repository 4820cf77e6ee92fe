import { Operation } from './Operation';

/** The delivery that is no place, but one showing of the value. */
export const REVEAL = 'reveal';

/** Delivered through a review: whoever uses the value gets it some time after its delivery. */
export const MERGE_REQUEST = 'sops-merge-request';

/** Whether the value waits to be shown. */
export function canReveal({ deliveries, step }: Operation): boolean {
  return (
    (step === 'delivering' || step === 'awaiting') &&
    deliveries.some(it => it.target === REVEAL && it.state === 'awaiting')
  );
}

/** Whether it stands still and somebody may say that it should go on. */
export function canResume({ parked, step }: Operation): boolean {
  return parked !== null || step === 'awaiting';
}

/** The new value is in its place and cannot be proven: somebody may leave it at that, and nothing old is touched. */
export function isGivenUp({ parked, step }: Operation): boolean {
  return step === 'delivered' && parked !== null;
}

/**
 * Why an operation cannot be undone any more; undefined where it can. What GitLab has rotated in place is dead, and a
 * place that has the new value does not have the old one any more.
 */
export function reasonNotToCancel(operation: Operation): string | undefined {
  const { kind, step, deliveries, work } = operation;
  if (step === 'planned' || isGivenUp(operation)) {
    return undefined;
  }
  if (kind === 'revoke') {
    return 'GitLab has been asked to revoke the token already';
  }
  if (!['minting', 'minted', 'delivering', 'awaiting'].includes(step)) {
    return 'the new value is delivered already';
  }
  if (work.mode === 'in-place' && step !== 'minting') {
    return 'the old value is dead since GitLab has rotated the token';
  }
  const delivered = deliveries.find(
    it => it.state === 'delivered' && it.target !== REVEAL,
  );
  return (
    delivered && `${delivered.place ?? delivered.target} has the new value`
  );
}
