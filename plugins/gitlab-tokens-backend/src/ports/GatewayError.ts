import { ServiceUnavailableError } from '@backstage/errors';

/** Why GitLab did not give what was asked for: a closed set. */
export type GatewayErrorCode =
  /** 401: GitLab says that our credential has expired. */
  | 'GATEWAY_CREDENTIAL_EXPIRED'
  /** 401: GitLab says that our credential was revoked. */
  | 'GATEWAY_CREDENTIAL_REVOKED'
  /** 401 without either reason: unknown value, disabled tokens, a wrong instance. */
  | 'GATEWAY_CREDENTIAL_REJECTED'
  /** 403: the credential's scopes do not cover this. */
  | 'GATEWAY_INSUFFICIENT_SCOPE'
  /** 403 for another reason: role, blocked user, address. */
  | 'GATEWAY_FORBIDDEN'
  /** 400, 401, 403 or 405, as GitLab has it: the credential's role, kind or plan does not allow this. */
  | 'GATEWAY_NOT_PERMITTED'
  /** 404: it does not exist, or the credential may not know that it does. */
  | 'GATEWAY_NOT_FOUND'
  /** 400 or 422: GitLab does not accept what was asked for. */
  | 'GATEWAY_INVALID_REQUEST'
  /** 400: the token to be rotated is revoked already. */
  | 'GATEWAY_ALREADY_REVOKED'
  /** 409 or 412: something of that name exists, or it has changed meanwhile. */
  | 'GATEWAY_CONFLICT'
  /** 429. */
  | 'GATEWAY_RATE_LIMITED'
  /** 500: a fault of GitLab's own. */
  | 'GATEWAY_SERVER_ERROR'
  /** 502, 503, 504: GitLab, or what stands before it, is not ready. */
  | 'GATEWAY_UNAVAILABLE'
  /** A redirect, which is never followed with a credential. */
  | 'GATEWAY_REDIRECTED'
  /** No connection, or it broke. */
  | 'GATEWAY_UNREACHABLE'
  /** No complete answer within the time limit. */
  | 'GATEWAY_TIMEOUT'
  /** An answer that GitLab's API does not give: HTML, no JSON, missing fields. */
  | 'GATEWAY_UNEXPECTED_ANSWER'
  /**
   * Something was to be changed, and no answer tells whether it was: none came, it broke off, or it came from something
   * before GitLab. It is no failure; whoever asked has to look.
   */
  | 'GATEWAY_AMBIGUOUS';

/**
 * A failed conversation with GitLab, in plain strings: neither request nor response hang on it, because both hold the
 * credential.
 */
export class GatewayError extends ServiceUnavailableError {
  readonly code: GatewayErrorCode;
  /** Seconds after which GitLab may be asked again, where it said so. */
  readonly retryAfter?: number;

  constructor(
    code: GatewayErrorCode,
    message: string,
    options: { retryAfter?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.retryAfter = options.retryAfter;
  }
}

/** What may be over when it is asked again later, without anybody's doing. */
export const PASSING_CODES: readonly GatewayErrorCode[] = [
  'GATEWAY_RATE_LIMITED',
  'GATEWAY_SERVER_ERROR',
  'GATEWAY_UNAVAILABLE',
  'GATEWAY_UNREACHABLE',
  'GATEWAY_TIMEOUT',
  'GATEWAY_AMBIGUOUS',
];
