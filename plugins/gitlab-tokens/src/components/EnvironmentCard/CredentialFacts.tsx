import { makeStyles } from '@material-ui/core/styles';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ReactNode } from 'react';
import { useWords } from '../../hooks/useWords';
import { credentialOf, Fact, ownerTypeOf } from '../../model/credential';
import { kindWord, roleWord } from '../../words/Words';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      columnGap: theme.spacing(2),
      rowGap: theme.spacing(0.5),
      margin: 0,
      ...theme.typography.body2,
    },
    label: { color: theme.palette.text.secondary },
    value: { margin: 0, overflowWrap: 'anywhere' },
    declared: {
      marginLeft: theme.spacing(0.75),
      color: theme.palette.text.secondary,
      fontStyle: 'italic',
    },
  }),
  { name: 'GitlabTokensCredentialFacts' },
);

function Row(props: {
  label: string;
  declared?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useWords();
  return (
    <>
      <dt className={classes.label}>{props.label}</dt>
      <dd className={classes.value}>
        {props.children}
        {props.declared && (
          <span
            className={classes.declared}
            title={t('credential.declaredHint')}
          >
            ({t('credential.declared')})
          </span>
        )}
      </dd>
    </>
  );
}

/** What a credential is: GitLab's host, kind, name, owner, role and last use. Roles are none of a user's tokens. */
export function CredentialFacts(props: {
  environment: Environment;
  now: Date;
}) {
  const { environment, now } = props;
  const classes = useStyles();
  const { t, formats } = useWords();
  const { kind, name, owner, role, username } = credentialOf(environment);
  const isUsers = kind !== null && ownerTypeOf(kind.value) === 'user';
  const lastUsedAt = environment.observed?.lastUsedAt;
  const row = <T,>(
    label: string,
    fact: Fact<T> | null,
    text: (value: T) => string,
  ) => (
    <Row label={label} declared={fact?.declared}>
      {fact ? text(fact.value) : t('credential.notKnown')}
    </Row>
  );
  return (
    <dl className={classes.facts}>
      <Row label={t('credential.host')}>
        {environment.host ?? t('credential.notKnown')}
      </Row>
      {row(t('credential.kind'), kind, value => kindWord(value, t))}
      {row(t('credential.name'), name, value => value)}
      {row(
        t('credential.owner'),
        owner,
        value => value.path ?? t('credential.notKnown'),
      )}
      {username && !isUsers && (
        <Row label={t('credential.actsAs')}>{username}</Row>
      )}
      {!isUsers && row(t('credential.role'), role, value => roleWord(value, t))}
      <Row label={t('credential.file')}>{environment.file}</Row>
      {environment.observed && (
        <Row label={t('credential.lastUsed')}>
          {lastUsedAt ? (
            <time dateTime={lastUsedAt} title={formats.instant(lastUsedAt)}>
              {formats.ago(lastUsedAt, now)}
            </time>
          ) : (
            t('credential.neverUsed')
          )}
        </Row>
      )}
    </dl>
  );
}
