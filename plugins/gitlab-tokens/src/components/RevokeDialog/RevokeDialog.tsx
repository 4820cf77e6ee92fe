import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  gitlabTokensTokenRevokePermission,
  ManagedToken,
  RevocationList,
  RevocationPlanList,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useState } from 'react';
import { gitlabTokensApiRef } from '../../api';
import { useOperationStart } from '../../hooks/useOperationStart';
import { planOf, refusalIn, usePlan } from '../../hooks/usePlan';
import { useWords } from '../../hooks/useWords';
import { losersOf, revocableOf } from '../../model/planRevocation';
import { DialogFrame } from '../operations/DialogFrame';
import { RefusalNotice } from '../operations/RefusalNotice';
import { ConfirmFields } from './ConfirmFields';
import { RevocationPlans } from './RevocationPlans';
import { RevocationResults } from './RevocationResults';

/**
 * Revokes tokens: first what stops, then what became of each. Who ends a credential types the name of its environment.
 * It is open as long as it is rendered.
 */
export function RevokeDialog(props: {
  tokens: ManagedToken[];
  onClose: () => void;
}) {
  const { tokens, onClose } = props;
  const api = useApi(gitlabTokensApiRef);
  const { t } = useWords();
  // What is asked about does not change while the list behind the dialog does
  const [refs] = useState(() => tokens.map(({ ref }) => ref));
  const [names] = useState(tokens);
  const ask = useCallback(
    () => api.planRevocation({ tokens: refs }),
    [api, refs],
  );
  const { state, again } = usePlan<RevocationPlanList>(ask);
  const { state: starting, start } = useOperationStart<RevocationList>();
  const [typed, setTyped] = useState<Record<string, string>>({});

  const plans = planOf(state);
  const revocable = plans ? revocableOf(plans) : [];
  const losers = losersOf(revocable);
  const isConfirmed = losers.every(name => typed[name]?.trim() === name);
  const canStart =
    state.status === 'planned' && revocable.length > 0 && isConfirmed;
  const refusal =
    starting.status === 'ready' && starting.refusal
      ? starting.refusal
      : refusalIn(state);
  const request = {
    tokens: revocable.map(({ token }) => token),
    confirm: losers,
  };
  const isOver = starting.status === 'started';
  return (
    <DialogFrame
      title={
        names.length === 1
          ? t('revokeDialog.titleOne', { name: names[0].name })
          : t('revokeDialog.title', { count: names.length })
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
              onClick={() => start(() => api.revokeTokens(request))}
            >
              {starting.status === 'sending'
                ? t('dialog.sending')
                : t('revokeDialog.confirm', { count: revocable.length })}
            </Button>
          )}
        </>
      }
    >
      {refusal && (
        <RefusalNotice
          refusal={refusal}
          permission={gitlabTokensTokenRevokePermission}
          mayHaveStarted={state.status !== 'refused'}
          onAgain={state.status === 'refused' ? again : undefined}
        />
      )}
      {state.status === 'planning' && !plans && (
        <div role="status" aria-busy aria-label={t('plan.loading')}>
          <Skeleton />
          <Skeleton />
        </div>
      )}
      {isOver && <RevocationResults results={starting.answer} tokens={names} />}
      {!isOver && plans && (
        <>
          {revocable.length === 0 && (
            <Typography variant="body1">{t('revokeDialog.none')}</Typography>
          )}
          <RevocationPlans plans={plans} />
          <ConfirmFields
            environments={losers}
            typed={typed}
            onChange={setTyped}
          />
        </>
      )}
    </DialogFrame>
  );
}
