import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import useUpdateEffect from 'react-use/esm/useUpdateEffect';

/** Milliseconds after which "5 minutes ago" is to be looked at again. */
const SELDOM = 30_000;

/**
 * The present, renewed again and again, so that "5 minutes ago" stays true.
 *
 * @param interval - milliseconds; twice a minute if it is not given
 */
export function useNow(interval = SELDOM): Date {
  const [now, setNow] = useState(() => new Date());
  const renew = () => setNow(new Date());
  useInterval(renew, interval);
  // What is to be counted from now on is counted from now, and not from the last look
  useUpdateEffect(renew, [interval]);
  return now;
}
