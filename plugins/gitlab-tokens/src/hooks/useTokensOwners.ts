import { useApi } from '@backstage/core-plugin-api';
import { InventoryOwner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback } from 'react';
import { gitlabTokensApiRef } from '../api';
import { AnswerState, useAnswer } from './useAnswer';

/** The owners whose tokens are in the inventory. */
export type TokensOwnersState = AnswerState<{ owners: InventoryOwner[] }>;

export function useTokensOwners(): {
  state: TokensOwnersState;
  reload: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const ask = useCallback(
    async () => ({ owners: (await api.listOwners()).items }),
    [api],
  );
  const { state, load } = useAnswer(ask);
  return { state, reload: load };
}
