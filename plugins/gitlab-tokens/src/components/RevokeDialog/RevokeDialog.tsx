import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  gitlabTokensTokenRevokePermission,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useState } from 'react';
import { useWords } from '../../hooks/useWords';
import { apartFrom, violationsAt } from '../../model/planRefusal';
import { DialogFrame } from '../operations/DialogFrame';
import { RefusalNotice } from '../operations/RefusalNotice';
import { ConfirmFields } from './ConfirmFields';
import { RevocationPlans } from './RevocationPlans';
import { RevocationResults } from './RevocationResults';
import { useRevocation } from './useRevocation';

/**
 * Revokes tokens: first what stops, then what became of each. Who ends a credential types the name of its environment.
 * It is open as long as it is rendered.
 */
export function RevokeDialog(props: {
  tokens: ManagedToken[];
  onClose: () => void;
}) {
  const { onClose } = props;
  const { t } = useWords();
  // What is asked about does not change while the list behind the dialog does
  const [tokens] = useState(props.tokens);
  const revocation = useRevocation(tokens);
  const { state, plans, revocable, losers, typed, refusal } = revocation;
  const { canStart, starting } = revocation;
  const isOver = starting.status === 'started';
  const unconfirmed = violationsAt(refusal, 'confirm').flatMap(
    ({ allowed }) => allowed,
  );
  const elsewhere = unconfirmed.every(name => losers.includes(name))
    ? apartFrom(refusal, ['confirm'])
    : refusal;
  return (
    <DialogFrame
      title={
        tokens.length === 1
          ? t('revokeDialog.titleOne', { name: tokens[0].name })
          : t('revokeDialog.title', { count: tokens.length })
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>
            {t(isOver ? 'dialog.close' : 'dialog.cancel')}
          </Button>
          {!isOver && revocable.length > 0 && (
            <Button
              variant="contained"
              color="secondary"
              disabled={!canStart}
              aria-disabled={!canStart || starting.status === 'sending'}
              onClick={revocation.revoke}
            >
              {starting.status === 'sending'
                ? t('dialog.sending')
                : t('revokeDialog.confirm', { count: revocable.length })}
            </Button>
          )}
        </>
      }
    >
      {elsewhere && (
        <RefusalNotice
          refusal={elsewhere}
          permission={gitlabTokensTokenRevokePermission}
          mayHaveStarted={state.status !== 'refused'}
          onAgain={state.status === 'refused' ? revocation.again : undefined}
        />
      )}
      {state.status === 'planning' && !plans && (
        <div role="status" aria-busy aria-label={t('plan.loading')}>
          <Skeleton />
          <Skeleton />
        </div>
      )}
      {isOver && (
        <RevocationResults results={starting.answer} tokens={tokens} />
      )}
      {!isOver && plans && (
        <>
          {revocable.length === 0 && (
            <Typography variant="body1">{t('revokeDialog.none')}</Typography>
          )}
          <RevocationPlans plans={plans} />
          <ConfirmFields
            environments={losers}
            typed={typed}
            onChange={revocation.setTyped}
            missing={unconfirmed.filter(name => typed[name]?.trim() !== name)}
          />
        </>
      )}
    </DialogFrame>
  );
}
