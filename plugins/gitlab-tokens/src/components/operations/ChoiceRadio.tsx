import Radio, { RadioProps } from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    focused: {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -4,
    },
  }),
  { name: 'GitlabTokensChoiceRadio' },
);

/**
 * A radio button whose focus shows as an outline. Material UI's ripple fails when React hides a focused button for a
 * while, as it does while something beside it is loaded.
 */
export function ChoiceRadio(props: RadioProps) {
  const classes = useStyles();
  return (
    <Radio
      color="primary"
      disableRipple
      focusVisibleClassName={classes.focused}
      {...props}
    />
  );
}
