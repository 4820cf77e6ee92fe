import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  Environment,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { hasRole } from '../../words/tokens';
import { kindWord, roleWord } from '../../words/Words';
import { Fact, FactList, OneLine } from '../FactList';

const useStyles = makeStyles(
  { credential: { display: 'block' } },
  { name: 'GitlabTokensTokenFacts' },
);

function Instant(props: { at: string; now: Date }) {
  const { at, now } = props;
  const { formats } = useWords();
  return (
    <time dateTime={at} title={formats.instant(at)}>
      {formats.ago(at, now)}
    </time>
  );
}

/** What GitLab says about a token, and what the portal knows of it. */
export function TokenFacts(props: {
  token: ManagedToken;
  environments: readonly Environment[];
  environmentsPath: string;
  now: Date;
}) {
  const { token, environments, environmentsPath, now } = props;
  const classes = useStyles();
  const { t, formats } = useWords();
  const unknown = t('tokens.notKnown');
  const titleOf = (name: string) =>
    environments.find(each => each.name === name)?.title ?? name;
  const role = token.role ? roleWord(token.role, t) : unknown;
  return (
    <FactList>
      {token.description && (
        <Fact label={t('tokenDetails.description')}>{token.description}</Fact>
      )}
      <Fact label={t('tokenDetails.environment')}>
        {titleOf(token.environment)}
      </Fact>
      <Fact label={t('credential.kind')}>{kindWord(token.kind, t)}</Fact>
      <Fact label={t('credential.owner')}>{token.owner.path ?? unknown}</Fact>
      {hasRole(token.kind) && <Fact label={t('credential.role')}>{role}</Fact>}
      {token.username && (
        <Fact label={t('tokenDetails.username')}>
          <OneLine text={token.username} />
        </Fact>
      )}
      <Fact label={t('tokenDetails.tokenId')}>{token.tokenId}</Fact>
      <Fact label={t('tokenDetails.created')}>
        {token.createdAt ? <Instant at={token.createdAt} now={now} /> : unknown}
      </Fact>
      <Fact label={t('credential.lastUsed')}>
        {token.lastUsedAt ? (
          <Instant at={token.lastUsedAt} now={now} />
        ) : (
          t('credential.neverUsed')
        )}
      </Fact>
      {token.credentialOf.length > 0 && (
        <Fact label={t('tokenDetails.credentialOf')}>
          {token.credentialOf.map(name => (
            <Link
              key={name}
              className={classes.credential}
              to={`${environmentsPath}?environment=${encodeURIComponent(name)}`}
            >
              {titleOf(name)}
            </Link>
          ))}
        </Fact>
      )}
      {token.entityOwners.length > 0 && (
        <Fact label={t('tokenDetails.entityOwners')}>
          {formats.list(token.entityOwners)}
        </Fact>
      )}
      <Fact label={t('tokenDetails.observed')}>
        <Instant at={token.observedAt} now={now} />
      </Fact>
    </FactList>
  );
}
