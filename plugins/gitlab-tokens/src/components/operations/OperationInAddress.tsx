import { Progress } from '@backstage/core-components';
import { lazy, Suspense, useState } from 'react';
import { useOperationAddress } from '../../hooks/useOperationAddress';

const OperationDialog = lazy(() =>
  import('./OperationDialog').then(module => ({
    default: module.OperationDialog,
  })),
);

/**
 * Shows the operation that the URL named when the page was opened, after a reload or by a link. What dialogs write
 * into the URL afterwards they show themselves.
 */
export function OperationInAddress() {
  const { id, set } = useOperationAddress();
  const [opened, setOpened] = useState(id);
  return opened === null ? null : (
    <Suspense fallback={<Progress />}>
      <OperationDialog
        operation={{ id: opened }}
        onClose={() => {
          setOpened(null);
          set(null);
        }}
      />
    </Suspense>
  );
}
