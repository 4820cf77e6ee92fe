import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { OperationPlan } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { placePhrase } from '../../words/operations';
import {
  callWords,
  consequenceWords,
  toneOfConsequence,
} from '../../words/plans';
import { Notice } from './Notice';
import { NewToken, OldToken } from './PlannedTokens';
import { PlanSection } from './PlanSection';

const useStyles = makeStyles(
  theme => ({
    plan: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li + li': { marginTop: theme.spacing(0.75) },
    },
    calls: {
      margin: theme.spacing(1, 0, 0),
      paddingLeft: theme.spacing(2.5),
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      fontSize: theme.typography.body2.fontSize,
      overflowWrap: 'anywhere',
    },
    summary: { ...theme.typography.body2, cursor: 'pointer' },
  }),
  { name: 'GitlabTokensPlanSummary' },
);

/** What follows from an operation, the gravest first as the backend has it. */
export function ConsequenceList(props: { plan: OperationPlan }) {
  const { plan } = props;
  const classes = useStyles();
  const words = useWords();
  return (
    <ul className={classes.list} aria-label={words.t('plan.consequences')}>
      {plan.consequences.map(consequence => (
        <li key={consequence}>
          <Notice tone={toneOfConsequence(consequence)}>
            <Typography variant="body2">
              {consequenceWords(consequence, plan, words)}
            </Typography>
          </Notice>
        </li>
      ))}
    </ul>
  );
}

/** A plan in words: what is made, what ends, what follows, where the value goes, and the requests behind it. */
export function PlanSummary(props: { plan: OperationPlan }) {
  const { plan } = props;
  const classes = useStyles();
  const { t } = useWords();
  return (
    <div className={classes.plan}>
      {plan.newToken && (
        <PlanSection label={t('plan.newToken')}>
          <NewToken token={plan.newToken} />
        </PlanSection>
      )}
      {plan.oldToken && (
        <PlanSection label={t('plan.oldToken')}>
          <OldToken token={plan.oldToken} />
        </PlanSection>
      )}
      {plan.consequences.length > 0 && (
        <PlanSection label={t('plan.consequences')}>
          <ConsequenceList plan={plan} />
        </PlanSection>
      )}
      {plan.deliveries.length > 0 && (
        <PlanSection label={t('plan.deliveries')}>
          <ul className={classes.list} aria-label={t('plan.deliveries')}>
            {plan.deliveries.map(delivery => (
              <li key={`${delivery.target} ${delivery.place}`}>
                <Typography variant="body2">
                  {placePhrase(delivery, t)}
                </Typography>
              </li>
            ))}
          </ul>
        </PlanSection>
      )}
      {plan.calls.length > 0 && (
        <details>
          <summary className={classes.summary}>{t('plan.calls')}</summary>
          <Typography variant="body2">{t('plan.callsHint')}</Typography>
          <ol className={classes.calls}>
            {plan.calls.map(call => (
              <li key={`${call.purpose} ${call.method} ${call.path}`}>
                {callWords(call, t)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
