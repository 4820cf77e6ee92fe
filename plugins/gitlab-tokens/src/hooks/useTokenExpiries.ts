import { useApi } from '@backstage/core-plugin-api';
import { EnvironmentExpiries } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';

/** What is known about when tokens expire that are no credentials. */
export type TokenExpiriesState = {
  /** None before the first answer, and for who may not see tokens. */
  expiries: readonly EnvironmentExpiries[];
  /** Why the last attempt failed; what is there is from before it. */
  failure: Failure | null;
};

type TokenExpiriesEvent =
  | { type: 'answered'; expiries: EnvironmentExpiries[] }
  | { type: 'failed'; failure: Failure };

const NOTHING: TokenExpiriesState = { expiries: [], failure: null };

function next(
  state: TokenExpiriesState,
  event: TokenExpiriesEvent,
): TokenExpiriesState {
  if (event.type === 'answered') {
    return { expiries: event.expiries, failure: null };
  }
  const { failure } = event;
  return failure.kind === 'forbidden'
    ? { ...NOTHING, failure }
    : { ...state, failure };
}

/**
 * When the tokens of all environments expire, without their credentials. It is asked at once, beside the environments,
 * and again with each of their later answers. An older answer never replaces a newer one.
 *
 * @param loadedAt - when the environments were answered last; null: not yet
 */
export function useTokenExpiries(loadedAt: Date | null): TokenExpiriesState {
  const api = useApi(gitlabTokensApiRef);
  const [state, dispatch] = useReducer(next, NOTHING);
  const lastRequest = useRef(0);
  const hadEnvironments = useRef(false);

  const load = useCallback(async () => {
    lastRequest.current += 1;
    const number = lastRequest.current;
    const event = await api.listExpiries().then(
      ({ items }): TokenExpiriesEvent => ({
        type: 'answered',
        expiries: items,
      }),
      (error): TokenExpiriesEvent => ({
        type: 'failed',
        failure: failureOf(error),
      }),
    );
    if (lastRequest.current === number) {
      dispatch(event);
    }
  }, [api]);

  useEffect(() => {
    load();
    return () => {
      lastRequest.current += 1;
    };
  }, [load]);

  useEffect(() => {
    // The first answer was asked for together with the first expiries
    if (loadedAt && hadEnvironments.current) {
      load();
    }
    hadEnvironments.current = loadedAt !== null;
  }, [loadedAt, load]);

  return state;
}
