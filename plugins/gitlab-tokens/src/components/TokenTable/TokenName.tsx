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
    credential: { display: 'block', color: theme.palette.text.secondary },
  }),
  { name: 'GitlabTokensTokenName' },
);

/** The name of a token, which opens its details, and whose credential it is. */
export function TokenName(props: {
  token: ManagedToken;
  words: Words;
  onOpen: (ref: string) => void;
}) {
  const { token, words, onOpen } = props;
  const classes = useStyles();
  const { t, formats } = words;
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
      {token.credentialOf.length > 0 && (
        <span className={classes.credential}>
          {t('tokens.credentialOf', {
            environments: formats.list(token.credentialOf),
          })}
        </span>
      )}
    </div>
  );
}
