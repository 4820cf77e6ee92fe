import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  Environment,
  gitlabTokensTokenRotatePermission,
  Operation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { FormEvent, useState } from 'react';
import { gitlabTokensApiRef } from '../../api';
import { useOperationFollowing } from '../../hooks/useOperationFollowing';
import { useOperationStart } from '../../hooks/useOperationStart';
import { useWords } from '../../hooks/useWords';
import { apartFrom, violationsAt } from '../../model/planRefusal';
import { personalTokenFormUrl } from '../../model/settingsUrl';
import { violationsText } from '../../words/violations';
import { DialogFrame } from '../operations/DialogFrame';
import { OperationView } from '../operations/OperationView';
import { PlanSection } from '../operations/PlanSection';
import { RefusalNotice } from '../operations/RefusalNotice';
import { SecretField } from './SecretField';

function FirstStep(props: { environment: Environment }) {
  const { environment } = props;
  const { t } = useWords();
  const description = t('pasteDialog.description', {
    environment: environment.name,
  });
  const url = personalTokenFormUrl(environment, description);
  return (
    <PlanSection label={t('pasteDialog.first')}>
      <Typography variant="body2">{t('pasteDialog.firstWhat')}</Typography>
      <Typography variant="body2" paragraph>
        {url ? (
          <Link to={url} externalLinkIcon>
            {t('pasteDialog.open')}
          </Link>
        ) : (
          t('pasteDialog.noForm')
        )}
      </Typography>
    </PlanSection>
  );
}

/**
 * Takes over a personal token that somebody makes in GitLab as an environment's credential. The pasted value is in the
 * state of this dialog alone, and leaves it for the backend only.
 */
export function PasteDialog(props: {
  environment: Environment;
  onClose: () => void;
}) {
  const { environment, onClose } = props;
  const api = useApi(gitlabTokensApiRef);
  const words = useWords();
  const { t } = words;
  const [value, setValue] = useState('');
  const { state, start, forget } = useOperationStart<Operation>();
  const { followed, follow, close } = useOperationFollowing(onClose);
  const refusal = state.status === 'ready' ? state.refusal : null;
  const elsewhere = apartFrom(refusal, ['token']);
  const isReady = value.trim() !== '' && state.status === 'ready';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) {
      start(async () => {
        const operation = await api.pasteCredential(
          environment.name,
          value.trim(),
        );
        setValue('');
        follow({ id: operation.id, known: operation });
        return operation;
      });
    }
  };
  const formId = `paste-${environment.name}`;
  return (
    <DialogFrame
      title={t('pasteDialog.title', { environment: environment.title })}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>
            {t(followed ? 'dialog.close' : 'dialog.cancel')}
          </Button>
          {!followed && (
            <Button
              type="submit"
              form={formId}
              variant="contained"
              color="primary"
              disabled={value.trim() === ''}
              aria-disabled={!isReady}
            >
              {t(
                state.status === 'sending'
                  ? 'dialog.sending'
                  : 'pasteDialog.confirm',
              )}
            </Button>
          )}
        </>
      }
    >
      {followed ? (
        <OperationView operation={followed} />
      ) : (
        <form id={formId} onSubmit={submit} autoComplete="off" noValidate>
          {elsewhere && (
            <RefusalNotice
              refusal={elsewhere}
              permission={gitlabTokensTokenRotatePermission}
              mayHaveStarted
              onFollow={id => follow({ id })}
            />
          )}
          <FirstStep environment={environment} />
          <PlanSection label={t('pasteDialog.second')}>
            <SecretField
              id={`${formId}-value`}
              label={t('pasteDialog.value')}
              hint={t('pasteDialog.valueHint', { file: environment.file })}
              value={value}
              onChange={text => {
                forget();
                setValue(text);
              }}
              refused={violationsText(violationsAt(refusal, 'token'), words)}
            />
          </PlanSection>
        </form>
      )}
    </DialogFrame>
  );
}
