import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useWords } from '../../hooks/useWords';
import { useOverviewStyles } from './EnvironmentsOverview';

const useStyles = makeStyles(
  theme => ({
    card: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(2.5),
    },
    timeline: { borderRadius: theme.shape.borderRadius },
  }),
  { name: 'GitlabTokensEnvironmentsSkeleton' },
);

/** The shape of the page while the environments are on their way. */
export function EnvironmentsSkeleton() {
  const overview = useOverviewStyles();
  const classes = useStyles();
  const { t } = useWords();
  return (
    <div
      className={overview.overview}
      role="status"
      aria-busy
      aria-label={t('refresh.loading')}
    >
      <div>
        <Skeleton width="60%" height={28} />
        <Skeleton width="35%" height={28} />
      </div>
      <Skeleton variant="rect" height={180} className={classes.timeline} />
      <div className={overview.cards}>
        {[0, 1, 2].map(card => (
          <Card key={card} className={classes.card}>
            <Skeleton width="50%" height={36} />
            <Skeleton height={24} />
            {[0, 1, 2, 3, 4].map(line => (
              <Skeleton key={line} width={`${80 - line * 9}%`} />
            ))}
            <Skeleton variant="rect" height={72} className={classes.timeline} />
          </Card>
        ))}
      </div>
    </div>
  );
}
