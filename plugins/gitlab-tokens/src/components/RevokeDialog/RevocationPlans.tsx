import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  PlanBlocker,
  RevocationPlanList,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { problemWords } from '../../words/problems';
import { Notice } from '../operations/Notice';
import { OldToken } from '../operations/PlannedTokens';
import { ConsequenceList } from '../operations/PlanSummary';
import { OriginalText } from '../operations/ProblemText';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      overflowWrap: 'anywhere',
      '& > li + li': {
        marginTop: theme.spacing(2),
        paddingTop: theme.spacing(2),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    after: { marginTop: theme.spacing(1) },
  }),
  { name: 'GitlabTokensRevocationPlans' },
);

/** Why a token cannot be revoked. */
function NotRevocable(props: { blocker: PlanBlocker }) {
  const words = useWords();
  const { what, action, original } = problemWords(props.blocker, words);
  return (
    <>
      <Typography variant="body2">
        {words.t('revokeDialog.cannot', { reason: `${what} ${action}` })}
      </Typography>
      <OriginalText text={original} />
    </>
  );
}

/** Every token that is to be revoked, what uses it as far as that is known, and what stops. */
export function RevocationPlans(props: { plans: RevocationPlanList }) {
  const classes = useStyles();
  const { t } = useWords();
  return (
    <ul className={classes.list} aria-label={t('revokeDialog.list')}>
      {props.plans.items.map(({ token, plan }) => (
        <li key={token}>
          {plan.oldToken && <OldToken token={plan.oldToken} />}
          <div className={classes.after}>
            {plan.blockers.length > 0 ? (
              <Notice tone="error">
                {plan.blockers.map(blocker => (
                  <NotRevocable key={blocker.code} blocker={blocker} />
                ))}
              </Notice>
            ) : (
              <ConsequenceList plan={plan} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
