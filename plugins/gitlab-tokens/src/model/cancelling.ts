import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/**
 * What a cancelled operation has left behind. `nothing`: all is as it was before it; `all`: it had delivered the new
 * value, which stays, as does each token; `unknown`: the ledger does not tell, and GitLab does.
 */
export type Leaving = 'nothing' | 'all' | 'unknown';

/** What is left of an operation that was cancelled. */
export function leftByCancelling(operation: Operation): Leaving {
  const { plan, attempts, newTokenId, deliveries } = operation;
  if (plan.mode === 'in-place') {
    if (newTokenId !== null) {
      // A new value without which nothing would work is kept
      return 'all';
    }
    // GitLab may have rotated the token, and the answer got lost
    return attempts === 0 ? 'nothing' : 'unknown';
  }
  const delivered = deliveries.filter(({ state }) => state === 'delivered');
  if (delivered.some(({ target }) => target !== 'reveal')) {
    // A place that has the new value may be in use: that is not undone
    return 'all';
  }
  // Shown, the token is kept if the operation went on to prove it, and else revoked
  return deliveries.length > 0 && delivered.length === deliveries.length
    ? 'unknown'
    : 'nothing';
}
