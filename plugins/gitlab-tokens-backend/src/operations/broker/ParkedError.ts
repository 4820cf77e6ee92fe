import { Problem } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { DeliveryError } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { CredentialStoreError } from '../../ports/CredentialStore';
import { EscrowError } from '../../ports/Escrow';
import { GatewayError, PASSING_CODES } from '../../ports/GatewayError';
import { gatewayAction } from './gatewayAction';

/** An operation stops at its step. Nothing in it is secret. */
export class ParkedError extends Error {
  readonly name = 'ParkedError';
  readonly problem: Problem;
  /** Trying again later may help without anybody's doing. */
  readonly passing: boolean;

  constructor(problem: Problem, options: { passing?: boolean } = {}) {
    super(problem.message);
    this.problem = problem;
    this.passing = options.passing ?? false;
  }
}

/** What every expected failure means for an operation; undefined for one that nobody expects. */
export function parkedBy(error: unknown): ParkedError | undefined {
  if (error instanceof ParkedError) {
    return error;
  }
  if (error instanceof GatewayError) {
    const { code, message } = error;
    return new ParkedError(
      { code, message: `${message}.`, action: gatewayAction(code) },
      { passing: PASSING_CODES.includes(code) },
    );
  }
  if (error instanceof DeliveryError || error instanceof CredentialStoreError) {
    const { code, message, action, passing } = error;
    return new ParkedError({ code, message, action }, { passing });
  }
  if (error instanceof EscrowError) {
    const { code, message, action } = error;
    return new ParkedError({ code, message, action });
  }
  return undefined;
}

/** For what should not happen: the log has the rest. */
export const INTERNAL_ERROR: Problem = {
  code: 'INTERNAL_ERROR',
  message: 'The operation stopped because of an error of the portal itself.',
  action:
    'Look for the id of the operation in the log of the backend, mend what it says, and resume.',
};
