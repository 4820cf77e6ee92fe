import { Answer, jsonAnswer } from '../http/answer';

/** A refusal, with the answer that GitLab gives. */
export class ApiError extends Error {
  constructor(readonly answer: Answer) {
    super(String(answer.body));
    this.name = 'ApiError';
  }
}

/** A refusal whose words stand under `message`, as most do. */
export function refusal(status: number, words: unknown): ApiError {
  return new ApiError(jsonAnswer(status, { message: words }));
}

export const unauthorized = () => refusal(401, '401 Unauthorized');

export const forbidden = (reason?: string) =>
  refusal(403, reason ? `403 Forbidden - ${reason}` : '403 Forbidden');

/** With a resource as GitLab's `not_found!('Project')`; note the capital F, which `recordNotFound` has not. */
export const notFound = (resource?: string) =>
  refusal(404, resource ? `404 ${resource} Not Found` : '404 Not Found');

export const recordNotFound = () => refusal(404, '404 Not found');

export const badRequest = (reason: string) =>
  refusal(400, `400 Bad request - ${reason}`);

export const notAllowed = () => refusal(405, '405 Method Not Allowed');

export const keysetUnsupported = () =>
  new ApiError(
    jsonAnswer(405, {
      error: 'Keyset pagination is not yet available for this type of request',
    }),
  );

export const preconditionFailed = () => refusal(412, '412 Precondition Failed');

export const unknownRoute = () =>
  new ApiError(jsonAnswer(404, { error: '404 Not Found' }));

export const methodNotAllowed = (allowed: readonly string[]) =>
  new ApiError(
    jsonAnswer(
      405,
      { error: '405 Not Allowed' },
      { Allow: ['OPTIONS', ...allowed].join(', ') },
    ),
  );

export const invalidParameters = (problems: readonly string[]) =>
  new ApiError(jsonAnswer(400, { error: problems.join(', ') }));

/** A token that GitLab knows and does not accept (any more). */
export const invalidToken = (description: string) =>
  new ApiError(
    jsonAnswer(
      401,
      { error: 'invalid_token', error_description: description },
      {
        'WWW-Authenticate': `Bearer realm="Protected by OAuth 2.0", error="invalid_token", error_description="${description}"`,
      },
    ),
  );

export const insufficientScope = (scopes: readonly string[]) =>
  new ApiError(
    jsonAnswer(403, {
      error: 'insufficient_scope',
      error_description:
        'The request requires higher privileges than provided by the access token.',
      scope: scopes.join(' '),
    }),
  );
