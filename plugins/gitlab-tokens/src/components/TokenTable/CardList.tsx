import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    pending: { opacity: 0.6 },
  }),
  { name: 'GitlabTokensCardList' },
);

/** Cards below each other. */
export function CardList(props: {
  label: string;
  /** Others are on their way. */
  pending: boolean;
  children: ReactNode;
}) {
  const { label, pending, children } = props;
  const classes = useStyles();
  return (
    <ul
      aria-label={label}
      aria-busy={pending}
      className={`${classes.list} ${pending ? classes.pending : ''}`}
    >
      {children}
    </ul>
  );
}
