import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';
import { PlanRefusal } from '../../model/planRefusal';
import { refusalWords } from '../../words/violations';
import { BlockerList } from './BlockerList';
import { Notice } from './Notice';

/** Why the backend refused something, with the way on where there is one. */
export function RefusalNotice(props: {
  refusal: PlanRefusal;
  /** The permission that the refused request takes. */
  permission: { name: string };
  /** It was a request that changes something. */
  mayHaveStarted?: boolean;
  onFollow?: (operationId: string) => void;
  onAgain?: () => void;
}) {
  const { refusal, permission, mayHaveStarted, onFollow, onAgain } = props;
  const words = useWords();
  if (refusal.kind === 'blocked') {
    return <BlockerList blockers={refusal.blockers} />;
  }
  const options = { permission: permission.name, mayHaveStarted };
  return (
    <Notice tone={refusal.kind === 'underWay' ? 'warning' : 'error'} alert>
      <Typography variant="body2">
        {refusalWords(refusal, options, words)}
      </Typography>
      {refusal.kind === 'underWay' && onFollow && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => onFollow(refusal.operationId)}
        >
          {words.t('refusal.follow')}
        </Button>
      )}
      {refusal.kind === 'unanswered' && onAgain && (
        <Button size="small" variant="outlined" onClick={onAgain}>
          {words.t('refusal.again')}
        </Button>
      )}
    </Notice>
  );
}
