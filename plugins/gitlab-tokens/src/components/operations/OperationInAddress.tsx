import { useState } from 'react';
import { useOperationAddress } from '../../hooks/useOperationAddress';
import { OperationDialog } from './OperationDialog';

/**
 * Shows the operation that the URL named when the page was opened, after a reload or by a link. What dialogs write
 * into the URL afterwards they show themselves.
 */
export function OperationInAddress() {
  const { id, set } = useOperationAddress();
  const [opened, setOpened] = useState(id);
  return opened === null ? null : (
    <OperationDialog
      operation={{ id: opened }}
      onClose={() => {
        setOpened(null);
        set(null);
      }}
    />
  );
}
