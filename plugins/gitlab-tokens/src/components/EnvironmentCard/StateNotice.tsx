import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { lazy, Suspense } from 'react';
import { useHelp } from '../../hooks/useHelp';
import { useWords } from '../../hooks/useWords';
import { actionForState } from '../../model/cardAction';
import { stateAdvice } from '../../words/advice';
import { stateWords, toneOfState } from '../../words/states';
import { useToneStyles } from '../tones';

// The words for every problem weigh more than a card, and most cards have none
const ProblemText = lazy(() =>
  import('../operations/ProblemText').then(module => ({
    default: module.ProblemText,
  })),
);

const useStyles = makeStyles(
  theme => ({
    notice: {
      padding: theme.spacing(1.25, 1.5),
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
    what: { fontWeight: 700 },
  }),
  { name: 'GitlabTokensStateNotice' },
);

/** Why a credential is in a state that GitLab's answer does not give, and what to do. */
export function StateNotice(props: { environment: Environment }) {
  const { environment } = props;
  const { problem, state } = environment;
  const classes = useStyles();
  const tones = useToneStyles();
  const words = useWords();
  const help = useHelp(environment)(actionForState(environment));
  return (
    <div className={`${classes.notice} ${tones[toneOfState(state)]}`}>
      <Typography variant="body2" className={classes.what}>
        {stateWords(environment, words).meaning}
      </Typography>
      {problem && help === 'byHand' ? (
        <Suspense fallback={<Skeleton />}>
          <ProblemText problem={problem} context="inspection" />
        </Suspense>
      ) : (
        <Typography variant="body2">
          {stateAdvice(environment, help, words)}
        </Typography>
      )}
    </div>
  );
}
