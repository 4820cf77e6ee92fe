import { useApi } from '@backstage/core-plugin-api';
import {
  GitlabTokensApi,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback } from 'react';
import { gitlabTokensApiRef } from '../api';
import { AnswerState, useAnswer } from './useAnswer';

/** As many as one answer holds. */
const PAGE = 500;

/** More active tokens are not looked at: the browser judges them, and it shall stay quick. */
export const MOST_SURVEYED = 5_000;

/** The active tokens, all of them or as many as are looked at. */
export type Survey = { tokens: ManagedToken[]; isComplete: boolean };

export type TokensSurveyState = AnswerState<{ survey: Survey }>;

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
export function useTokensSurvey(): { state: TokensSurveyState } {
  const api = useApi(gitlabTokensApiRef);
  const ask = useCallback(async () => ({ survey: await surveyed(api) }), [api]);
  const { state } = useAnswer(ask);
  return { state };
}
