import { alpha, makeStyles } from '@material-ui/core/styles';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { colourOf } from '../tones';

const useStyles = makeStyles(
  theme => ({
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      ...theme.typography.body2,
      color: theme.palette.text.secondary,
    },
    entry: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      '&::before': { content: '""', width: 16, height: 12 },
    },
    critical: {
      '&::before': { backgroundColor: alpha(colourOf('error', theme), 0.3) },
    },
    warning: {
      '&::before': { backgroundColor: alpha(colourOf('warning', theme), 0.26) },
    },
    others: {
      '&::before': { width: 7, backgroundColor: colourOf('neutral', theme) },
    },
  }),
  { name: 'GitlabTokensTimelineLegend' },
);

/** The number that all of them share, or null. */
function shared(numbers: number[]): number | null {
  return new Set(numbers).size === 1 ? numbers[0] : null;
}

/** What the bands after today mean, and the marks below the bars where there are any. */
export function TimelineLegend(props: {
  environments: Environment[];
  hasMarks: boolean;
}) {
  const { environments, hasMarks } = props;
  const classes = useStyles();
  const { t, formats } = useWords();
  const critical = shared(environments.map(item => item.policy.criticalDays));
  const warning = shared(environments.map(item => item.policy.warnDays));
  return (
    <ul className={classes.legend} aria-label={t('timeline.legend')}>
      <li className={`${classes.entry} ${classes.critical}`}>
        {critical === null
          ? t('timeline.legendCriticalVaries')
          : t('timeline.legendCritical', { days: formats.days(critical) })}
      </li>
      <li className={`${classes.entry} ${classes.warning}`}>
        {warning === null
          ? t('timeline.legendWarningVaries')
          : t('timeline.legendWarning', { days: formats.days(warning) })}
      </li>
      {hasMarks && (
        <li className={`${classes.entry} ${classes.others}`}>
          {t('timeline.legendOthers')}
        </li>
      )}
    </ul>
  );
}
