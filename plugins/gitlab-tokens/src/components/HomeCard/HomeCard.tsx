import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useEnvironments } from '../../hooks/useEnvironments';
import { useWords } from '../../hooks/useWords';
import { worstEnvironment } from '../../model/worstEnvironment';
import { environmentsRouteRef } from '../../routes';
import { failureWords } from '../../words/failures';
import { attentionSentence, nextExpirySentence } from '../../words/summary';
import { AttentionBadge } from '../AttentionBadge';
import { StateBadge } from '../StateBadge';

const useStyles = makeStyles(
  theme => ({
    content: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      fontFamily: theme.typography.fontFamily,
      overflowWrap: 'anywhere',
    },
    worst: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    name: { ...theme.typography.subtitle1, fontWeight: 700 },
    // A home page gives the card the same height on a telephone
    sentence: { [theme.breakpoints.down('xs')]: theme.typography.body2 },
  }),
  { name: 'GitlabTokensHomeCard' },
);

function Summary(props: { environments: readonly Environment[] }) {
  const { environments } = props;
  const classes = useStyles();
  const words = useWords();
  const path = useRouteRef(environmentsRouteRef)();
  const worst = worstEnvironment(environments);
  if (!worst) {
    return (
      <Typography variant="body1">
        {words.t('entity.noEnvironments')}
      </Typography>
    );
  }
  return (
    <>
      <div className={classes.worst}>
        <Link
          className={classes.name}
          to={`${path}?environment=${encodeURIComponent(worst.name)}`}
          aria-label={words.t('home.details', { environment: worst.title })}
        >
          {worst.title}
        </Link>
        <StateBadge environment={worst} />
        <AttentionBadge environment={worst} />
      </div>
      <Typography variant="body1" className={classes.sentence}>
        {attentionSentence(environments, words)}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {nextExpirySentence(environments, words)}
      </Typography>
    </>
  );
}

/** The content of the card for the home page: the worst state of all environments, and the next expiry. */
export function HomeCard() {
  const classes = useStyles();
  const { t } = useWords();
  const { state } = useEnvironments();
  const body = () => {
    switch (state.status) {
      case 'loading':
        return (
          <div role="status" aria-busy aria-label={t('home.loading')}>
            <Skeleton width="50%" height={32} />
            <Skeleton />
            <Skeleton />
          </div>
        );
      case 'failed': {
        const { title, what, action } = failureWords(state.failure, t);
        return (
          <div role="alert">
            <Typography variant="body1">
              <strong>{title}</strong>
            </Typography>
            <Typography variant="body2">{`${what} ${action}`}</Typography>
          </div>
        );
      }
      default:
        return <Summary environments={state.environments} />;
    }
  };
  return <div className={classes.content}>{body()}</div>;
}
