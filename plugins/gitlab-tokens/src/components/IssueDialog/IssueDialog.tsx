import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Environment,
  gitlabTokensEnvironmentReadPermission,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback } from 'react';
import { gitlabTokensApiRef } from '../../api';
import { refusalIn, usePlan } from '../../hooks/usePlan';
import { useWords } from '../../hooks/useWords';
import { IssuePresets } from '../../model/issueForm';
import { DialogFrame } from '../operations/DialogFrame';
import { RefusalNotice } from '../operations/RefusalNotice';
import { IssueSteps } from './IssueSteps';

/**
 * Issues a token: a form, then the plan, then the progress, and its value where that is shown. It is open as long as it
 * is rendered; closing it does not stop what was begun.
 */
export function IssueDialog(props: {
  presets?: IssuePresets;
  onClose: () => void;
}) {
  const { presets = {}, onClose } = props;
  const api = useApi(gitlabTokensApiRef);
  const { t } = useWords();
  const ask = useCallback(
    async () => (await api.listEnvironments()).items,
    [api],
  );
  const { state, again } = usePlan<Environment[]>(ask);
  const refusal = refusalIn(state);
  if (state.status === 'planned') {
    return (
      <IssueSteps
        presets={presets}
        environments={state.plan}
        onClose={onClose}
      />
    );
  }
  return (
    <DialogFrame
      title={t('issueDialog.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('dialog.cancel')}</Button>}
    >
      {refusal ? (
        <RefusalNotice
          refusal={refusal}
          permission={gitlabTokensEnvironmentReadPermission}
          onAgain={again}
        />
      ) : (
        <div role="status" aria-busy aria-label={t('refresh.loading')}>
          <Skeleton variant="rect" height={320} />
        </div>
      )}
    </DialogFrame>
  );
}
