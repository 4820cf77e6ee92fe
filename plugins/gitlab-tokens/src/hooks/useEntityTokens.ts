import { Entity, DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityTokenList } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback } from 'react';
import { gitlabTokensApiRef } from '../api';
import { AnswerState, useAnswer } from './useAnswer';

/** The tokens of what a catalog entity stands for. */
export type EntityTokensState = AnswerState<{ list: EntityTokenList }>;

function nameOf({ kind, metadata }: Entity) {
  const { namespace = DEFAULT_NAMESPACE, name } = metadata;
  return { kind, namespace, name };
}

/** The tokens of an entity's project or group and of the groups above it. What was shown stays while it is asked again. */
export function useEntityTokens(entity: Entity): {
  state: EntityTokensState;
  reload: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const { kind, namespace, name } = nameOf(entity);
  const key = [kind, namespace, name].join('/');
  const ask = useCallback(
    async () => ({
      list: await api.listEntityTokens({ kind, namespace, name }),
      key,
    }),
    [api, kind, namespace, name, key],
  );
  const { state, load } = useAnswer(ask);
  // The page goes from one entity to another without being mounted anew
  const isOfAnother = state.status === 'loaded' && state.key !== key;
  return { state: isOfAnother ? { status: 'loading' } : state, reload: load };
}
