import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useHelp } from '../../hooks/useHelp';
import { useWords } from '../../hooks/useWords';
import { actionForState } from '../../model/cardAction';
import { stateAdvice } from '../../words/advice';
import { stateWords, toneOfState } from '../../words/states';
import { ProblemText } from '../operations/ProblemText';
import { useToneStyles } from '../tones';

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
        <ProblemText problem={problem} context="inspection" />
      ) : (
        <Typography variant="body2">
          {stateAdvice(environment, help, words)}
        </Typography>
      )}
    </div>
  );
}
