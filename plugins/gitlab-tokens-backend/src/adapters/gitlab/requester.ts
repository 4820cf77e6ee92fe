import {
  createRequesterFn,
  FormattedResponse,
} from '@gitbeaker/requester-utils';
import { GatewayError } from '../../ports/GatewayError';
import { answerError, ambiguous } from './answerError';
import { readAnswer } from './readAnswer';
import { RequestBudget } from './RequestBudget';
import { RetryPolicy, withRetries } from './retrying';

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

interface GitlabRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | FormData;
}

/**
 * The transport of gitbeaker's resource classes in place of their own, which repeats writes, follows redirects to
 * other hosts with the token in hand, and hangs the request with the token on its errors.
 *
 * GET is repeated after passing faults; everything else is sent once. Redirects are answers. Every failure becomes a
 * `GatewayError`; what it was made of is dropped.
 */
export function createRequester(transport: Transport) {
  return createRequesterFn(
    async (_resourceOptions, requestOptions) => requestOptions,
    (endpoint, options) => {
      const request = toRequest(endpoint, options);
      const attempt = () => send(request, transport);
      return isReading(request)
        ? withRetries(attempt, transport.signal, transport.retries)
        : attempt();
    },
  );
}

function toRequest(
  endpoint: string,
  options: Record<string, unknown> = {},
): GitlabRequest {
  const { method, headers, body, searchParams, prefixUrl } = options as {
    method: string;
    headers: Record<string, string>;
    body?: string | FormData;
    searchParams?: string;
    prefixUrl: string;
  };
  const query = searchParams ? `?${searchParams}` : '';
  const url = `${prefixUrl.replace(/\/+$/, '')}/${endpoint}${query}`;
  return { method, url, headers, body };
}

function isReading({ method }: GitlabRequest): boolean {
  return method === 'GET';
}

async function send(
  request: GitlabRequest,
  { signal, requestTimeout, budget }: Transport,
): Promise<FormattedResponse<never>> {
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
  let response: Response;
  let text: string;
  try {
    response = await fetch(made);
    text = await readAnswer(response);
  } catch (error) {
    throw connectionError(error, limit, request);
  }
  if (!response.ok) {
    throw answerError(response, text, request);
  }
  return {
    // gitbeaker's types ask for the answer's type here; the gateway parses it by schema.
    body: parseJson(text, request) as never,
    headers: Object.fromEntries(response.headers.entries()),
    status: response.status,
  };
}

/** Apart from sending it: what fails here has not left the process. */
function makeRequest(
  { method, url, headers, body }: GitlabRequest,
  signal: AbortSignal,
): Request {
  try {
    return new Request(url, {
      method,
      headers: { ...headers, accept: 'application/json' },
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

function parseJson(text: string, request: GitlabRequest): unknown {
  if (text === '') {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw isReading(request)
      ? new GatewayError(
          'GATEWAY_UNEXPECTED_ANSWER',
          'GitLab gave an answer that is not JSON; is there something else between the portal and GitLab, such as a login page?',
        )
      : ambiguous('an answer came that is not JSON');
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
