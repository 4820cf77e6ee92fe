import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';

/** The present, renewed twice a minute, so that "5 minutes ago" stays true. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), 30_000);
  return now;
}
