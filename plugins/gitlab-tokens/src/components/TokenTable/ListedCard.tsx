import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    card: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.75),
      padding: theme.spacing(1.5),
      borderRadius: theme.shape.borderRadius,
      border: `1px solid ${theme.palette.divider}`,
      backgroundColor: theme.palette.background.paper,
      overflowWrap: 'anywhere',
    },
    ticked: { borderColor: theme.palette.primary.main },
  }),
  { name: 'GitlabTokensListedCard' },
);

/** One card of a `CardList`. */
export function ListedCard(props: { isTicked?: boolean; children: ReactNode }) {
  const { isTicked, children } = props;
  const classes = useStyles();
  return (
    <li className={`${classes.card} ${isTicked ? classes.ticked : ''}`}>
      {children}
    </li>
  );
}
