import { useApi } from '@backstage/core-plugin-api';
import { InventoryOwner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback } from 'react';
import { gitlabTokensApiRef } from '../api';
import { AnswerState, useAnswer } from './useAnswer';

/** The owners whose tokens are in the inventory, and whether the viewer may issue tokens at all. */
export type TokensOwnersState = AnswerState<{
  owners: InventoryOwner[];
  mayIssue: boolean;
}>;

export function useTokensOwners(): {
  state: TokensOwnersState;
  reload: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const ask = useCallback(async () => {
    const { items, mayIssue } = await api.listOwners();
    return { owners: items, mayIssue };
  }, [api]);
  const { state, load } = useAnswer(ask);
  return { state, reload: load };
}
