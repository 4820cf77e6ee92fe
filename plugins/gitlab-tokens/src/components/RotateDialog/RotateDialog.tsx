import Button from '@material-ui/core/Button';
import { useState } from 'react';
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
  /** Takes over a token that somebody makes by hand; undefined where that cannot be. */
  onPaste?: () => void;
}) {
  const { subject, onClose, onPaste } = props;
  const { t } = useWords();
  const { followed, follow, close } = useOperationFollowing(onClose);
  const rotation = useRotation(subject, operation =>
    follow({ id: operation.id, known: operation }),
  );
  const [holds, setHolds] = useState(false);
  const blockers = planOf(rotation.plan.state)?.blockers ?? [];
  const isBlocked = blockers.length > 0;
  const isMadeByHand = blockers.some(
    ({ code }) => code === 'PERSONAL_TOKENS_ARE_MADE_BY_HAND',
  );
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
          {onPaste && isMadeByHand && (
            <Button variant="contained" color="primary" onClick={onPaste}>
              {t('cardAction.paste')}
            </Button>
          )}
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
        <OperationView operation={followed} onHold={setHolds} />
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
