import { Problem } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';
import { gatewayProblem } from '../problems';

const MORE_ROLE =
  'Make the broker an Owner of the group, or at least a Maintainer of the project, or take this owner out of gitlabTokens.environments[].owners.';

/** What to do where it is the role or the scope that is missing; for the rest, what an inspection says. */
const ACTIONS: Partial<Record<GatewayErrorCode, string>> = {
  GATEWAY_NOT_PERMITTED: MORE_ROLE,
  GATEWAY_FORBIDDEN: MORE_ROLE,
  GATEWAY_NOT_FOUND:
    'Check the path in gitlabTokens.environments[].owners or in the catalog, and that the broker is a member there.',
  GATEWAY_INSUFFICIENT_SCOPE:
    'Give the broker a token with the scope read_api or api.',
};

/** Why an owner's tokens could not be listed, in words. */
export function listingProblem(error: GatewayError): Problem {
  const problem = gatewayProblem(error);
  return { ...problem, action: ACTIONS[error.code] ?? problem.action };
}

/** Where it is the instance, the network or the credential that fails, asking for the next owner helps nobody. */
const STOPPING: GatewayErrorCode[] = [
  'GATEWAY_CREDENTIAL_EXPIRED',
  'GATEWAY_CREDENTIAL_REVOKED',
  'GATEWAY_CREDENTIAL_REJECTED',
  'GATEWAY_RATE_LIMITED',
  'GATEWAY_UNREACHABLE',
  'GATEWAY_REDIRECTED',
];

export function concernsAllOwners(error: GatewayError): boolean {
  return STOPPING.includes(error.code);
}

export function asGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) {
    return error;
  }
  throw error;
}
