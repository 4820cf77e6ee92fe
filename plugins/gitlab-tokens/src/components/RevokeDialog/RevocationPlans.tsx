import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { RevocationPlanList } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { Notice } from '../operations/Notice';
import { OldToken } from '../operations/PlannedTokens';
import { ConsequenceList } from '../operations/PlanSummary';

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
                {plan.blockers.map(({ code, message, action }) => (
                  <Typography key={code} variant="body2">
                    {t('revokeDialog.cannot', {
                      reason: `${message} ${action}`,
                    })}
                  </Typography>
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
