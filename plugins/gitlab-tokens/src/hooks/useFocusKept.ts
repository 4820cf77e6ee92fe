import { RefObject, useRef } from 'react';
import useUpdateEffect from 'react-use/esm/useUpdateEffect';

/**
 * Where the focus goes when a dialog is closed and the button that opened it is gone: without this, keys would begin
 * at the top of the page again.
 *
 * @returns for an element with `tabIndex={-1}` around the place of that button
 */
export function useFocusKept<T extends HTMLElement>(
  isOpen: boolean,
): RefObject<T> {
  const place = useRef<T>(null);
  useUpdateEffect(() => {
    if (!isOpen && document.activeElement === document.body) {
      place.current?.focus({ preventScroll: true });
    }
  }, [isOpen]);
  return place;
}
