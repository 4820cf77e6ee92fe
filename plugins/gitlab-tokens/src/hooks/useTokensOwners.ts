import { useApi } from '@backstage/core-plugin-api';
import { InventoryOwner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';

/** The owners whose tokens are in the inventory. */
export type TokensOwnersState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure }
  | { status: 'loaded'; owners: InventoryOwner[] };

export function useTokensOwners(): {
  state: TokensOwnersState;
  reload: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const { value, error, retry } = useAsyncRetry(() => api.listOwners(), [api]);
  if (error) {
    return {
      state: { status: 'failed', failure: failureOf(error) },
      reload: retry,
    };
  }
  return {
    state: value
      ? { status: 'loaded', owners: value.items }
      : { status: 'loading' },
    reload: retry,
  };
}
