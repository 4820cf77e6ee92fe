import {
  createRequesterFn,
  FormattedResponse,
} from '@gitbeaker/requester-utils';
import { GatewayError } from '../../ports/GatewayError';
import { answerError } from './answerError';

/** A page of GitLab's API is far smaller; more than this is no answer of GitLab's. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

interface HandlerOptions {
  method?: string;
  headers?: Record<string, string>;
  prefixUrl?: string;
  searchParams?: string;
  body?: string | FormData;
}

/**
 * The transport of gitbeaker's resource classes in place of their own, which repeats writes, follows redirects to
 * other hosts with the token in hand, and hangs the request with the token on its errors.
 *
 * Every request is sent once. Redirects are answers. Every failure becomes a `GatewayError`; what it was made of is
 * dropped.
 *
 * @param signal - ends requests that are under way
 */
export function createRequester(signal: AbortSignal) {
  return createRequesterFn(
    async (_resourceOptions, requestOptions) => requestOptions,
    (endpoint, options) => send(endpoint, options as HandlerOptions, signal),
  );
}

async function send(
  endpoint: string,
  options: HandlerOptions,
  signal: AbortSignal,
): Promise<FormattedResponse<never>> {
  const { method, headers, body, searchParams, prefixUrl } = options;
  const query = searchParams ? `?${searchParams}` : '';
  const url = `${prefixUrl?.replace(/\/+$/, '')}/${endpoint}${query}`;
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers: { ...headers, accept: 'application/json' },
      body,
      signal,
      redirect: 'manual',
    });
    text = await readText(response);
  } catch (error) {
    throw error instanceof GatewayError
      ? error
      : connectionError(error, signal);
  }
  if (!response.ok) {
    throw answerError(response, text);
  }
  const answerHeaders = Object.fromEntries(response.headers.entries());
  return {
    // gitbeaker's types ask for the answer's type here; the gateway parses it by schema.
    body: parseJson(text) as never,
    headers: answerHeaders,
    status: response.status,
  };
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER_BYTES) {
      throw new GatewayError(
        'GATEWAY_UNEXPECTED_ANSWER',
        'GitLab gave an answer of more than 16 MiB',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  if (text === '') {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new GatewayError(
      'GATEWAY_UNEXPECTED_ANSWER',
      'GitLab gave an answer that is not JSON; is there something else between the portal and GitLab, such as a login page?',
    );
  }
}

function connectionError(error: unknown, signal: AbortSignal): GatewayError {
  if (signal.aborted) {
    return new GatewayError(
      'GATEWAY_TIMEOUT',
      'GitLab gave no complete answer within the time limit',
    );
  }
  const reason = connectionReason(error);
  return new GatewayError(
    'GATEWAY_UNREACHABLE',
    `GitLab could not be reached${reason ? ` (${reason})` : ''}`,
  );
}

/** Only the code: the message of a fetch error can hold the header that was refused. */
function connectionReason(error: unknown): string | undefined {
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === 'string' && /^[A-Z0-9_]+$/.test(cause.code)
    ? cause.code
    : undefined;
}
