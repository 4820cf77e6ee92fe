import { useApi } from '@backstage/core-plugin-api';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { gitlabTokensApiRef } from '../api';
import { Failure, failureOf } from '../model/failure';
import { lookAgainIn } from '../model/operation';

/** Milliseconds after a failure until the backend is asked again; the last one goes on. */
const PATIENCE = [1_000, 2_000, 5_000, 10_000];

/** What is known about an operation. */
export type OperationState =
  | { status: 'loading'; failure: Failure | null }
  /** There is none of this id, or the viewer may not see it: asking again would change nothing. */
  | { status: 'failed'; failure: Failure }
  | {
      status: 'followed';
      operation: Operation;
      /** Why the last look failed; what is shown is from before it, and the backend is asked again. */
      failure: Failure | null;
    };

function afterFailure(state: OperationState, failure: Failure): OperationState {
  if (state.status === 'followed') {
    return { ...state, failure };
  }
  return failure.kind === 'notFound' || failure.kind === 'forbidden'
    ? { status: 'failed', failure }
    : { status: 'loading', failure };
}

/**
 * Follows an operation to its end by asking for it again and again. A backend that is away for a while changes
 * nothing: the last answer stays, and asking goes on.
 *
 * @param id - of the operation
 * @param known - what the backend just said about it, to begin with
 */
export function useOperation(
  id: string,
  known?: Operation,
): {
  state: OperationState;
  /** Takes in what the backend said about it elsewhere, and looks at it again soon. */
  tell: (operation: Operation) => void;
  /** Looks at it now. */
  look: () => void;
} {
  const api = useApi(gitlabTokensApiRef);
  const [state, setState] = useState<OperationState>(
    known
      ? { status: 'followed', operation: known, failure: null }
      : { status: 'loading', failure: null },
  );
  const begun = useRef(known);
  const [round, setRound] = useState(0);

  const look = useCallback(() => setRound(before => before + 1), []);
  const tell = useCallback((operation: Operation) => {
    begun.current = operation;
    setState({ status: 'followed', operation, failure: null });
    setRound(before => before + 1);
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let failures = 0;
    const after = (delay: number | null) => {
      if (delay !== null && !isOver) {
        timer = setTimeout(ask, delay);
      }
    };
    async function ask() {
      try {
        const operation = await api.getOperation(id);
        if (isOver) {
          return;
        }
        failures = 0;
        setState({ status: 'followed', operation, failure: null });
        after(lookAgainIn(operation, new Date()));
      } catch (error) {
        if (isOver) {
          return;
        }
        const failure = failureOf(error);
        const isFinal =
          failure.kind === 'notFound' || failure.kind === 'forbidden';
        setState(before => afterFailure(before, failure));
        after(
          isFinal ? null : PATIENCE[Math.min(failures, PATIENCE.length - 1)],
        );
        failures += 1;
      }
    }
    // What was just heard needs no question at once
    const heard = begun.current;
    begun.current = undefined;
    if (heard) {
      after(lookAgainIn(heard, new Date()));
    } else {
      ask();
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [api, id, round]);

  return { state, tell, look };
}
