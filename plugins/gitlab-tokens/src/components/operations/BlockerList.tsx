import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PlanBlocker } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { Notice } from './Notice';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    blocker: { '& + &': { marginTop: theme.spacing(1) } },
    what: { fontWeight: 700 },
  }),
  { name: 'GitlabTokensBlockerList' },
);

/** Why an operation cannot be, each reason with what to do about it. */
export function BlockerList(props: { blockers: readonly PlanBlocker[] }) {
  const classes = useStyles();
  const { t } = useWords();
  return (
    <Notice tone="error" alert title={t('plan.blocked')}>
      <ul className={classes.list} aria-label={t('plan.blocked')}>
        {props.blockers.map(({ code, message, action }) => (
          <li key={`${code} ${message}`} className={classes.blocker}>
            <Typography variant="body2" className={classes.what}>
              {message}
            </Typography>
            <Typography variant="body2">{action}</Typography>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
