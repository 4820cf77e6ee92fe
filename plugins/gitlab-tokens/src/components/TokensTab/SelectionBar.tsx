import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useWords } from '../../hooks/useWords';
import { TokensSelection } from '../../hooks/useTokensSelection';
import { useToneStyles } from '../tones';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1, 1.5),
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'GitlabTokensSelectionBar' },
);

/** The backend revokes so many with one request. */
const MOST_REVOKED = 500;

/** How many tokens are ticked, and what can be done with all of them. */
export function SelectionBar(props: {
  selection: TokensSelection;
  onRevoke: () => void;
}) {
  const { selection, onRevoke } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const { t, formats } = useWords();
  const count = selection.tokens.length;
  if (count === 0) {
    return null;
  }
  const areTooMany = count > MOST_REVOKED;
  return (
    <div className={`${classes.bar} ${tones.neutral}`}>
      <Typography variant="body2" role="status">
        {t('tokens.selected', { count })}
        {areTooMany &&
          ` ${t('tokens.tooMany', { most: formats.count(MOST_REVOKED) })}`}
      </Typography>
      <Button
        size="small"
        variant="outlined"
        aria-disabled={areTooMany}
        onClick={() => !areTooMany && onRevoke()}
      >
        {t('tokens.revokeSelected')}
      </Button>
      <Button size="small" onClick={selection.clear}>
        {t('tokens.clearSelection')}
      </Button>
    </div>
  );
}
