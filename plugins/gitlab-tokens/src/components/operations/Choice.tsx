import FormControlLabel, {
  FormControlLabelProps,
} from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    focused: {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -4,
    },
    // Beside the first line of long words, and apart from the next choice
    choice: { alignItems: 'flex-start' },
    label: { paddingTop: 9, paddingBottom: 9 },
  }),
  { name: 'GitlabTokensChoice' },
);

/**
 * One of several, as a radio button whose focus shows as an outline. Material UI's ripple fails when React hides a
 * focused button for a while, as it does while something beside it is loaded.
 */
export function Choice(
  props: Pick<FormControlLabelProps, 'value' | 'label' | 'disabled'>,
) {
  const { focused, choice, label } = useStyles();
  return (
    <FormControlLabel
      {...props}
      classes={{ root: choice, label }}
      control={
        <Radio color="primary" disableRipple focusVisibleClassName={focused} />
      }
    />
  );
}
