import { Entity, DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityTokenList } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useEffect, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';

/** The tokens of what a catalog entity stands for. */
export type EntityTokensState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; retrying: boolean }
  | {
      status: 'loaded';
      list: EntityTokenList;
      /** Another answer is on its way. */
      pending: boolean;
      /** Why the last attempt failed; what is shown is from before it. */
      failure: Failure | null;
    };

type Answer = { key: string; list: EntityTokenList };

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
  const { value, error, loading, retry } = useAsyncRetry(
    async (): Promise<Answer> => ({
      key,
      list: await api.listEntityTokens({ kind, namespace, name }),
    }),
    [api, kind, namespace, name],
  );
  const [latest, setLatest] = useState<Answer>();
  useEffect(() => {
    if (value) {
      setLatest(value);
    }
  }, [value]);

  const failure = error && !loading ? failureOf(error) : null;
  const answer = [value, latest].find(each => each?.key === key);
  if (answer) {
    const { list } = answer;
    return {
      state: { status: 'loaded', list, pending: loading, failure },
      reload: retry,
    };
  }
  return {
    state: error
      ? { status: 'failed', failure: failureOf(error), retrying: loading }
      : { status: 'loading' },
    reload: retry,
  };
}
