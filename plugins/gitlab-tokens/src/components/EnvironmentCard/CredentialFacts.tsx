import { makeStyles } from '@material-ui/core/styles';
import {
  Environment,
  ownerTypeOf,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { credentialOf, Fact as KnownFact } from '../../model/credential';
import { kindWord, roleWord } from '../../words/Words';
import { Fact, FactList, OneLine } from '../FactList';

const useStyles = makeStyles(
  theme => ({
    declared: {
      marginLeft: theme.spacing(0.75),
      color: theme.palette.text.secondary,
      fontStyle: 'italic',
    },
  }),
  { name: 'GitlabTokensCredentialFacts' },
);

function Declared() {
  const classes = useStyles();
  const { t } = useWords();
  return (
    <span className={classes.declared} title={t('credential.declaredHint')}>
      ({t('credential.declared')})
    </span>
  );
}

/** What a credential is: GitLab's host, kind, name, owner, role and last use. Roles are none of a user's tokens. */
export function CredentialFacts(props: {
  environment: Environment;
  now: Date;
}) {
  const { environment, now } = props;
  const { t, formats } = useWords();
  const { kind, name, owner, role, username } = credentialOf(environment);
  const isUsers = kind !== null && ownerTypeOf(kind.value) === 'user';
  const lastUsedAt = environment.observed?.lastUsedAt;
  const row = <T,>(
    label: string,
    fact: KnownFact<T> | null,
    text: (value: T) => string,
  ) => (
    <Fact label={label}>
      {fact ? text(fact.value) : t('credential.notKnown')}
      {fact?.declared && <Declared />}
    </Fact>
  );
  return (
    <FactList>
      <Fact label={t('credential.host')}>
        {environment.host ?? t('credential.notKnown')}
      </Fact>
      {row(t('credential.kind'), kind, value => kindWord(value, t))}
      {row(t('credential.name'), name, value => value)}
      {row(
        t('credential.owner'),
        owner,
        value => value.path ?? t('credential.notKnown'),
      )}
      {username && !isUsers && (
        <Fact label={t('credential.actsAs')}>
          <OneLine text={username} />
        </Fact>
      )}
      {!isUsers && row(t('credential.role'), role, value => roleWord(value, t))}
      <Fact label={t('credential.file')}>{environment.file}</Fact>
      {environment.observed && (
        <Fact label={t('credential.lastUsed')}>
          {lastUsedAt ? (
            <time dateTime={lastUsedAt} title={formats.instant(lastUsedAt)}>
              {formats.ago(lastUsedAt, now)}
            </time>
          ) : (
            t('credential.neverUsed')
          )}
        </Fact>
      )}
    </FactList>
  );
}
