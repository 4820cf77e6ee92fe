import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Words } from '../../words/Words';

const useStyles = makeStyles(
  theme => ({
    name: { minWidth: 168, overflowWrap: 'anywhere' },
    open: {
      textAlign: 'left',
      fontSize: 'inherit',
      fontWeight: 700,
    },
    detail: { display: 'block', color: theme.palette.text.secondary },
  }),
  { name: 'GitlabTokensTokenName' },
);

/** The name of a token, which opens its details, where it is listed, and whose credential it is. */
export function TokenName(props: {
  token: ManagedToken;
  /** Where it is listed: the title of its environment, unless that goes without saying. */
  place: string | undefined;
  words: Words;
  onOpen: (ref: string) => void;
}) {
  const { token, place, words, onOpen } = props;
  const classes = useStyles();
  const { t, formats } = words;
  const credential =
    token.credentialOf.length > 0 &&
    t('tokens.credentialOf', {
      environments: formats.list(token.credentialOf),
    });
  const details = [place, credential].filter(Boolean);
  return (
    <div className={classes.name}>
      <Link
        component="button"
        type="button"
        className={classes.open}
        aria-label={t('tokens.detailsOf', { name: token.name })}
        onClick={() => onOpen(token.ref)}
      >
        {token.name}
      </Link>
      {details.length > 0 && (
        <span className={classes.detail}>{details.join(' · ')}</span>
      )}
    </div>
  );
}
