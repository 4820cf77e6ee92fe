import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** Milliseconds without a change after which choices are planned. */
const PAUSE = 300;

/**
 * What somebody has chosen, once they have paused: the backend need not plan every letter.
 *
 * @param chosen - stays the same object while the choices are the same
 */
export function usePlanSettled<T>(chosen: T): {
  settled: T;
  isSettled: boolean;
} {
  const [settled, setSettled] = useState(chosen);
  useDebounce(() => setSettled(chosen), PAUSE, [chosen]);
  return { settled, isSettled: settled === chosen };
}
