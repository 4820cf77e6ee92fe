import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';
import { PlanRefusal } from '../../model/planRefusal';
import { activityRouteRef } from '../../routes';
import { originalOf, refusalWords } from '../../words/violations';
import { BlockerList } from './BlockerList';
import { Notice } from './Notice';
import { OriginalText } from './ProblemText';

/** The way to the ledger; in another tab, because leaving the dialog would lose what was entered. */
function ActivityLink() {
  const path = useRouteRef(activityRouteRef)();
  const { t } = useWords();
  return (
    <Typography variant="body2">
      <Link to={path} target="_blank" rel="noopener">
        {t('refusal.openActivity')}
      </Link>
    </Typography>
  );
}

/** Why the backend refused something, with the way on where there is one. */
export function RefusalNotice(props: {
  refusal: PlanRefusal;
  /** The permission that the refused request takes. */
  permission: { name: string };
  /** It was a request that changes something. */
  mayHaveStarted?: boolean;
  onFollow?: (operationId: string) => void;
  /** Sends the same request again; not where a button beside it does. */
  onAgain?: () => void;
}) {
  const { refusal, permission, mayHaveStarted, onFollow, onAgain } = props;
  const words = useWords();
  const { kind } = refusal;
  if (kind === 'blocked') {
    return <BlockerList blockers={refusal.blockers} />;
  }
  const options = { permission: permission.name, mayHaveStarted };
  return (
    <Notice tone={kind === 'underWay' ? 'warning' : 'error'} alert>
      <Typography variant="body2">
        {refusalWords(refusal, options, words)}
      </Typography>
      <OriginalText text={originalOf(refusal)} />
      {kind === 'unanswered' && mayHaveStarted && <ActivityLink />}
      {kind === 'underWay' && onFollow && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => onFollow(refusal.operationId)}
        >
          {words.t('refusal.follow')}
        </Button>
      )}
      {(kind === 'unanswered' || kind === 'signedOut') && onAgain && (
        <Button size="small" variant="outlined" onClick={onAgain}>
          {words.t('refusal.again')}
        </Button>
      )}
    </Notice>
  );
}
