import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';
import { MissingError } from './MissingError';
import { meaningOf } from './refusals';

/** Something was to be changed, and nothing tells whether it was. */
export function ambiguous(reason: string): GatewayError {
  return new GatewayError(
    'GATEWAY_AMBIGUOUS',
    `GitLab was asked to change something, and it is not known whether it did: ${reason}`,
  );
}

/** What was asked; the URL holds no token. */
interface Asked {
  method: string;
  url: string;
}

/**
 * What an answer other than 2xx means. GitLab's own words are recognised but never passed on: something between the
 * portal and GitLab may have echoed the request into them.
 */
export function answerError(
  response: Response,
  text: string,
  asked: Asked,
): GatewayError {
  const { status } = response;
  if (status >= 300 && status < 400) {
    return new GatewayError(
      'GATEWAY_REDIRECTED',
      `GitLab answered ${status} and pointed elsewhere, which is not followed; check apiBaseUrl in the SOPS file`,
    );
  }
  if (status >= 500) {
    return serverError(status, asked);
  }
  if (status === 429) {
    return rateLimited(response);
  }
  const answer = jsonAnswer(text);
  if (!answer) {
    return new GatewayError('GATEWAY_UNEXPECTED_ANSWER', foreign(status));
  }
  const { code, words, missing } = meaningOf({ status, answer, asked });
  const message = `GitLab answered ${status}: ${words}`;
  return code === 'GATEWAY_NOT_FOUND'
    ? new MissingError(message, missing)
    : new GatewayError(code, message);
}

function serverError(status: number, { method }: Asked): GatewayError {
  if (method !== 'GET') {
    return ambiguous(`it answered ${status}`);
  }
  const code: GatewayErrorCode =
    status === 502 || status === 503 || status === 504
      ? 'GATEWAY_UNAVAILABLE'
      : 'GATEWAY_SERVER_ERROR';
  return new GatewayError(
    code,
    `GitLab answered ${status}, an error of its own`,
  );
}

function rateLimited(response: Response): GatewayError {
  const header = response.headers.get('retry-after');
  const seconds = header === null ? NaN : Number(header);
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined;
  const wait =
    retryAfter === undefined ? '' : `; it asks to wait ${retryAfter} s`;
  return new GatewayError(
    'GATEWAY_RATE_LIMITED',
    `GitLab answered 429, too many requests${wait}`,
    { retryAfter },
  );
}

/** Undefined for what GitLab's API does not answer: HTML, plain text, nothing. */
function jsonAnswer(text: string): Record<string, unknown> | undefined {
  try {
    const answer = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

function foreign(status: number): string {
  return status === 404
    ? 'A 404 came that is not of GitLab’s API; check apiBaseUrl in the SOPS file'
    : `A ${status} came that is not GitLab’s own; something between the portal and GitLab refuses the request, such as a proxy or a firewall`;
}
