import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { stateWords, toneOfState } from '../../words/states';
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
  const { meaning, action } = stateWords(environment, useWords());
  return (
    <div className={`${classes.notice} ${tones[toneOfState(state)]}`}>
      <Typography variant="body2" className={classes.what}>
        {meaning}
      </Typography>
      {problem && <Typography variant="body2">{problem.message}</Typography>}
      <Typography variant="body2">{problem?.action ?? action}</Typography>
    </div>
  );
}
