import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import AddCircleOutlineIcon from '@material-ui/icons/AddCircleOutline';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { useWords } from '../../hooks/useWords';
import { MarkedScope } from '../../model/scopes';
import { colourOf } from '../tones';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    chip: {
      margin: 0,
      maxWidth: '100%',
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      color: theme.palette.text.primary,
    },
    granted: {},
    declared: { borderStyle: 'dashed' },
    missing: {
      borderStyle: 'dashed',
      borderColor: colourOf('error', theme),
      '& svg': { color: colourOf('error', theme) },
    },
    surplus: {
      borderColor: colourOf('warning', theme),
      '& svg': { color: colourOf('warning', theme) },
    },
    mark: {
      fontFamily: theme.typography.fontFamily,
      fontWeight: 700,
    },
  }),
  { name: 'GitlabTokensScopeChips' },
);

const ICONS = {
  granted: undefined,
  declared: undefined,
  missing: <ErrorOutlineIcon aria-hidden />,
  surplus: <AddCircleOutlineIcon aria-hidden />,
};

/** What is shown and what is not, where not all are; marked ones are shown first. */
function split(scopes: MarkedScope[], most: number | undefined) {
  const rank = ({ mark }: MarkedScope) => Number(mark === 'granted');
  const first = [...scopes].sort((a, b) => rank(a) - rank(b));
  return most === undefined || scopes.length <= most
    ? [scopes, []]
    : [first.slice(0, most), first.slice(most)];
}

/**
 * The scopes of a token as chips; missing and surplus ones carry an icon and a word.
 *
 * @param props - `most`: how many are shown; a chip says how many more there are, and which
 */
export function ScopeChips(props: {
  scopes: MarkedScope[];
  labelledBy: string;
  most?: number;
}) {
  const { scopes, labelledBy, most } = props;
  const classes = useStyles();
  const { t, formats } = useWords();
  const [shown, more] = split(scopes, most);
  if (scopes.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('credential.noScopes')}
      </Typography>
    );
  }
  return (
    <ul className={classes.list} aria-labelledby={labelledBy}>
      {shown.map(({ scope, mark }) => (
        <li key={scope} aria-label={t(`scope.${mark}`, { scope })}>
          <Chip
            size="small"
            variant="outlined"
            className={`${classes.chip} ${classes[mark]}`}
            icon={ICONS[mark]}
            label={
              mark === 'missing' || mark === 'surplus' ? (
                <>
                  {scope}{' '}
                  <span className={classes.mark}>{t(`scope.${mark}Mark`)}</span>
                </>
              ) : (
                scope
              )
            }
          />
        </li>
      ))}
      {more.length > 0 && (
        <li
          aria-label={t('scope.more', {
            scopes: formats.list(more.map(({ scope }) => scope)),
          })}
        >
          <Chip
            size="small"
            variant="outlined"
            className={classes.chip}
            title={more.map(({ scope }) => scope).join(', ')}
            label={`+${formats.count(more.length)}`}
          />
        </li>
      )}
    </ul>
  );
}
