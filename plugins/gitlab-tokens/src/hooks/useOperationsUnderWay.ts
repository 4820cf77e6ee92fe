import { useApi } from '@backstage/core-plugin-api';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import useInterval from 'react-use/esm/useInterval';
import { useEffect, useState } from 'react';
import { gitlabTokensApiRef } from '../api';

const POLL_INTERVAL = 10_000;
const IDLE_INTERVAL = 60_000;

/**
 * The operations on environments' credentials that have not ended, by environment. Who may not see operations, and
 * whose backend does not answer, sees none: this is a hint on other pages, and the ledger has its own.
 */
export function useOperationsUnderWay(): {
  operations: ReadonlyMap<string, Operation>;
  look: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const { value, retry } = useAsyncRetry(
    async () => (await api.listOperations({ state: 'open', limit: 200 })).items,
    [api],
  );
  const [operations, setOperations] = useState<ReadonlyMap<string, Operation>>(
    new Map(),
  );
  useEffect(() => {
    if (value) {
      setOperations(
        new Map(
          value
            .filter(({ plan }) => plan.isCredential)
            .map(operation => [operation.environment, operation]),
        ),
      );
    }
  }, [value]);
  useInterval(retry, operations.size > 0 ? POLL_INTERVAL : IDLE_INTERVAL);
  return { operations, look: retry };
}
