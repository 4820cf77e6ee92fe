import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { isEnded, presentStage } from '../../model/operation';
import {
  announcement,
  resultSentence,
  stageWords,
} from '../../words/operations';
import { HIDDEN_FROM_SIGHT } from '../hiddenFromSight';
import { Notice } from './Notice';
import { OperationStages } from './OperationStages';
import { ProblemText } from './ProblemText';

const useStyles = makeStyles(
  theme => ({
    announcement: HIDDEN_FROM_SIGHT,
    root: {
      position: 'relative',
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
  }),
  { name: 'GitlabTokensOperationProgress' },
);

function Parked(props: { operation: Operation; now: Date }) {
  const { operation, now } = props;
  const words = useWords();
  const { parked, notBefore } = operation;
  if (!parked) {
    return null;
  }
  const stage = presentStage(operation)?.stage;
  const { t, formats } = words;
  return (
    <Notice
      tone="error"
      title={t('operation.parkedTitle', {
        stage: stage ? stageWords(stage, operation, { words, now }) : '',
      })}
    >
      <ProblemText problem={parked}>
        {parked.code !== 'VALUE_LOST' && (
          <Typography variant="body2">{t('operation.parkedSafe')}</Typography>
        )}
      </ProblemText>
      {notBefore && (
        <Typography variant="body2">
          {t('operation.goesOnAt', { instant: formats.instant(notBefore) })}
        </Typography>
      )}
    </Notice>
  );
}

/** How far an operation has come, why it stands still, or how it ended; read out once per step. */
export function OperationProgress(props: { operation: Operation; now: Date }) {
  const { operation, now } = props;
  const classes = useStyles();
  const words = useWords();
  return (
    <div className={classes.root}>
      <div role="status" aria-live="polite" className={classes.announcement}>
        {announcement(operation, { words, now })}
      </div>
      {isEnded(operation) && (
        <Notice tone={operation.step === 'done' ? 'good' : 'neutral'}>
          <Typography variant="body1">
            {resultSentence(operation, words.t)}
          </Typography>
        </Notice>
      )}
      <Parked operation={operation} now={now} />
      <OperationStages operation={operation} now={now} />
    </div>
  );
}
