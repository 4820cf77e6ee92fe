import { useApi } from '@backstage/core-plugin-api';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';

/** How often the page asks the backend again. The answer comes from its database, without asking GitLab. */
const POLL_INTERVAL = 60_000;

/** Coming back to the window asks again, but not more often than this. */
const FOCUS_INTERVAL = 5_000;

/** What is known about the environments. */
export type EnvironmentsState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; retrying: boolean }
  | {
      status: 'loaded';
      environments: Environment[];
      /** When the backend gave them. */
      loadedAt: Date;
      /** GitLab is being asked, because the viewer wanted to know. */
      refreshing: boolean;
      /** Why the last attempt failed; what is shown is from before it. */
      failure: Failure | null;
    };

type EnvironmentsEvent =
  | { type: 'asked'; fresh: boolean }
  | { type: 'answered'; environments: Environment[]; at: Date }
  | { type: 'failed'; failure: Failure };

function next(
  state: EnvironmentsState,
  event: EnvironmentsEvent,
): EnvironmentsState {
  switch (event.type) {
    case 'answered':
      return {
        status: 'loaded',
        environments: event.environments,
        loadedAt: event.at,
        refreshing: false,
        failure: null,
      };
    case 'failed':
      return state.status === 'loaded'
        ? { ...state, refreshing: false, failure: event.failure }
        : { status: 'failed', failure: event.failure, retrying: false };
    default:
      if (state.status === 'loaded') {
        return { ...state, refreshing: event.fresh };
      }
      return state.status === 'failed' ? { ...state, retrying: true } : state;
  }
}

/**
 * The environments from the backend, asked again every minute and when the window gets the focus. An older answer
 * never replaces a newer one, and what was shown stays while it is asked again.
 */
export function useEnvironments(): {
  state: EnvironmentsState;
  /** Asks the backend; with `fresh` it asks GitLab first. */
  load: (options?: { fresh?: boolean }) => Promise<void>;
} {
  const api = useApi(gitlabTokensApiRef);
  const [state, dispatch] = useReducer(next, { status: 'loading' });
  const request = useRef({ number: 0, pending: false, startedAt: 0 });

  const load = useCallback(
    async (options?: { fresh?: boolean }) => {
      const number = request.current.number + 1;
      request.current = { number, pending: true, startedAt: Date.now() };
      dispatch({ type: 'asked', fresh: options?.fresh ?? false });
      const event = await api.listEnvironments(options).then(
        ({ items }): EnvironmentsEvent => ({
          type: 'answered',
          environments: items,
          at: new Date(),
        }),
        (error): EnvironmentsEvent => ({
          type: 'failed',
          failure: failureOf(error),
        }),
      );
      if (request.current.number === number) {
        request.current.pending = false;
        dispatch(event);
      }
    },
    [api],
  );

  const poll = useCallback(() => {
    // A pending refresh inspects GitLab and its answer is newer than that of any poll
    if (!request.current.pending && document.visibilityState === 'visible') {
      load();
    }
  }, [load]);

  useEffect(() => {
    load();
    return () => {
      request.current.number += 1;
      request.current.pending = false;
    };
  }, [load]);

  useInterval(poll, POLL_INTERVAL);

  useEffect(() => {
    const onFocus = () => {
      if (Date.now() - request.current.startedAt >= FOCUS_INTERVAL) {
        poll();
      }
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [poll]);

  return { state, load };
}
