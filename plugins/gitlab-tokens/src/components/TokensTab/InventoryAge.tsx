import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import RefreshIcon from '@material-ui/icons/Refresh';
import { InventoryOwner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokensOwnersState } from '../../hooks/useTokensOwners';
import { useWords } from '../../hooks/useWords';
import { oldestListing } from '../../model/tokenOwners';
import { failureWords } from '../../words/failures';
import { problemWords } from '../../words/problems';
import { OriginalText } from '../operations/ProblemText';
import { useToneStyles } from '../tones';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    problems: {
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius,
      overflowWrap: 'anywhere',
    },
    list: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'GitlabTokensInventoryAge' },
);

/** Why the tokens of one owner could not be listed. */
function OwnerProblem(props: InventoryOwner & { now: Date }) {
  const { environment, owner, listedAt, problem, now } = props;
  const words = useWords();
  const { t, formats } = words;
  const said = problem && problemWords(problem, words, 'listing');
  return (
    <li>
      <Typography variant="body2">
        <strong>
          {t('tokenOwners.owner', {
            owner: owner.path ?? t('tokens.notKnown'),
            environment,
          })}
        </strong>{' '}
        <span lang={said?.isEnglish ? 'en' : undefined}>
          {said?.what} {said?.action}
        </span>{' '}
        {listedAt
          ? t('tokenOwners.since', { ago: formats.ago(listedAt, now) })
          : t('tokenOwners.nothing')}
      </Typography>
      <OriginalText text={said?.original ?? null} />
    </li>
  );
}

/** The owners whose tokens could not be listed: why, what is shown instead, and what to do. */
export function OwnerProblems(props: {
  owners: readonly InventoryOwner[];
  now: Date;
}) {
  const { now } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useWords();
  const owners = props.owners.filter(({ problem }) => problem !== null);
  if (owners.length === 0) {
    return null;
  }
  return (
    <div role="alert" className={`${classes.problems} ${tones.warning}`}>
      <Typography variant="body2">
        <strong>{t('tokenOwners.problems', { count: owners.length })}</strong>
      </Typography>
      <ul className={classes.list}>
        {owners.map(owner => (
          <OwnerProblem
            key={`${owner.environment} ${owner.owner.type} ${owner.owner.id} ${owner.owner.path}`}
            {...owner}
            now={now}
          />
        ))}
      </ul>
    </div>
  );
}

/** How old the list is, and the button that asks the backend for it again. */
export function InventoryAge(props: {
  state: TokensOwnersState;
  now: Date;
  onReload: () => void;
}) {
  const { state, now, onReload } = props;
  const classes = useStyles();
  const { t, formats } = useWords();
  const ageWords = () => {
    switch (state.status) {
      case 'loading':
        return '';
      case 'failed':
        return t('tokenOwners.failed', {
          message: failureWords(state.failure, t).what,
        });
      default: {
        const at = oldestListing(state.owners);
        return at
          ? t('tokens.listed', { ago: formats.ago(at, now) })
          : t('tokens.neverListed');
      }
    }
  };
  return (
    <div className={classes.row}>
      <Typography variant="body2" title={t('tokens.listedHint')}>
        {ageWords()}
      </Typography>
      <Button
        variant="outlined"
        size="small"
        startIcon={<RefreshIcon />}
        onClick={onReload}
      >
        {t('tokens.refresh')}
      </Button>
    </div>
  );
}
