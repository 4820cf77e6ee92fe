import {
  Blocker,
  PlanBlocker,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { CredentialStoreError } from '../../ports/CredentialStore';
import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';
import { gatewayProblem } from '../problems';

/** The file is good, and holds no token at all. */
export const NO_BROKER: PlanBlocker = {
  code: 'BROKER_MISSING',
  message: 'The SOPS file holds neither a broker nor a credential.',
  action:
    'Write a token that may manage tokens to gitlabTokens.broker.token of the file with `sops edit`.',
};

/** The file cannot be opened, or is not what it should be. */
export function fileProblem({
  outcome,
  code: cause,
  message,
  action,
}: CredentialStoreError): PlanBlocker {
  const code = outcome === 'locked' ? 'FILE_LOCKED' : 'FILE_INVALID';
  return { code, message, action, details: { cause } };
}

const BLOCKERS: Partial<Record<GatewayErrorCode, Blocker>> = {
  GATEWAY_CREDENTIAL_EXPIRED: 'BROKER_REJECTED',
  GATEWAY_CREDENTIAL_REVOKED: 'BROKER_REJECTED',
  GATEWAY_CREDENTIAL_REJECTED: 'BROKER_REJECTED',
  GATEWAY_FORBIDDEN: 'BROKER_REJECTED',
  GATEWAY_NOT_PERMITTED: 'BROKER_REJECTED',
  GATEWAY_INSUFFICIENT_SCOPE: 'BROKER_SCOPE_TOO_NARROW',
};

/**
 * What a failed conversation says of the broker.
 *
 * @throws whatever is no GatewayError
 */
export function gatewayBlocker(error: unknown): PlanBlocker {
  if (!(error instanceof GatewayError)) {
    throw error;
  }
  const { message, action } = gatewayProblem(error);
  const code = BLOCKERS[error.code] ?? 'BROKER_UNKNOWN';
  return {
    ...{ code, message: `The broker: ${message}`, action },
    details: { cause: error.code },
  };
}
