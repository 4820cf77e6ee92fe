import Button from '@material-ui/core/Button';
import { useCallback, useState } from 'react';
import { useOperationFollowing } from '../../hooks/useOperationFollowing';
import { planOf } from '../../hooks/usePlan';
import { useWords } from '../../hooks/useWords';
import { DialogFrame } from '../operations/DialogFrame';
import { OperationView } from '../operations/OperationView';
import { RotateForm } from './RotateForm';
import { RotationSubject } from './rotationSubject';
import { useRotation } from './useRotation';

/**
 * Rotates a credential or a token: first the plan, with what can be chosen, then the progress. It is open as long as it
 * is rendered; closing it does not stop what was begun.
 */
export function RotateDialog(props: {
  subject: RotationSubject;
  onClose: () => void;
}) {
  const { subject, onClose } = props;
  const { t } = useWords();
  const { followed, follow, close } = useOperationFollowing(onClose);
  const started = useCallback(
    (operation: Parameters<Parameters<typeof useRotation>[1]>[0]) =>
      follow({ id: operation.id, known: operation }),
    [follow],
  );
  const rotation = useRotation(subject, started);
  const [holds, setHolds] = useState(false);
  const hold = useCallback(() => setHolds(true), []);
  const isBlocked = (planOf(rotation.plan.state)?.blockers.length ?? 0) > 0;
  const title =
    subject.type === 'credential'
      ? t('rotateDialog.titleCredential', {
          environment: subject.environment.title,
        })
      : t('rotateDialog.titleToken', { name: subject.token.name });
  return (
    <DialogFrame
      title={title}
      onClose={close}
      holds={holds}
      actions={
        <>
          <Button onClick={close}>
            {t(followed || isBlocked ? 'dialog.close' : 'dialog.cancel')}
          </Button>
          {!followed && !isBlocked && (
            <Button
              variant="contained"
              color="primary"
              disabled={
                rotation.starting.status === 'ready' && !rotation.canStart
              }
              aria-disabled={!rotation.canStart}
              onClick={rotation.confirm}
            >
              {rotation.starting.status === 'sending'
                ? t('dialog.sending')
                : t('rotateDialog.confirm')}
            </Button>
          )}
        </>
      }
    >
      {followed ? (
        <OperationView operation={followed} onRevealed={hold} />
      ) : (
        <RotateForm
          subject={subject}
          rotation={rotation}
          onFollow={id => follow({ id })}
        />
      )}
    </DialogFrame>
  );
}
