import { useApi } from '@backstage/core-plugin-api';
import {
  ManagedTokenList,
  TokenQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';

/** One page of the list of tokens. */
export type TokensState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; retrying: boolean }
  | {
      status: 'loaded';
      list: ManagedTokenList;
      /** What the list answers, which may be older than what was last asked. */
      query: TokenQuery;
      /** Another answer is on its way. */
      pending: boolean;
      /** Why the last attempt failed; what is shown is from before it. */
      failure: Failure | null;
    };

type TokensEvent =
  | { type: 'asked' }
  | { type: 'answered'; list: ManagedTokenList; query: TokenQuery }
  | { type: 'failed'; failure: Failure };

function next(state: TokensState, event: TokensEvent): TokensState {
  switch (event.type) {
    case 'answered':
      return {
        status: 'loaded',
        list: event.list,
        query: event.query,
        pending: false,
        failure: null,
      };
    case 'failed':
      return state.status === 'loaded'
        ? { ...state, pending: false, failure: event.failure }
        : { status: 'failed', failure: event.failure, retrying: false };
    default:
      if (state.status === 'loaded') {
        return { ...state, pending: true };
      }
      return state.status === 'failed' ? { ...state, retrying: true } : state;
  }
}

/**
 * The page of the list of tokens that a query asks for. What was shown stays until the next answer is there, and an
 * older answer never replaces a newer one.
 *
 * @param query - a value that stays the same object while it asks for the same
 */
export function useTokens(query: TokenQuery): {
  state: TokensState;
  /** Asks the same again. */
  reload: () => Promise<void>;
} {
  const api = useApi(gitlabTokensApiRef);
  const [state, dispatch] = useReducer(next, { status: 'loading' });
  const lastRequest = useRef(0);

  const reload = useCallback(async () => {
    lastRequest.current += 1;
    const number = lastRequest.current;
    dispatch({ type: 'asked' });
    const event = await api.listTokens(query).then(
      (list): TokensEvent => ({ type: 'answered', list, query }),
      (error): TokensEvent => ({ type: 'failed', failure: failureOf(error) }),
    );
    if (lastRequest.current === number) {
      dispatch(event);
    }
  }, [api, query]);

  useEffect(() => {
    reload();
    return () => {
      lastRequest.current += 1;
    };
  }, [reload]);

  return { state, reload };
}
