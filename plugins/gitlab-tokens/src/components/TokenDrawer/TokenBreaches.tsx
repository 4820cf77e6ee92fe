import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { breachesOf } from '../../model/policyBreaches';
import { breachSentence } from '../../words/policy';
import { LabelledSection } from '../LabelledSection';

const useStyles = makeStyles(
  theme => ({ list: { margin: 0, paddingLeft: theme.spacing(2.5) } }),
  { name: 'GitlabTokensTokenBreaches' },
);

/** How an active token breaks the policy of its environment; nothing where it keeps it. */
export function TokenBreaches(props: {
  token: ManagedToken;
  environment: Environment;
}) {
  const { token, environment } = props;
  const classes = useStyles();
  const words = useWords();
  const breaches = breachesOf(token, environment.policy);
  if (token.state !== 'active' || breaches.length === 0) {
    return null;
  }
  return (
    <LabelledSection
      id="gitlab-tokens-details-breaches"
      label={words.t('tokenDetails.breaches')}
    >
      <ul
        className={classes.list}
        aria-labelledby="gitlab-tokens-details-breaches"
      >
        {breaches.map(breach => (
          <li key={breach.code}>
            <Typography variant="body2">
              {breachSentence(breach, words)}
            </Typography>
          </li>
        ))}
      </ul>
    </LabelledSection>
  );
}
