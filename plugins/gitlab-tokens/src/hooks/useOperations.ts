import { useApi } from '@backstage/core-plugin-api';
import {
  OperationList,
  OperationQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';
import { isEnded } from '../model/operation';

/** How often the ledger is asked again while something in it is open. */
const POLL_INTERVAL = 10_000;

/** One page of the ledger. */
export type OperationsState =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; retrying: boolean }
  | {
      status: 'loaded';
      list: OperationList;
      /** Another page, or other filters, are being asked for. */
      pending: boolean;
      /** Why the last attempt failed; what is shown is from before it. */
      failure: Failure | null;
    };

function asked(state: OperationsState): OperationsState {
  switch (state.status) {
    case 'failed':
      return { ...state, retrying: true };
    case 'loaded':
      return { ...state, pending: true };
    default:
      return state;
  }
}

function failed(state: OperationsState, failure: Failure): OperationsState {
  return state.status === 'loaded'
    ? { ...state, pending: false, failure }
    : { status: 'failed', failure, retrying: false };
}

/**
 * The page of the ledger that a query asks for, asked again every ten seconds while one of its operations is open. An
 * older answer never replaces a newer one.
 *
 * @param query - a value that stays the same object while it asks for the same
 */
export function useOperations(query: Partial<OperationQuery>): {
  state: OperationsState;
  load: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const [state, setState] = useState<OperationsState>({ status: 'loading' });
  const request = useRef(0);

  const ask = useCallback(
    async (options: { quietly: boolean }) => {
      request.current += 1;
      const number = request.current;
      const unlessOld = (next: (before: OperationsState) => OperationsState) =>
        number === request.current && setState(next);
      // What asks by itself every ten seconds should not be seen to do so
      if (!options.quietly) {
        setState(asked);
      }
      await api.listOperations(query).then(
        list =>
          unlessOld(() => ({
            ...{ status: 'loaded', list, pending: false, failure: null },
          })),
        error => unlessOld(before => failed(before, failureOf(error))),
      );
    },
    [api, query],
  );
  const load = useCallback(() => {
    ask({ quietly: false });
  }, [ask]);

  useEffect(() => {
    load();
    return () => {
      request.current += 1;
    };
  }, [load]);

  const isMoving =
    state.status === 'failed'
      ? state.failure.kind !== 'forbidden'
      : state.status === 'loaded' &&
        (state.failure !== null ||
          state.list.items.some(operation => !isEnded(operation)));
  useInterval(() => ask({ quietly: true }), isMoving ? POLL_INTERVAL : null);

  return { state, load };
}
