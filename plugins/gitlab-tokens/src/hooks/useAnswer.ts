import { useCallback, useEffect, useReducer, useRef } from 'react';
import { Failure, failureOf } from '../model/failure';

/** What the backend says, which can be asked for again: what was shown stays until the next answer is there. */
export type AnswerState<T extends object> =
  | { status: 'loading' }
  | { status: 'failed'; failure: Failure; retrying: boolean }
  | ({
      status: 'loaded';
      /** Another answer is on its way, and the viewer wants to know. */
      pending: boolean;
      /** Why the last attempt failed; what is shown is from before it. */
      failure: Failure | null;
    } & T);

type AnswerEvent<T> =
  | { type: 'asked'; quietly: boolean }
  | { type: 'answered'; answer: T }
  | { type: 'failed'; failure: Failure };

function next<T extends object>(
  state: AnswerState<T>,
  event: AnswerEvent<T>,
): AnswerState<T> {
  switch (event.type) {
    case 'answered':
      return {
        status: 'loaded',
        pending: false,
        failure: null,
        ...event.answer,
      };
    case 'failed':
      return state.status === 'loaded'
        ? { ...state, pending: false, failure: event.failure }
        : { status: 'failed', failure: event.failure, retrying: false };
    default:
      if (state.status === 'loaded') {
        return { ...state, pending: !event.quietly };
      }
      return state.status === 'failed' ? { ...state, retrying: true } : state;
  }
}

/**
 * Asks the backend at once, and again whenever `ask` becomes another function. An older answer never replaces a newer
 * one.
 *
 * @param ask - stays the same function while it asks for the same
 */
export function useAnswer<T extends object, O = void>(
  ask: (options?: O) => Promise<T>,
): {
  state: AnswerState<T>;
  /** Asks again; `quietly`: without showing that an answer is on its way. */
  load: (options?: O, quietly?: boolean) => Promise<void>;
  /** Asks again, quietly, unless an answer is on its way: that will be as new. */
  renew: () => void;
} {
  const [state, dispatch] = useReducer(
    next as (state: AnswerState<T>, event: AnswerEvent<T>) => AnswerState<T>,
    { status: 'loading' },
  );
  const request = useRef({ number: 0, isPending: false });

  const load = useCallback(
    async (options?: O, quietly = false) => {
      const number = request.current.number + 1;
      request.current = { number, isPending: true };
      dispatch({ type: 'asked', quietly });
      const event = await ask(options).then(
        (answer): AnswerEvent<T> => ({ type: 'answered', answer }),
        (error): AnswerEvent<T> => ({
          type: 'failed',
          failure: failureOf(error),
        }),
      );
      if (request.current.number === number) {
        request.current.isPending = false;
        dispatch(event);
      }
    },
    [ask],
  );

  const renew = useCallback(() => {
    if (!request.current.isPending) {
      load(undefined, true);
    }
  }, [load]);

  useEffect(() => {
    load();
    return () => {
      request.current = {
        number: request.current.number + 1,
        isPending: false,
      };
    };
  }, [load]);

  return { state, load, renew };
}
