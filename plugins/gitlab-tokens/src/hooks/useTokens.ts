import { useApi } from '@backstage/core-plugin-api';
import {
  ManagedTokenList,
  TokenQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback } from 'react';
import { gitlabTokensApiRef } from '../api';
import { AnswerState, useAnswer } from './useAnswer';

/** One page of the list of tokens, with what it answers, which may be older than what was last asked. */
export type TokensState = AnswerState<{
  list: ManagedTokenList;
  query: TokenQuery;
}>;

/**
 * The page of the list of tokens that a query asks for.
 *
 * @param query - a value that stays the same object while it asks for the same
 */
export function useTokens(query: TokenQuery): {
  state: TokensState;
  /** Asks the same again. */
  reload: () => Promise<void>;
} {
  const api = useApi(gitlabTokensApiRef);
  const ask = useCallback(
    async () => ({ list: await api.listTokens(query), query }),
    [api, query],
  );
  const { state, load } = useAnswer(ask);
  return { state, reload: load };
}
