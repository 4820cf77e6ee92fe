import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    label: {
      marginBottom: theme.spacing(1),
      color: theme.palette.text.secondary,
    },
    section: { overflowWrap: 'anywhere' },
  }),
  { name: 'GitlabTokensPlanSection' },
);

/** A part of a plan below its heading. */
export function PlanSection(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <section aria-label={props.label} className={classes.section}>
      <Typography variant="body2" component="h3" className={classes.label}>
        {props.label}
      </Typography>
      {props.children}
    </section>
  );
}
