import { makeStyles } from '@material-ui/core/styles';
import { Policy } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { roleWord } from '../../words/Words';

const useStyles = makeStyles(
  theme => ({
    rules: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      columnGap: theme.spacing(2),
      rowGap: theme.spacing(0.5),
      margin: 0,
      ...theme.typography.body2,
    },
    label: { color: theme.palette.text.secondary },
    value: { margin: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'GitlabTokensPolicyRules' },
);

/** What a policy says, also where it says nothing. */
export function PolicyRules(props: { policy: Policy }) {
  const { policy } = props;
  const { maxLifetimeDays, maxRole, allowedScopes } = policy;
  const classes = useStyles();
  const { t, formats } = useWords();
  const daysBefore = (days: number) =>
    t('policy.daysBefore', { days: formats.days(days) });
  const rules: [label: string, value: string][] = [
    [
      t('policy.maxLifetime'),
      maxLifetimeDays === undefined
        ? t('policy.anyLifetime')
        : formats.days(maxLifetimeDays),
    ],
    [t('policy.maxRole'), maxRole ? roleWord(maxRole, t) : t('policy.anyRole')],
    [
      t('policy.allowedScopes'),
      allowedScopes ? formats.list(allowedScopes) : t('policy.anyScopes'),
    ],
    [t('policy.warning'), daysBefore(policy.warnDays)],
    [t('policy.critical'), daysBefore(policy.criticalDays)],
  ];
  return (
    <dl className={classes.rules}>
      {rules.map(([label, value]) => [
        <dt key={`${label} label`} className={classes.label}>
          {label}
        </dt>,
        <dd key={`${label} value`} className={classes.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
