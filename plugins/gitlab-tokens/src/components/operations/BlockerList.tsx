import { makeStyles } from '@material-ui/core/styles';
import { PlanBlocker } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { Notice } from './Notice';
import { ProblemText } from './ProblemText';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    blocker: { '& + &': { marginTop: theme.spacing(1) } },
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
        {props.blockers.map(blocker => (
          <li
            key={`${blocker.code} ${blocker.message}`}
            className={classes.blocker}
          >
            <ProblemText problem={blocker} isStrong />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
