import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import RefreshIcon from '@material-ui/icons/Refresh';
import { EnvironmentsState } from '../../hooks/useEnvironments';
import { useWords } from '../../hooks/useWords';
import { latestInspection } from '../../model/attention';
import { failureWords } from '../../words/failures';
import { attentionSentence, nextExpirySentence } from '../../words/summary';
import { useToneStyles } from '../tones';

const useStyles = makeStyles(
  theme => ({
    toolbar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 3),
    },
    summary: { flex: '1 1 280px', minWidth: 0, overflowWrap: 'anywhere' },
    attention: { fontWeight: 700 },
    refresh: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    },
    // Reserved, so that nothing moves when the bar comes and goes
    progress: { height: 4, marginTop: theme.spacing(1) },
    failure: {
      marginTop: theme.spacing(1),
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'GitlabTokensEnvironmentsToolbar' },
);

type Loaded = Extract<EnvironmentsState, { status: 'loaded' }>;

function RefreshFailure(props: { loaded: Loaded }) {
  const { failure, loadedAt } = props.loaded;
  const classes = useStyles();
  const tones = useToneStyles();
  const words = useWords();
  if (!failure) {
    return null;
  }
  const { what, action } = failureWords(failure, words.t);
  const instant = words.formats.instant(loadedAt.toISOString());
  return (
    <div role="alert" className={`${classes.failure} ${tones.warning}`}>
      <Typography variant="body2">
        {words.t('refresh.failed', { instant })} {what} {action}
      </Typography>
    </div>
  );
}

/** What matters in two sentences, how old the data is, and the button that asks GitLab now. */
export function EnvironmentsToolbar(props: {
  loaded: Loaded;
  now: Date;
  onRefresh: () => void;
}) {
  const { loaded, now, onRefresh } = props;
  const { environments, pending } = loaded;
  const classes = useStyles();
  const words = useWords();
  const { t, formats } = words;
  const inspectedAt = latestInspection(environments);
  return (
    <div>
      <div className={classes.toolbar}>
        <div className={classes.summary} role="status">
          <Typography variant="body1" className={classes.attention}>
            {attentionSentence(environments, words)}
          </Typography>
          <Typography variant="body1">
            {nextExpirySentence(environments, words)}
          </Typography>
        </div>
        <div className={classes.refresh}>
          <Typography variant="body2">
            {inspectedAt
              ? t('refresh.inspected', { ago: formats.ago(inspectedAt, now) })
              : t('refresh.never')}
          </Typography>
          <Button
            variant="outlined"
            startIcon={<RefreshIcon />}
            title={t('refresh.hint')}
            // Not `disabled`: the keyboard's focus would be lost
            aria-disabled={pending}
            onClick={() => !pending && onRefresh()}
          >
            {t('refresh.button')}
          </Button>
        </div>
      </div>
      <div className={classes.progress}>
        {pending && <LinearProgress aria-label={t('refresh.running')} />}
      </div>
      <RefreshFailure loaded={loaded} />
    </div>
  );
}
