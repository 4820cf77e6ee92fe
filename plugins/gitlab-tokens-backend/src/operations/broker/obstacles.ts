import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import { Problem } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { GatewayError } from '../../ports/GatewayError';
import { OperationInProgressError } from '../../ports/Ledger';
import { parkedBy } from './ParkedError';
import { PlanBlockedError } from './PlanBlockedError';

/**
 * Whoever waits for it is told what stands in the way, as one is who looks at a parked operation; GitLab's failures say
 * so themselves.
 */
export async function sayingWhy<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const parked = error instanceof GatewayError ? undefined : parkedBy(error);
    if (!parked) {
      throw error;
    }
    const { message, action } = parked.problem;
    throw parked.passing
      ? new ServiceUnavailableError(`${message} Try again in a while.`)
      : new ConflictError(`${message} ${action}`);
  }
}

/** Why one of several operations was not begun; what nobody expects is thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof PlanBlockedError) {
    return error.blockers[0];
  }
  if (error instanceof OperationInProgressError) {
    return {
      code: 'OPERATION_IN_PROGRESS',
      message: error.message,
      action: 'Wait for it to end, or look at why it stands still.',
    };
  }
  if (!(error instanceof ConflictError)) {
    throw error;
  }
  return { code: 'CONFLICT', message: error.message, action: 'Try again.' };
}
