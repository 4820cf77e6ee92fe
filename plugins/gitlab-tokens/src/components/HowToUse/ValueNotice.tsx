import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import VisibilityIcon from '@material-ui/icons/Visibility';
import VisibilityOffIcon from '@material-ui/icons/VisibilityOff';
import { VALUE_PLACEHOLDER } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'GitlabTokensValueNotice' },
);

/** What stands for the value in all blocks, and the button that shows it. */
export function ValueNotice(props: {
  hasValue: boolean;
  isShown: boolean;
  onToggle: () => void;
}) {
  const { hasValue, isShown, onToggle } = props;
  const classes = useStyles();
  const { t } = useWords();
  if (!hasValue) {
    return (
      <Typography variant="body2" className={classes.row}>
        {t('recipe.placeholder', { placeholder: VALUE_PLACEHOLDER })}
      </Typography>
    );
  }
  return (
    <div className={classes.row}>
      <Typography variant="body2" role="status">
        {isShown ? t('recipe.shown') : t('recipe.masked')}
      </Typography>
      <Button
        variant="outlined"
        size="small"
        startIcon={
          isShown ? (
            <VisibilityOffIcon aria-hidden />
          ) : (
            <VisibilityIcon aria-hidden />
          )
        }
        onClick={onToggle}
      >
        {isShown ? t('recipe.hide') : t('recipe.show')}
      </Button>
    </div>
  );
}
