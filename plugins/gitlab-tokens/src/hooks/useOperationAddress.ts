import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'operation';

/** The operation that the page's URL names, `?operation=ID`, so that a reload finds it again. */
export function useOperationAddress(): {
  id: string | null;
  /** Writes it into the URL; null takes it away. */
  set: (id: string | null) => void;
} {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (id: string | null) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          if (id === null) {
            after.delete(PARAMETER);
          } else {
            after.set(PARAMETER, id);
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return { id: params.get(PARAMETER), set };
}
