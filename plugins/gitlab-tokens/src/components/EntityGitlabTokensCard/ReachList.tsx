import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useEnvironments } from '../../hooks/useEnvironments';
import { useWords } from '../../hooks/useWords';
import { GitlabTarget } from '../../model/gitlabTarget';
import { failureWords } from '../../words/failures';
import { ReachRow } from './ReachRow';

const useStyles = makeStyles(
  theme => ({
    rows: { margin: 0, padding: 0, listStyle: 'none' },
    note: { padding: theme.spacing(2, 0) },
  }),
  { name: 'GitlabTokensReachList' },
);

/** Every environment, with whether its credential reaches the project or group. */
export function ReachList(props: {
  target: GitlabTarget;
  environmentsPath: string;
}) {
  const { target, environmentsPath } = props;
  const classes = useStyles();
  const { t } = useWords();
  const { state } = useEnvironments();
  if (state.status === 'loading') {
    return (
      <div
        className={classes.note}
        role="status"
        aria-label={t('entity.loading')}
      >
        <Skeleton height={32} />
        <Skeleton height={32} />
        <Skeleton height={32} />
      </div>
    );
  }
  if (state.status === 'failed') {
    const { title, what, action } = failureWords(state.failure, t);
    return (
      <div className={classes.note} role="alert">
        <Typography variant="body1">
          <strong>{title}</strong>
        </Typography>
        <Typography variant="body2">{`${what} ${action}`}</Typography>
      </div>
    );
  }
  if (state.environments.length === 0) {
    return (
      <Typography variant="body1" className={classes.note}>
        {t('entity.noEnvironments')}
      </Typography>
    );
  }
  return (
    <ul className={classes.rows}>
      {state.environments.map(environment => (
        <ReachRow
          key={environment.name}
          environment={environment}
          target={target}
          environmentsPath={environmentsPath}
        />
      ))}
    </ul>
  );
}
