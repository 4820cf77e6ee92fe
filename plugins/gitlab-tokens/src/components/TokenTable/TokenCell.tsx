import { makeStyles } from '@material-ui/core/styles';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { forbiddenScopes } from '../../model/policyBreaches';
import { TokenColumn } from '../../model/tokenColumns';
import { expiryDistance, hasRole, tokenSubject } from '../../words/tokens';
import { kindWord, neverHappens, roleWord, Words } from '../../words/Words';
import { ScopeChips } from '../EnvironmentCard/ScopeChips';
import { Path } from '../Path';
import { StateBadge } from '../StateBadge';

const useStyles = makeStyles(
  theme => ({
    detail: { display: 'block', color: theme.palette.text.secondary },
    scopes: { minWidth: 180 },
    expiry: { whiteSpace: 'nowrap' },
    // Two lines of these, and not three
    kind: { minWidth: 100 },
    // A word of Japanese would else be broken between any two letters
    role: { wordBreak: 'keep-all' },
    instant: { display: 'block', minWidth: 76 },
    owner: { minWidth: 110, overflowWrap: 'anywhere' },
  }),
  { name: 'GitlabTokensTokenCell' },
);

/** The id of a column's header, by which its cells are labelled. */
export function headerId(column: string): string {
  return `gitlab-tokens-column-${column}`;
}

function Instant(props: { at: string; now: Date; words: Words }) {
  const { at, now, words } = props;
  const classes = useStyles();
  return (
    <time
      className={classes.instant}
      dateTime={at}
      title={words.formats.instant(at)}
    >
      {words.formats.ago(at, now)}
    </time>
  );
}

function Expiry(props: { token: ManagedToken; words: Words }) {
  const { token, words } = props;
  const classes = useStyles();
  const distance = expiryDistance(token, words);
  if (token.expiresAt === null) {
    return <>{words.t('tokens.never')}</>;
  }
  return (
    <div className={classes.expiry}>
      <time dateTime={token.expiresAt}>{token.expiresAt}</time>
      {distance && <span className={classes.detail}>{distance}</span>}
    </div>
  );
}

/** What a column says about a token. It is given the words: to look them up in each of a thousand cells takes long. */
export function TokenCell(props: {
  column: TokenColumn;
  token: ManagedToken;
  environment: Environment | undefined;
  now: Date;
  words: Words;
}) {
  const { column, token, environment, now, words } = props;
  const classes = useStyles();
  const { t } = words;
  switch (column) {
    case 'kind':
      return <div className={classes.kind}>{kindWord(token.kind, t)}</div>;
    case 'owner':
      return (
        <div className={classes.owner}>
          {token.owner.path === null ? (
            t('tokens.notKnown')
          ) : (
            <Path path={token.owner.path} />
          )}
        </div>
      );
    case 'role':
      if (token.role) {
        return <div className={classes.role}>{roleWord(token.role, t)}</div>;
      }
      return (
        <>{hasRole(token.kind) ? t('tokens.notKnown') : t('tokens.noRole')}</>
      );
    case 'scopes': {
      const forbidden = forbiddenScopes(
        token.scopes,
        environment?.policy ?? {},
      );
      return (
        <div className={classes.scopes}>
          <ScopeChips
            scopes={token.scopes.map(scope => ({
              scope,
              mark: forbidden.includes(scope) ? 'surplus' : 'granted',
            }))}
            labelledBy={headerId(column)}
            most={2}
          />
        </div>
      );
    }
    case 'state':
      return <StateBadge environment={tokenSubject(token, environment)} />;
    case 'expiresAt':
      return <Expiry token={token} words={words} />;
    case 'lastUsedAt':
      return token.lastUsedAt ? (
        <Instant at={token.lastUsedAt} now={now} words={words} />
      ) : (
        <>{t('tokens.never')}</>
      );
    case 'createdAt':
      return token.createdAt ? (
        <Instant at={token.createdAt} now={now} words={words} />
      ) : (
        <>{t('tokens.notKnown')}</>
      );
    case 'username':
      return <>{token.username ?? t('tokens.notKnown')}</>;
    case 'tokenId':
      return <>{token.tokenId}</>;
    default:
      return neverHappens(column);
  }
}
