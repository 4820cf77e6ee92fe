import { GatewayError } from '../../ports/GatewayError';
import { ambiguous } from './answerError';
import { readAnswer } from './readAnswer';
import { RequestBudget } from './RequestBudget';
import { RetryPolicy } from './retrying';

/** How requests travel. */
export interface Transport {
  /** Ends every request that is under way or waiting. */
  signal: AbortSignal;
  /** Milliseconds that one request may take, its answer's body included. */
  requestTimeout: number;
  budget: RequestBudget;
  /** For reading only. */
  retries: RetryPolicy;
}

/** One request; the URL holds no secret. */
export interface GitlabRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | FormData;
}

/** Whatever was answered, of any status. */
export interface Exchange {
  response: Response;
  text: string;
}

/** Only what reads may be repeated. */
export function isReading({ method }: GitlabRequest): boolean {
  return method === 'GET';
}

/**
 * Sends a request once and gives whatever is answered. Redirects are answers.
 *
 * @throws GatewayError where no complete answer came; what it was made of is dropped, because it holds the credential
 */
export async function exchange(
  request: GitlabRequest,
  { signal, requestTimeout, budget }: Transport,
): Promise<Exchange> {
  refuseRelative(request);
  try {
    await budget.take(signal);
  } catch {
    throw new GatewayError(
      'GATEWAY_TIMEOUT',
      'The request was not sent: this portal has used up what it allows itself of this GitLab’s limit, and the time is up',
    );
  }
  const limit = AbortSignal.any([signal, AbortSignal.timeout(requestTimeout)]);
  const made = makeRequest(request, limit);
  try {
    const response = await fetch(made);
    return { response, text: await readAnswer(response) };
  } catch (error) {
    throw connectionError(error, limit, request);
  }
}

/** A name that is "." or ".." would make the request another one. */
function refuseRelative({ url }: GitlabRequest): void {
  const [path] = url.split('?', 1);
  if (path.split('/').some(segment => segment === '.' || segment === '..')) {
    throw new GatewayError(
      'GATEWAY_INVALID_REQUEST',
      'The request was not sent: a path or a name in it is "." or ".."',
    );
  }
}

/** Apart from sending it: what fails here has not left the process. */
function makeRequest(
  { method, url, headers, body }: GitlabRequest,
  signal: AbortSignal,
): Request {
  try {
    return new Request(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      body,
      signal,
      redirect: 'manual',
    });
  } catch {
    // The message of this error can hold the header that was refused.
    throw new GatewayError(
      'GATEWAY_UNREACHABLE',
      'No request can be made of apiBaseUrl and token as they are in the SOPS file',
    );
  }
}

/** The connection was never made, so that GitLab cannot have seen the request. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_\w+|\w*CERT\w*|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+)$/;

function connectionError(
  error: unknown,
  limit: AbortSignal,
  request: GitlabRequest,
): GatewayError {
  if (error instanceof GatewayError) {
    return isReading(request) ? error : ambiguous('the answer was too large');
  }
  const reason = connectionReason(error);
  if (!isReading(request) && !NEVER_CONNECTED.test(reason)) {
    return ambiguous(
      limit.aborted
        ? 'no complete answer came within the time limit'
        : `the connection broke (${reason})`,
    );
  }
  return limit.aborted
    ? new GatewayError(
        'GATEWAY_TIMEOUT',
        'GitLab gave no complete answer within the time limit',
      )
    : new GatewayError(
        'GATEWAY_UNREACHABLE',
        `GitLab could not be reached (${reason})`,
      );
}

/** Only a code: messages can hold what was sent. */
function connectionReason(error: unknown): string {
  const { cause } = Object(error) as { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' && /^[A-Z0-9_]+$/.test(cause.code)
    ? cause.code
    : 'no reason given';
}
