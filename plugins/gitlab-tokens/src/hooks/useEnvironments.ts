import { useApi } from '@backstage/core-plugin-api';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useRef } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { gitlabTokensApiRef } from '../api';
import { AnswerState, useAnswer } from './useAnswer';

/** How often the page asks the backend again. The answer comes from its database, without asking GitLab. */
const POLL_INTERVAL = 60_000;

/** Coming back to the window asks again, but not more often than this. */
const FOCUS_INTERVAL = 5_000;

/** What is known about the environments; pending while GitLab is being asked, because the viewer wanted to know. */
export type EnvironmentsState = AnswerState<{
  environments: Environment[];
  /** When the backend gave them. */
  loadedAt: Date;
}>;

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
  const askedAt = useRef(0);
  const ask = useCallback(
    async (options?: { fresh?: boolean }) => {
      askedAt.current = Date.now();
      const { items } = await api.listEnvironments(options);
      return { environments: items, loadedAt: new Date() };
    },
    [api],
  );
  const { state, load: loadAnswer, renew } = useAnswer(ask);
  const load = useCallback(
    (options?: { fresh?: boolean }) => loadAnswer(options, !options?.fresh),
    [loadAnswer],
  );

  const poll = useCallback(() => {
    if (document.visibilityState === 'visible') {
      renew();
    }
  }, [renew]);
  useInterval(poll, POLL_INTERVAL);
  useEffect(() => {
    const onFocus = () => {
      if (Date.now() - askedAt.current >= FOCUS_INTERVAL) {
        poll();
      }
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [poll]);

  return { state, load };
}
