import { DeliveryError } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  GatewayError,
  GatewayErrorCode,
  PASSING_CODES,
} from '../../ports/GatewayError';

const REPLACE =
  'Give the environment a working broker: write a token with the scope api to gitlabTokens.broker.token of its SOPS file with `sops edit`, and resume.';
const ALLOW =
  'Let the broker of the environment have the scope api and, in the place that is written to, the role that it takes: Developer for a merge request, Maintainer for the variables of a project, Owner for those of a group. Then resume.';
const WAIT =
  'Nothing to do: it is tried again. If it stays, look at the status of the GitLab instance.';
const REPORT =
  'Check apiBaseUrl in the SOPS file, and what stands between the portal and GitLab. Then resume.';

const ACTIONS: Record<GatewayErrorCode, string> = {
  GATEWAY_CREDENTIAL_EXPIRED: REPLACE,
  GATEWAY_CREDENTIAL_REVOKED: REPLACE,
  GATEWAY_CREDENTIAL_REJECTED: REPLACE,
  GATEWAY_INSUFFICIENT_SCOPE: ALLOW,
  GATEWAY_FORBIDDEN: ALLOW,
  GATEWAY_NOT_PERMITTED: ALLOW,
  GATEWAY_NOT_FOUND:
    'Check the path of the project or group in the delivery, and that the broker of the environment is a member there. Then resume.',
  GATEWAY_INVALID_REQUEST:
    'Check the keys of the delivery against the place in GitLab. If they are wrong, cancel the operation, correct them and ask again.',
  GATEWAY_ALREADY_REVOKED: REPORT,
  GATEWAY_CONFLICT:
    'Nothing to do: somebody else writes to the same place, and it is tried again. If it stays, look there who does.',
  GATEWAY_RATE_LIMITED: WAIT,
  GATEWAY_SERVER_ERROR: WAIT,
  GATEWAY_UNAVAILABLE: WAIT,
  GATEWAY_UNREACHABLE:
    'It is tried again. If it stays, check that the GitLab host runs, and that this machine can reach it (name, network, proxy, certificate).',
  GATEWAY_TIMEOUT: WAIT,
  GATEWAY_REDIRECTED: REPORT,
  GATEWAY_UNEXPECTED_ANSWER: REPORT,
  GATEWAY_AMBIGUOUS:
    'Nothing to do: the next try looks first whether it was done, so that nothing is done twice.',
};

/** Whoever has changed the place meanwhile has come to an end by the next try, which looks first. */
const PASSING = [...PASSING_CODES, 'GATEWAY_CONFLICT'];

/** What a failed conversation with GitLab means for a delivery. */
export function gatewayFailure({ code, message }: GatewayError): DeliveryError {
  return new DeliveryError({
    code,
    message: `${message}.`,
    action: ACTIONS[code],
    passing: PASSING.includes(code),
  });
}

/** Whether a write may have been done after all, by this request or by somebody else's: whoever asked has to look. */
export function isInDoubt(error: unknown): error is GatewayError {
  return (
    error instanceof GatewayError &&
    (error.code === 'GATEWAY_AMBIGUOUS' || error.code === 'GATEWAY_CONFLICT')
  );
}
