import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      // Long words for what is known give way to what is known
      gridTemplateColumns: 'fit-content(38%) minmax(0, 1fr)',
      columnGap: theme.spacing(1.5),
      rowGap: theme.spacing(0.5),
      margin: 0,
      ...theme.typography.body2,
    },
    label: {
      color: theme.palette.text.secondary,
      // A word of Japanese would else be broken between any two letters
      wordBreak: 'keep-all',
    },
    value: { margin: 0, overflowWrap: 'anywhere' },
    oneLine: {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'GitlabTokensFactList' },
);

/** What is known of something, one below the other; its children are `Fact`s. */
export function FactList(props: { children: ReactNode }) {
  const classes = useStyles();
  return <dl className={classes.facts}>{props.children}</dl>;
}

/** One of them. */
export function Fact(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <>
      <dt className={classes.label}>{props.label}</dt>
      <dd className={classes.value}>{props.children}</dd>
    </>
  );
}

/**
 * A name in one line, such as that of a bot, of which nobody reads the 32 digits. What does not fit is only not
 * painted: it is read out, copied with the rest, and shown to who points at it.
 */
export function OneLine(props: { text: string }) {
  const classes = useStyles();
  return (
    <span className={classes.oneLine} title={props.text}>
      {props.text}
    </span>
  );
}
