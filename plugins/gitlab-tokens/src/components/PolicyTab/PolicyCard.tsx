import { useRouteRef } from '@backstage/core-plugin-api';
import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo } from 'react';
import { TokensSurveyState } from '../../hooks/useTokensSurvey';
import { useWords } from '../../hooks/useWords';
import { breakingTokens, credentialBreaches } from '../../model/policyBreaches';
import { environmentsRouteRef, tokensRouteRef } from '../../routes';
import { kindWord } from '../../words/Words';
import { LabelledSection } from '../LabelledSection';
import { BreachBadge } from './BreachBadge';
import { BreachEntry, BreachList } from './BreachList';
import { PolicyRules } from './PolicyRules';

const useStyles = makeStyles(
  theme => ({
    card: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      padding: theme.spacing(2.5),
      fontFamily: theme.typography.fontFamily,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
    },
    title: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
    parts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      gap: theme.spacing(2),
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
        gap: theme.spacing(4),
      },
    },
  }),
  { name: 'GitlabTokensPolicyCard' },
);

function useEntries(
  environment: Environment,
  survey: TokensSurveyState,
): BreachEntry[] {
  const { t } = useWords();
  const environmentsPath = useRouteRef(environmentsRouteRef)();
  const tokensPath = useRouteRef(tokensRouteRef)();
  return useMemo(() => {
    const breaches = credentialBreaches(environment);
    const tokens = survey.status === 'loaded' ? survey.survey.tokens : [];
    const credential: BreachEntry = {
      key: 'credential',
      name: t('policy.credential', { name: environment.observed?.name ?? '' }),
      detail: null,
      path: `${environmentsPath}?environment=${encodeURIComponent(
        environment.name,
      )}`,
      breaches,
    };
    return [
      ...(breaches.length > 0 ? [credential] : []),
      ...breakingTokens(tokens, environment).map(({ token, ...rest }) => ({
        key: token.ref,
        name: token.name,
        detail: [kindWord(token.kind, t), token.owner.path]
          .filter(part => part !== null)
          .join(' · '),
        path: `${tokensPath}?token=${encodeURIComponent(token.ref)}`,
        ...rest,
      })),
    ];
  }, [environment, survey, environmentsPath, tokensPath, t]);
}

/** How many break the policy, or that none does, as far as the tokens are known. */
function Verdict(props: { count: number; survey: TokensSurveyState }) {
  const { count, survey } = props;
  const { t, formats } = useWords();
  const verdict = () => {
    if (count > 0) {
      return t('policy.count', { count, total: formats.count(count) });
    }
    return survey.status === 'loaded' && survey.survey.isComplete
      ? t('policy.none')
      : t('policy.noneOfSurveyed');
  };
  return survey.status === 'loading' ? (
    <div role="status" aria-busy aria-label={t('policy.loading')}>
      <Skeleton width="40%" />
    </div>
  ) : (
    <Typography variant="body2">{verdict()}</Typography>
  );
}

/** The policy of an environment and who breaks it. */
export function PolicyCard(props: {
  environment: Environment;
  survey: TokensSurveyState;
}) {
  const { environment, survey } = props;
  const classes = useStyles();
  const { t } = useWords();
  const entries = useEntries(environment, survey);
  const id = `policy-${environment.name}`;
  return (
    <Card
      component="article"
      aria-labelledby={`${id}-title`}
      className={classes.card}
    >
      <div className={classes.head}>
        <Typography
          id={`${id}-title`}
          variant="h6"
          component="h2"
          className={classes.title}
        >
          {environment.title}
        </Typography>
        <BreachBadge entries={entries} survey={survey} />
      </div>
      <div className={classes.parts}>
        <PolicyRules policy={environment.policy} />
        <LabelledSection id={`${id}-breaches`} label={t('policy.breaches')}>
          <Verdict count={entries.length} survey={survey} />
          {entries.length > 0 && (
            <BreachList entries={entries} labelledBy={`${id}-breaches`} />
          )}
        </LabelledSection>
      </div>
    </Card>
  );
}
