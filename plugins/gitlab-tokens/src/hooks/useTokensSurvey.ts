import { useApi } from '@backstage/core-plugin-api';
import {
  GitlabTokensApi,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';

/** As many as one answer holds. */
const PAGE = 500;

/** More active tokens are not looked at: the browser judges them, and it shall stay quick. */
export const MOST_SURVEYED = 5_000;

/** The active tokens, all of them or as many as are looked at. */
export type Survey = { tokens: ManagedToken[]; isComplete: boolean };

export type TokensSurveyState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure }
  | { status: 'loaded'; survey: Survey };

async function surveyed(api: GitlabTokensApi): Promise<Survey> {
  const tokens = new Map<string, ManagedToken>();
  for (let offset = 0; offset < MOST_SURVEYED; offset += PAGE) {
    const { items, total } = await api.listTokens({
      state: ['active'],
      // New tokens come at the end and move none to another page
      sort: 'createdAt',
      order: 'asc',
      offset,
      limit: PAGE,
    });
    items.forEach(token => tokens.set(token.ref, token));
    if (offset + items.length >= total) {
      return { tokens: [...tokens.values()], isComplete: true };
    }
  }
  return { tokens: [...tokens.values()], isComplete: false };
}

/** The active tokens of all environments that the viewer may see, up to {@link MOST_SURVEYED}. */
export function useTokensSurvey(): {
  state: TokensSurveyState;
  retry: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    () => surveyed(api),
    [api],
  );
  if (error && !loading) {
    return { state: { status: 'failed', failure: failureOf(error) }, retry };
  }
  return {
    state: value ? { status: 'loaded', survey: value } : { status: 'loading' },
    retry,
  };
}
