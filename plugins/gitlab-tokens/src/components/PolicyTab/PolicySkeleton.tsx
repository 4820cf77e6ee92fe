import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useWords } from '../../hooks/useWords';

const useStyles = makeStyles(
  theme => ({
    page: { display: 'flex', flexDirection: 'column', gap: theme.spacing(3) },
    card: { padding: theme.spacing(2.5) },
  }),
  { name: 'GitlabTokensPolicySkeleton' },
);

/** The shape of the page while the environments are on their way. */
export function PolicySkeleton() {
  const classes = useStyles();
  const { t } = useWords();
  return (
    <div
      className={classes.page}
      role="status"
      aria-busy
      aria-label={t('refresh.loading')}
    >
      {[0, 1, 2].map(card => (
        <Card key={card} className={classes.card}>
          <Skeleton width="30%" height={36} />
          {[0, 1, 2, 3, 4].map(line => (
            <Skeleton key={line} width={`${44 - line * 4}%`} />
          ))}
        </Card>
      ))}
    </div>
  );
}
