import { useApi } from '@backstage/core-plugin-api';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';

/** One token. */
export type TokensDetailsState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure }
  | { status: 'loaded'; token: ManagedToken };

/**
 * The token of a reference.
 *
 * @param listed - the same token where a list has it; the backend has nothing newer and is not asked
 */
export function useTokensDetails(
  ref: string,
  listed: ManagedToken | undefined,
): { state: TokensDetailsState; retry: () => void } {
  const api = useApi(gitlabTokensApiRef);
  const isListed = listed !== undefined;
  const { value, error, loading, retry } = useAsyncRetry(
    async () => (isListed ? undefined : api.getToken(ref)),
    [api, ref, isListed],
  );
  const token = listed ?? (value?.ref === ref ? value : undefined);
  if (token) {
    return { state: { status: 'loaded', token }, retry };
  }
  return {
    state:
      error && !loading
        ? { status: 'failed', failure: failureOf(error) }
        : { status: 'loading' },
    retry,
  };
}
