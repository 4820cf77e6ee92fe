import { preconditionFailed } from './errors';
import { ApiRequest } from './request';

/**
 * Refuses to delete what changed after the moment in `If-Unmodified-Since`; a header that is no date is ignored.
 *
 * @throws ApiError (412)
 */
export function refuseIfModified(request: ApiRequest, updatedAt: string): void {
  const since = Date.parse(request.header('if-unmodified-since') ?? '');
  if (Date.parse(updatedAt) > since) {
    throw preconditionFailed();
  }
}
