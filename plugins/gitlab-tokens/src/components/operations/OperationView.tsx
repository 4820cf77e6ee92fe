import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useCallback, useEffect, useRef, useState } from 'react';
import { FollowedOperation } from '../../hooks/useOperationFollowing';
import { OperationState, useOperation } from '../../hooks/useOperation';
import { StartState } from '../../hooks/useOperationStart';
import { useOperationTime } from '../../hooks/useOperationTime';
import { useWords } from '../../hooks/useWords';
import { isEnded } from '../../model/operation';
import { RevealPanel } from '../RevealPanel';
import { Notice } from './Notice';
import { OperationActions } from './OperationActions';
import { OperationFacts } from './OperationFacts';
import { OperationProgress } from './OperationProgress';

const useStyles = makeStyles(
  theme => ({
    view: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      '&:focus': { outline: 'none' },
    },
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

/** An operation as it goes on: its steps, what can be done with it, and its value where that is shown once. */
export function OperationView(props: {
  operation: FollowedOperation;
  /** Whether a value that nobody can show again is on the screen, or on its way to it. */
  onHold?: (holds: boolean) => void;
}) {
  const { operation: followed, onHold } = props;
  const classes = useStyles();
  const { t } = useWords();
  const { state, tell, look } = useOperation(followed.id, followed.known);
  // Once it was asked for it stays: the value, or why there is none, although the operation has gone on
  const [isAsked, setAsked] = useState(false);
  const followAsking = useCallback(
    (status: StartState<unknown>['status']) => {
      onHold?.(status !== 'ready');
      if (status !== 'ready') {
        setAsked(true);
      }
      if (status === 'started') {
        look();
      }
    },
    [look, onHold],
  );
  const operation = state.status === 'followed' ? state.operation : null;
  const now = useOperationTime(operation);
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
      {operation && (canReveal || isAsked) && (
        <RevealPanel operation={operation} onStatus={followAsking} />
      )}
      {operation && (
        <>
          <OperationFacts operation={operation} />
          <OperationProgress operation={operation} now={now} />
          <OperationActions operation={operation} onAnswer={tell} />
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
