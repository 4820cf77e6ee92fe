import { useApi } from '@backstage/core-plugin-api';
import { EnvironmentExpiries } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useRef } from 'react';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';
import { useAnswer } from './useAnswer';

/** What is known about when tokens expire that are no credentials. */
export type TokenExpiriesState = {
  /** None before the first answer, and for who may not see tokens. */
  expiries: readonly EnvironmentExpiries[];
  /** Why the last attempt failed; what is there is from before it. */
  failure: Failure | null;
};

const NONE: EnvironmentExpiries[] = [];

/**
 * When the tokens of all environments expire, without their credentials. It is asked at once, beside the environments,
 * and again with each of their later answers. Who may not see tokens is answered that there are none.
 *
 * @param loadedAt - when the environments were answered last; null: not yet
 */
export function useTokenExpiries(loadedAt: Date | null): TokenExpiriesState {
  const api = useApi(gitlabTokensApiRef);
  const hadEnvironments = useRef(false);
  const ask = useCallback(async () => {
    try {
      const { items } = await api.listExpiries();
      return { expiries: items };
    } catch (error) {
      if (failureOf(error).kind === 'forbidden') {
        return { expiries: NONE };
      }
      throw error;
    }
  }, [api]);
  const { state, load } = useAnswer(ask);

  useEffect(() => {
    // The first answer was asked for together with the first expiries
    if (loadedAt && hadEnvironments.current) {
      load(undefined, true);
    }
    hadEnvironments.current = loadedAt !== null;
  }, [loadedAt, load]);

  return {
    expiries: state.status === 'loaded' ? state.expiries : NONE,
    failure: state.status === 'loading' ? null : state.failure,
  };
}
