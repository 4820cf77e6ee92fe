import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';

/**
 * What an answer other than 2xx means. GitLab's own words are looked at but never passed on: something between the
 * portal and GitLab may have echoed the request into them.
 */
export function answerError(response: Response, text: string): GatewayError {
  const { status } = response;
  if (status >= 300 && status < 400) {
    return new GatewayError(
      'GATEWAY_REDIRECTED',
      `GitLab answered ${status} and pointed elsewhere, which is not followed; check apiBaseUrl in the SOPS file`,
    );
  }
  const answer = jsonAnswer(text);
  if (status === 401 || status === 403) {
    return refusal(status, answer);
  }
  if (status === 404) {
    return notFound(answer);
  }
  if (status === 429) {
    return rateLimited(response);
  }
  return new GatewayError(
    status >= 500 ? 'GATEWAY_SERVER_ERROR' : 'GATEWAY_UNEXPECTED_ANSWER',
    status >= 500
      ? `GitLab answered ${status}, an error of its own`
      : `GitLab answered ${status}, which it should not here`,
  );
}

interface Answer {
  error?: unknown;
  error_description?: unknown;
  message?: unknown;
}

/** Undefined for what GitLab's API does not answer: HTML, plain text, nothing. */
function jsonAnswer(text: string): Answer | undefined {
  try {
    const answer = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

function refusal(status: 401 | 403, answer: Answer | undefined): GatewayError {
  if (!answer) {
    return new GatewayError(
      'GATEWAY_UNEXPECTED_ANSWER',
      `A ${status} came that is not GitLab's own; something between the portal and GitLab refuses the request, such as a proxy or a firewall`,
    );
  }
  const [code, meaning] =
    status === 401 ? unauthorized(answer) : forbidden(answer);
  return new GatewayError(code, `GitLab answered ${status}: ${meaning}`);
}

function unauthorized({
  error_description,
}: Answer): [GatewayErrorCode, string] {
  const description = String(error_description ?? '');
  if (description.startsWith('Token is expired')) {
    return ['GATEWAY_CREDENTIAL_EXPIRED', 'the token has expired'];
  }
  if (description.startsWith('Token was revoked')) {
    return ['GATEWAY_CREDENTIAL_REVOKED', 'the token was revoked'];
  }
  if (description.startsWith('Token is an impersonation token')) {
    return [
      'GATEWAY_CREDENTIAL_REJECTED',
      'it is an impersonation token, and impersonation is disabled on this instance',
    ];
  }
  if (description.startsWith('DPoP validation error')) {
    return [
      'GATEWAY_CREDENTIAL_REJECTED',
      'its user demands DPoP proofs, which a portal cannot give',
    ];
  }
  return [
    'GATEWAY_CREDENTIAL_REJECTED',
    'it does not know the token, or does not accept tokens of this kind',
  ];
}

const BLOCKED_USER =
  /^403 Forbidden - Your account (has been|is|must|needs|was)\b/;

function forbidden({ error, message }: Answer): [GatewayErrorCode, string] {
  if (
    error === 'insufficient_scope' ||
    error === 'insufficient_granular_scope'
  ) {
    return [
      'GATEWAY_INSUFFICIENT_SCOPE',
      'the scopes of the token do not cover this',
    ];
  }
  if (BLOCKED_USER.test(String(message ?? ''))) {
    return [
      'GATEWAY_FORBIDDEN',
      'the account of the token is blocked, deactivated or not confirmed',
    ];
  }
  return ['GATEWAY_FORBIDDEN', 'the token may not do this'];
}

function notFound(answer: Answer | undefined): GatewayError {
  return answer
    ? new GatewayError(
        'GATEWAY_NOT_FOUND',
        'GitLab answered 404: it does not exist, or the token may not see it',
      )
    : new GatewayError(
        'GATEWAY_UNEXPECTED_ANSWER',
        'A 404 came that is not of GitLab’s API; check apiBaseUrl in the SOPS file',
      );
}

function rateLimited(response: Response): GatewayError {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  const wait =
    retryAfter === undefined ? '' : `; it asks to wait ${retryAfter} s`;
  return new GatewayError(
    'GATEWAY_RATE_LIMITED',
    `GitLab answered 429, too many requests${wait}`,
    { retryAfter },
  );
}
