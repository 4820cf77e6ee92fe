import { Problem } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { InspectionOutcome } from '../domain/Inspection';
import { GatewayError, GatewayErrorCode } from '../ports/GatewayError';

/** The SOPS file is good, but there is no token in it. */
export const MISSING_TOKEN: Problem = {
  code: 'TOKEN_MISSING',
  message: 'The SOPS file has the entry for this host, but no token in it.',
  action:
    'Create the token in GitLab and write it to integrations.gitlab[].token of the file with `sops edit`.',
};

/** What a failed conversation makes of the credential. */
export function gatewayOutcome({ code }: GatewayError): InspectionOutcome {
  switch (code) {
    case 'GATEWAY_CREDENTIAL_EXPIRED':
      return 'expired';
    case 'GATEWAY_CREDENTIAL_REVOKED':
      return 'revoked';
    case 'GATEWAY_CREDENTIAL_REJECTED':
    case 'GATEWAY_FORBIDDEN':
    case 'GATEWAY_NOT_PERMITTED':
    case 'GATEWAY_INSUFFICIENT_SCOPE':
      return 'rejected';
    default:
      return 'unreachable';
  }
}

const REPLACE =
  'Create a new token in GitLab and write it to integrations.gitlab[].token of the SOPS file with `sops edit`; the portal reads it at once.';

const LOOK_AT_GITLAB =
  'Nothing to do here: look at the status of the GitLab instance. It is asked again at the next inspection.';

const REPORT =
  'GitLab should not answer this to an inspection. Check apiBaseUrl in the SOPS file, and what stands between the portal and GitLab.';

const ACTIONS: Record<GatewayErrorCode, string> = {
  GATEWAY_CREDENTIAL_EXPIRED: REPLACE,
  GATEWAY_CREDENTIAL_REVOKED: REPLACE,
  GATEWAY_CREDENTIAL_REJECTED:
    'Check that the token in the SOPS file belongs to this GitLab host; if it does, create a new one and write it there with `sops edit`.',
  GATEWAY_INSUFFICIENT_SCOPE:
    'Create a token with the declared scopes; read_api lets it say what it is.',
  GATEWAY_FORBIDDEN:
    'Ask an administrator of this GitLab about the account that the token acts as.',
  GATEWAY_NOT_PERMITTED:
    'Use a token of a kind that GitLab’s API accepts: personal, group, project or service account.',
  GATEWAY_NOT_FOUND:
    'Check apiBaseUrl in the SOPS file, and that the instance is GitLab 15.5 or newer.',
  GATEWAY_RATE_LIMITED:
    'Nothing to do: it is asked again at the next inspection. If it stays, something else uses up the limit of this token.',
  GATEWAY_SERVER_ERROR: LOOK_AT_GITLAB,
  GATEWAY_UNAVAILABLE: LOOK_AT_GITLAB,
  GATEWAY_REDIRECTED:
    'Correct apiBaseUrl in the SOPS file: it must be where the API is, ending with /api/v4.',
  GATEWAY_UNREACHABLE:
    'Check that the GitLab host runs, and that this machine can reach it (name, network, proxy, certificate).',
  GATEWAY_TIMEOUT:
    'Check the GitLab host and the network to it. It is asked again at the next inspection.',
  GATEWAY_UNEXPECTED_ANSWER:
    'Check apiBaseUrl in the SOPS file, and what stands between the portal and GitLab.',
  GATEWAY_INVALID_REQUEST: REPORT,
  GATEWAY_ALREADY_REVOKED: REPORT,
  GATEWAY_CONFLICT: REPORT,
  GATEWAY_AMBIGUOUS: REPORT,
};

/** What happened and what to do about it, in words. */
export function gatewayProblem(error: GatewayError): Problem {
  const { code, message } = error;
  return { code, message: `${message}.`, action: ACTIONS[code] };
}
