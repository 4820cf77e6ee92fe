import { Link } from '@backstage/core-components';
import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import {
  Environment,
  Operation,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useEffect, useRef } from 'react';
import { useWords } from '../../hooks/useWords';
import { hasExpiry, stateNeedsWords } from '../../model/attention';
import { markedScopes } from '../../model/scopes';
import { settingsUrl } from '../../model/settingsUrl';
import { LabelledSection } from '../LabelledSection';
import { CardActions } from './CardActions';
import { CredentialFacts } from './CredentialFacts';
import { EnvironmentCardHeader } from './EnvironmentCardHeader';
import { ExpiryMeter } from './ExpiryMeter';
import { FindingList } from './FindingList';
import { InspectionAge } from './InspectionAge';
import { ScopeChips } from './ScopeChips';
import { StateNotice } from './StateNotice';

const useStyles = makeStyles(
  theme => ({
    card: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      height: '100%',
      fontFamily: theme.typography.fontFamily,
      padding: theme.spacing(2.5),
      scrollMarginTop: theme.spacing(3),
      '&:focus': { outline: 'none' },
    },
    highlighted: { boxShadow: `0 0 0 3px ${theme.palette.primary.main}` },
    footer: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0.5, 2),
      paddingTop: theme.spacing(1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'GitlabTokensEnvironmentCard' },
);

/** Brings the card into view, also for those who cannot see it, once it is the one that was asked for. */
function useRevealed(highlighted: boolean) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (highlighted) {
      card.current?.focus({ preventScroll: true });
      // Some browsers' test environments do not scroll
      card.current?.scrollIntoView?.({ block: 'start', behavior: 'smooth' });
    }
  }, [highlighted]);
  return card;
}

/** One environment: its credential, what is wrong with it, and what to do. */
export function EnvironmentCard(props: {
  environment: Environment;
  now: Date;
  highlighted: boolean;
  /** The operation on its credential that has not ended. */
  operation?: Operation;
  /** Something may have been done with its credential. */
  onChanged: () => void;
}) {
  const { environment, now, highlighted, operation, onChanged } = props;
  const classes = useStyles();
  const { t } = useWords();
  const card = useRevealed(highlighted);
  const id = `environment-${environment.name}`;
  const gitlabUrl = settingsUrl(environment);
  const linkLabel = t('card.openSettingsOf', {
    environment: environment.title,
  });

  return (
    <Card
      id={id}
      ref={card}
      component="article"
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={`${classes.card} ${highlighted ? classes.highlighted : ''}`}
    >
      <EnvironmentCardHeader
        environment={environment}
        titleId={`${id}-title`}
      />
      {stateNeedsWords(environment) && (
        <StateNotice environment={environment} />
      )}
      {hasExpiry(environment) && <ExpiryMeter environment={environment} />}
      <CredentialFacts environment={environment} now={now} />
      <LabelledSection
        id={`${id}-scopes`}
        label={
          environment.observed
            ? t('credential.scopes')
            : t('credential.declaredScopes')
        }
      >
        <ScopeChips
          scopes={markedScopes(environment)}
          labelledBy={`${id}-scopes`}
        />
      </LabelledSection>
      {environment.findings.length > 0 && (
        <LabelledSection id={`${id}-findings`} label={t('card.findings')}>
          <FindingList
            environment={environment}
            labelledBy={`${id}-findings`}
          />
        </LabelledSection>
      )}
      <CardActions
        environment={environment}
        operation={operation}
        onChanged={onChanged}
      />
      <div className={classes.footer}>
        <InspectionAge environment={environment} now={now} />
        {gitlabUrl && (
          <Link to={gitlabUrl} externalLinkIcon aria-label={linkLabel}>
            {t('card.openSettings')}
          </Link>
        )}
      </div>
    </Card>
  );
}
