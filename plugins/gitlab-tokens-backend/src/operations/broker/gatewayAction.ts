import { GatewayErrorCode } from '../../ports/GatewayError';

const WAIT =
  'Nothing to do: it is tried again in a minute. If it stays, look at the status of this GitLab.';
const REPLACE =
  'The token that speaks for this operation is dead. Put a new one into the SOPS file with `sops edit`, and resume.';
const EMPOWER =
  'Look at the scopes, the role and the kind of the broker, and on GitLab.com at the plan of the group. Put right what is missing and resume, or cancel.';
const LOOK = 'Look at the token in GitLab; then resume, or cancel.';
const ADDRESS =
  'Check apiBaseUrl in the SOPS file, and what stands between the portal and GitLab; then resume.';

const ACTIONS: Record<GatewayErrorCode, string> = {
  GATEWAY_CREDENTIAL_EXPIRED: REPLACE,
  GATEWAY_CREDENTIAL_REVOKED: REPLACE,
  GATEWAY_CREDENTIAL_REJECTED: REPLACE,
  GATEWAY_INSUFFICIENT_SCOPE: EMPOWER,
  GATEWAY_FORBIDDEN: EMPOWER,
  GATEWAY_NOT_PERMITTED: EMPOWER,
  GATEWAY_NOT_FOUND:
    'What was to be changed is gone, or the broker may not see it. Look in GitLab; then resume, or cancel.',
  GATEWAY_INVALID_REQUEST:
    'The limits of this GitLab are tighter than what was asked for, most often for the expiry. Cancel and ask for less.',
  GATEWAY_ALREADY_REVOKED: LOOK,
  GATEWAY_CONFLICT: LOOK,
  GATEWAY_RATE_LIMITED: WAIT,
  GATEWAY_SERVER_ERROR: WAIT,
  GATEWAY_UNAVAILABLE: WAIT,
  GATEWAY_UNREACHABLE: WAIT,
  GATEWAY_TIMEOUT: WAIT,
  GATEWAY_AMBIGUOUS:
    'Nothing to do: what became of the request is looked up in a minute, before anything is sent again.',
  GATEWAY_REDIRECTED: ADDRESS,
  GATEWAY_UNEXPECTED_ANSWER: ADDRESS,
};

/** What to do about an operation that a failed conversation with GitLab has stopped. */
export function gatewayAction(code: GatewayErrorCode): string {
  return ACTIONS[code];
}
