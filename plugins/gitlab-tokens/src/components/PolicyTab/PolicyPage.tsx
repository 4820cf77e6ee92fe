import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useEnvironments } from '../../hooks/useEnvironments';
import {
  MOST_SURVEYED,
  TokensSurveyState,
  useTokensSurvey,
} from '../../hooks/useTokensSurvey';
import { useWords } from '../../hooks/useWords';
import { tokensFailureWords } from '../../words/tokens';
import { LoadedEnvironments } from '../EnvironmentsPage/LoadedEnvironments';
import { useToneStyles } from '../tones';
import { PolicyCard } from './PolicyCard';
import { PolicySkeleton } from './PolicySkeleton';

const useStyles = makeStyles(
  theme => ({
    page: { display: 'flex', flexDirection: 'column', gap: theme.spacing(3) },
    notice: {
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GitlabTokensPolicyPage' },
);

/** That not all tokens are judged, and why. */
function SurveyNotice(props: { state: TokensSurveyState }) {
  const { state } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const { t, formats } = useWords();
  if (state.status === 'failed') {
    const { what, action } = tokensFailureWords(state.failure, t);
    return (
      <div role="alert" className={`${classes.notice} ${tones.warning}`}>
        <Typography variant="body2">
          {t('policy.tokensFailed', { reason: `${what} ${action}` })}
        </Typography>
      </div>
    );
  }
  if (state.status === 'loading' || state.survey.isComplete) {
    return null;
  }
  return (
    <div role="status" className={`${classes.notice} ${tones.warning}`}>
      <Typography variant="body2">
        {t('policy.bounded', { most: formats.count(MOST_SURVEYED) })}
      </Typography>
    </div>
  );
}

/** The tab *Policy*, without the page around it. */
export function PolicyPage() {
  const classes = useStyles();
  const { state, load } = useEnvironments();
  const { state: survey } = useTokensSurvey();
  return (
    <LoadedEnvironments
      state={state}
      onRetry={load}
      skeleton={<PolicySkeleton />}
    >
      {({ environments }) => (
        <div className={classes.page}>
          <SurveyNotice state={survey} />
          {environments.map(environment => (
            <PolicyCard
              key={environment.name}
              environment={environment}
              survey={survey}
            />
          ))}
        </div>
      )}
    </LoadedEnvironments>
  );
}
