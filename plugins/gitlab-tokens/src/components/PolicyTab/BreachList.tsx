import { Link } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useWords } from '../../hooks/useWords';
import { Breach } from '../../model/policyBreaches';
import { breachSentence } from '../../words/policy';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    entry: {
      padding: theme.spacing(1, 0),
      overflowWrap: 'anywhere',
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    detail: { marginLeft: theme.spacing(1) },
  }),
  { name: 'GitlabTokensBreachList' },
);

/** Who breaks a policy, where to look at it, and how. */
export type BreachEntry = {
  key: string;
  name: string;
  detail: string | null;
  path: string;
  breaches: Breach[];
};

/** More of them are shown when somebody wants to see them. */
const FIRST = 20;

/** Those that break a policy, each with its breaches in words. */
export function BreachList(props: {
  entries: readonly BreachEntry[];
  labelledBy: string;
}) {
  const { entries, labelledBy } = props;
  const classes = useStyles();
  const words = useWords();
  const [areAllShown, showAll] = useState(false);
  const shown = areAllShown ? entries : entries.slice(0, FIRST);
  return (
    <>
      <ul className={classes.list} aria-labelledby={labelledBy}>
        {shown.map(({ key, name, detail, path, breaches }) => (
          <li key={key} className={classes.entry}>
            <Link to={path} underline="always">
              {name}
            </Link>
            {detail && (
              <Typography
                variant="body2"
                component="span"
                color="textSecondary"
                className={classes.detail}
              >
                {detail}
              </Typography>
            )}
            {breaches.map(breach => (
              <Typography key={breach.code} variant="body2">
                {breachSentence(breach, words)}
              </Typography>
            ))}
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <Button size="small" onClick={() => showAll(true)}>
          {words.t('policy.showAll', {
            total: words.formats.count(entries.length),
          })}
        </Button>
      )}
    </>
  );
}
