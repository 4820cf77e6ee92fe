import {
  createRequesterFn,
  FormattedResponse,
} from '@gitbeaker/requester-utils';
import { GatewayError } from '../../ports/GatewayError';
import { answerError, ambiguous } from './answerError';
import { exchange, GitlabRequest, isReading, Transport } from './exchange';
import { withRetries } from './retrying';

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

async function send(
  request: GitlabRequest,
  transport: Transport,
): Promise<FormattedResponse<never>> {
  const { response, text } = await exchange(request, transport);
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
