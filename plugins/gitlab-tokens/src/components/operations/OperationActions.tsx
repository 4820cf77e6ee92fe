import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useOperationActions } from '../../hooks/useOperationActions';
import { useWords } from '../../hooks/useWords';
import { canResume } from '../../model/operation';
import { permissionOf } from '../../model/operationPermission';
import { RefusalNotice } from './RefusalNotice';

const useStyles = makeStyles(
  theme => ({
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'GitlabTokensOperationActions' },
);

/** What can be done with an operation that does not go on by itself. */
export function OperationActions(props: {
  operation: Operation;
  onAnswer: (operation: Operation) => void;
}) {
  const { operation, onAnswer } = props;
  const { id, actions, kind, step } = operation;
  const classes = useStyles();
  const { t } = useWords();
  const { pending, refusal, act } = useOperationActions(onAnswer);
  return (
    <>
      {refusal && (
        <RefusalNotice refusal={refusal} permission={permissionOf(kind)} />
      )}
      <div className={classes.actions}>
        {canResume(operation) && (
          <Button
            variant="contained"
            color="primary"
            aria-disabled={pending !== null}
            onClick={() => act('resume', id)}
          >
            {pending === 'resume'
              ? t('operation.acting')
              : t('operation.resume')}
          </Button>
        )}
        {actions.includes('cancel') && (
          <Button
            variant="outlined"
            // What is delivered may be in use, and is not revoked
            title={step === 'delivered' ? undefined : t('operation.cancelHint')}
            aria-disabled={pending !== null}
            onClick={() => act('cancel', id)}
          >
            {pending === 'cancel'
              ? t('operation.acting')
              : t('operation.cancel')}
          </Button>
        )}
      </div>
    </>
  );
}
