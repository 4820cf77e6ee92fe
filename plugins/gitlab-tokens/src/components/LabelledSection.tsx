import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    label: {
      marginBottom: theme.spacing(0.75),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'GitlabTokensLabelledSection' },
);

/** A part of a card or drawer below its heading, which `id` names. */
export function LabelledSection(props: {
  id: string;
  label: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div>
      <Typography
        id={props.id}
        variant="body2"
        component="h3"
        className={classes.label}
      >
        {props.label}
      </Typography>
      {props.children}
    </div>
  );
}
