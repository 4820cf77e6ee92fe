import { useApi } from '@backstage/core-plugin-api';
import {
  OperationList,
  OperationQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { gitlabTokensApiRef } from '../api';
import { isEnded } from '../model/operation';
import { AnswerState, useAnswer } from './useAnswer';

/** How often the ledger is asked again while something in it is open. */
const POLL_INTERVAL = 10_000;

/** One page of the ledger. */
export type OperationsState = AnswerState<{ list: OperationList }>;

function isMoving(state: OperationsState): boolean {
  switch (state.status) {
    case 'failed':
      return state.failure.kind !== 'forbidden';
    case 'loaded':
      return (
        state.failure !== null ||
        state.list.items.some(operation => !isEnded(operation))
      );
    default:
      return false;
  }
}

/**
 * The page of the ledger that a query asks for, asked again every ten seconds while one of its operations is open.
 *
 * @param query - a value that stays the same object while it asks for the same
 */
export function useOperations(query: Partial<OperationQuery>): {
  state: OperationsState;
  load: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const ask = useCallback(
    async () => ({ list: await api.listOperations(query) }),
    [api, query],
  );
  const { state, load, renew } = useAnswer(ask);
  useInterval(renew, isMoving(state) ? POLL_INTERVAL : null);
  return { state, load };
}
