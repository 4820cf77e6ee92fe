import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { FollowedOperation } from '../../hooks/useOperationFollowing';
import { useWords } from '../../hooks/useWords';
import { DialogFrame } from './DialogFrame';
import { OperationView } from './OperationView';

/** An operation of the ledger, followed to its end. */
export function OperationDialog(props: {
  operation: FollowedOperation;
  onClose: () => void;
}) {
  const { operation, onClose } = props;
  const { t } = useWords();
  const [holds, setHolds] = useState(false);
  return (
    <DialogFrame
      title={t('operation.number', { id: operation.id })}
      onClose={onClose}
      holds={holds}
      actions={<Button onClick={onClose}>{t('dialog.close')}</Button>}
    >
      <OperationView operation={operation} onHold={setHolds} />
    </DialogFrame>
  );
}
