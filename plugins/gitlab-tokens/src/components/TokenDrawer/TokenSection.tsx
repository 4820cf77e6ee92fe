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
  { name: 'GitlabTokensTokenSection' },
);

/** A part of a token's details with its heading, by whose id its list is labelled. */
export function TokenSection(props: {
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
