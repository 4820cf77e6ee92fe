import Button from '@material-ui/core/Button';
import {
  Environment,
  gitlabTokensTokenIssuePermission,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useState } from 'react';
import { useOperationFollowing } from '../../hooks/useOperationFollowing';
import { useWords } from '../../hooks/useWords';
import { IssuePresets } from '../../model/issueForm';
import { BlockerList } from '../operations/BlockerList';
import { DialogFrame } from '../operations/DialogFrame';
import { OperationView } from '../operations/OperationView';
import { PlanSummary } from '../operations/PlanSummary';
import { RefusalNotice } from '../operations/RefusalNotice';
import { IssueForm } from './IssueForm';
import { useIssue } from './useIssue';

type Issue = ReturnType<typeof useIssue>;

function Buttons(props: { issue: Issue; onClose: () => void }) {
  const { issue, onClose } = props;
  const { stage, starting } = issue;
  const { t } = useWords();
  const isSending = starting.status === 'sending';
  if (stage.name === 'form') {
    return (
      <>
        <Button onClick={onClose}>{t('dialog.cancel')}</Button>
        <Button
          variant="contained"
          color="primary"
          aria-disabled={stage.isPlanning}
          onClick={() => !stage.isPlanning && issue.plan()}
        >
          {t(stage.isPlanning ? 'issueDialog.planning' : 'issueDialog.plan')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button onClick={onClose}>{t('dialog.cancel')}</Button>
      <Button
        variant="outlined"
        aria-disabled={isSending}
        onClick={() => !isSending && issue.back()}
      >
        {t('dialog.back')}
      </Button>
      {stage.plan.blockers.length === 0 && (
        <Button
          variant="contained"
          color="primary"
          aria-disabled={isSending}
          onClick={issue.confirm}
        >
          {t(isSending ? 'dialog.sending' : 'issueDialog.confirm')}
        </Button>
      )}
    </>
  );
}

/** The form, the plan and the progress, one after the other in one dialog. */
export function IssueSteps(props: {
  presets: IssuePresets;
  environments: readonly Environment[];
  onClose: () => void;
}) {
  const { presets, environments, onClose } = props;
  const { t } = useWords();
  const { followed, follow, close } = useOperationFollowing(onClose);
  const [holds, setHolds] = useState(false);
  const issue = useIssue({
    presets,
    environments,
    purpose: t('issueDialog.purpose'),
    onStarted: operation => follow({ id: operation.id, known: operation }),
  });
  const { stage, starting } = issue;
  const refused = starting.status === 'ready' ? starting.refusal : null;
  return (
    <DialogFrame
      title={t('issueDialog.title')}
      onClose={close}
      holds={holds}
      actions={
        followed ? (
          <Button onClick={close}>{t('dialog.close')}</Button>
        ) : (
          <Buttons issue={issue} onClose={close} />
        )
      }
    >
      {followed && <OperationView operation={followed} onHold={setHolds} />}
      {!followed && stage.name === 'form' && (
        <IssueForm
          issue={issue}
          environments={environments}
          refusal={stage.refusal}
          onAgain={issue.plan}
        />
      )}
      {!followed && stage.name === 'plan' && (
        <>
          {refused && (
            <RefusalNotice
              refusal={refused}
              permission={gitlabTokensTokenIssuePermission}
              mayHaveStarted
              onFollow={id => follow({ id })}
            />
          )}
          {stage.plan.blockers.length > 0 && (
            <BlockerList blockers={stage.plan.blockers} />
          )}
          <PlanSummary plan={stage.plan} />
        </>
      )}
    </DialogFrame>
  );
}
