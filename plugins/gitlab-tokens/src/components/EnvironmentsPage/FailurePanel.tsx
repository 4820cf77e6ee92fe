import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import LockIcon from '@material-ui/icons/Lock';
import ReportProblemIcon from '@material-ui/icons/ReportProblem';
import { useWords } from '../../hooks/useWords';
import { Failure } from '../../model/failure';
import { FailureWords, failureWords } from '../../words/failures';
import { colourOf } from '../tones';

const useStyles = makeStyles(
  theme => ({
    panel: {
      display: 'flex',
      flexDirection: 'row',
      gap: theme.spacing(2),
      padding: theme.spacing(3),
      overflowWrap: 'anywhere',
    },
    error: { color: colourOf('error', theme) },
    neutral: { color: colourOf('neutral', theme) },
    retry: { marginTop: theme.spacing(2) },
  }),
  { name: 'GitlabTokensFailurePanel' },
);

/** Instead of the environments, or of what `words` speak of: why they cannot be shown, and what to do. */
export function FailurePanel(props: {
  failure: Failure;
  words?: FailureWords;
  retrying: boolean;
  onRetry: () => void;
}) {
  const { failure, retrying, onRetry } = props;
  const classes = useStyles();
  const { t } = useWords();
  const { title, what, action } = props.words ?? failureWords(failure, t);
  const isForbidden = failure.kind === 'forbidden';
  const Icon = isForbidden ? LockIcon : ReportProblemIcon;
  return (
    <Card role="alert" className={classes.panel}>
      <Icon
        aria-hidden
        className={isForbidden ? classes.neutral : classes.error}
      />
      <div>
        <Typography variant="h5" component="h2">
          {title}
        </Typography>
        <Typography variant="body1">{what}</Typography>
        <Typography variant="body1">{action}</Typography>
        <Button
          variant="outlined"
          className={classes.retry}
          aria-disabled={retrying}
          onClick={() => !retrying && onRetry()}
        >
          {t('failure.retry')}
        </Button>
      </div>
    </Card>
  );
}
