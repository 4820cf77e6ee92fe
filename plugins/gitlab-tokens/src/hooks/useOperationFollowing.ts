import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useOperationAddress } from './useOperationAddress';

/** The operation that a dialog shows after it was started, or instead of starting another one. */
export type FollowedOperation = { id: string; known?: Operation };

/** Remembers the operation that a dialog follows, in the page's URL too as long as the dialog is open. */
export function useOperationFollowing(onClose: () => void): {
  followed: FollowedOperation | null;
  follow: (operation: FollowedOperation) => void;
  close: () => void;
} {
  const { set } = useOperationAddress();
  const [followed, setFollowed] = useState<FollowedOperation | null>(null);
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);
  const follow = useCallback(
    (operation: FollowedOperation) => {
      // The answer may come after the dialog was closed: the page is not to show what nobody waits for
      if (!isClosed.current) {
        setFollowed(operation);
        set(operation.id);
      }
    },
    [set],
  );
  const close = useCallback(() => {
    if (followed) {
      set(null);
    }
    onClose();
  }, [followed, onClose, set]);
  return { followed, follow, close };
}
