import { useCallback, useEffect, useRef, useState } from 'react';
import { PlanRefusal, planRefusalOf } from '../model/planRefusal';

/** A request that changes something. */
export type StartState<T> =
  | { status: 'ready'; refusal: PlanRefusal | null }
  | { status: 'sending' }
  | { status: 'started'; answer: T };

/**
 * Sends a request that changes something: never twice at the same time, and never again once it was accepted, however
 * often the button is pressed.
 */
export function useOperationStart<T>(): {
  state: StartState<T>;
  start: (send: () => Promise<T>) => Promise<void>;
  /** Forgets why the last attempt was refused. */
  forget: () => void;
} {
  const [state, setState] = useState<StartState<T>>({
    status: 'ready',
    refusal: null,
  });
  const isTaken = useRef(false);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const start = useCallback(async (send: () => Promise<T>) => {
    // State changes with the next rendering, and a second click may come before it
    if (isTaken.current) {
      return;
    }
    isTaken.current = true;
    setState({ status: 'sending' });
    const next = await send().then(
      (answer): StartState<T> => ({ status: 'started', answer }),
      (error): StartState<T> => ({
        status: 'ready',
        refusal: planRefusalOf(error),
      }),
    );
    isTaken.current = next.status === 'started';
    if (isMounted.current) {
      setState(next);
    }
  }, []);

  const forget = useCallback(
    () =>
      setState(before =>
        before.status === 'ready' && before.refusal
          ? { status: 'ready', refusal: null }
          : before,
      ),
    [],
  );

  return { state, start, forget };
}
