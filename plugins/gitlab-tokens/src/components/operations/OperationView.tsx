import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { FollowedOperation } from '../../hooks/useOperationFollowing';
import { OperationState, useOperation } from '../../hooks/useOperation';
import { useOperationActions } from '../../hooks/useOperationActions';
import { useNow } from '../../hooks/useNow';
import { useWords } from '../../hooks/useWords';
import { isEnded } from '../../model/operation';
import { permissionOf } from '../../model/operationPermission';
import { RevealPanel } from '../RevealPanel';
import { Notice } from './Notice';
import { OperationFacts } from './OperationFacts';
import { OperationProgress } from './OperationProgress';
import { RefusalNotice } from './RefusalNotice';

const useStyles = makeStyles(
  theme => ({
    view: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      '&:focus': { outline: 'none' },
    },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'GitlabTokensOperationView' },
);

function Away(props: { state: OperationState }) {
  const { state } = props;
  const { t } = useWords();
  if (state.status === 'failed') {
    const isForbidden = state.failure.kind === 'forbidden';
    return (
      <Notice tone="error" alert>
        <Typography variant="body2">
          {t(`operation.unknown.${isForbidden ? 'forbidden' : 'notFound'}`)}
        </Typography>
      </Notice>
    );
  }
  return state.failure ? (
    <Notice tone="warning" alert>
      <Typography variant="body2">
        {t('operation.unanswered', { message: state.failure.message })}
      </Typography>
    </Notice>
  ) : null;
}

function Actions(props: {
  operation: Operation;
  onAnswer: (operation: Operation) => void;
}) {
  const { operation, onAnswer } = props;
  const { id, actions, kind } = operation;
  const classes = useStyles();
  const { t } = useWords();
  const { pending, refusal, act } = useOperationActions(onAnswer);
  // What waits to be shown or merged is not resumed: it waits for something else
  const canResume = actions.includes('resume') && !actions.includes('reveal');
  return (
    <>
      {refusal && (
        <RefusalNotice refusal={refusal} permission={permissionOf(kind)} />
      )}
      <div className={classes.actions}>
        {canResume && (
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
            title={t('operation.cancelHint')}
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

/** An operation as it goes on: its steps, what can be done with it, and its value where that is shown once. */
export function OperationView(props: {
  operation: FollowedOperation;
  /** A value is on the screen that nobody can show again. */
  onRevealed?: () => void;
}) {
  const { operation: followed, onRevealed } = props;
  const classes = useStyles();
  const { t } = useWords();
  const now = useNow();
  const { state, tell, look } = useOperation(followed.id, followed.known);
  const [hasRevealed, setRevealed] = useState(false);
  const reveal = useCallback(() => {
    setRevealed(true);
    onRevealed?.();
    look();
  }, [look, onRevealed]);
  const operation = state.status === 'followed' ? state.operation : null;
  const canReveal = operation?.actions.includes('reveal') ?? false;
  const view = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: without this, keys would reach nothing
  useEffect(() => view.current?.focus(), []);
  return (
    <div ref={view} tabIndex={-1} className={classes.view}>
      <Away state={state} />
      {state.status === 'loading' && (
        <div role="status" aria-busy aria-label={t('operation.loading')}>
          <Skeleton />
          <Skeleton />
          <Skeleton />
        </div>
      )}
      {(canReveal || hasRevealed) && (
        <RevealPanel operationId={followed.id} onRevealed={reveal} />
      )}
      {operation && (
        <>
          <OperationFacts operation={operation} />
          <OperationProgress operation={operation} now={now} />
          <Actions operation={operation} onAnswer={tell} />
          {!isEnded(operation) && (
            <Typography variant="body2" color="textSecondary">
              {t('operation.closeKeeps')}
            </Typography>
          )}
        </>
      )}
    </div>
  );
}
