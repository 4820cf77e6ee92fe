import { RefCallback, useCallback, useLayoutEffect, useState } from 'react';
import useMeasure from 'react-use/esm/useMeasure';

/** Pixels that may be missing because widths are rounded. */
const ROUNDING = 1;

/**
 * Whether something of what scrolls sideways lies beyond the right edge, so that it can be shown that there is more.
 *
 * @returns `ref` and `onScroll` for the element that scrolls
 */
export function useHiddenWidth(): {
  ref: RefCallback<HTMLDivElement>;
  onScroll: () => void;
  hasMore: boolean;
} {
  // Its width alone matters: a change of it draws this again
  const [measure] = useMeasure<HTMLDivElement>();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const look = useCallback(() => {
    if (element) {
      const { scrollWidth, clientWidth, scrollLeft } = element;
      setHasMore(scrollWidth - clientWidth - scrollLeft > ROUNDING);
    }
  }, [element]);
  // After each drawing: rows and columns come and go
  useLayoutEffect(look);
  const ref = useCallback(
    (found: HTMLDivElement | null) => {
      setElement(found);
      if (found) {
        measure(found);
      }
    },
    [measure],
  );
  return { ref, onScroll: look, hasMore };
}
