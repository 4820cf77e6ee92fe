import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Environment,
  ManagedToken,
  RecipeContext,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useIsNarrow } from '../../hooks/useIsNarrow';
import { useWords } from '../../hooks/useWords';
import { recipeContextOf } from '../../model/recipes';
import { kindWord } from '../../words/Words';
import { HowToUse } from './LazyHowToUse';

const useStyles = makeStyles(
  theme => ({
    header: {
      padding: theme.spacing(2, 3, 1),
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.5, 1.5, 0) },
    },
    content: {
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1, 1.5) },
    },
  }),
  { name: 'GitlabTokensHowToUseDialog' },
);

const TITLE_ID = 'gitlab-tokens-how-to-use';

/**
 * How a token of the inventory, whose value nobody knows any more, is used. Render it only while it is open.
 *
 * @param props - `environment`: undefined where it is not known; `target`: what the token is to be used with if it is
 * not what it belongs to
 */
export function HowToUseDialog(props: {
  token: ManagedToken;
  environment: Pick<Environment, 'webUrl' | 'title'> | undefined;
  target?: RecipeContext['target'];
  onClose: () => void;
}) {
  const { token, environment, target, onClose } = props;
  const classes = useStyles();
  const { t } = useWords();
  const isNarrow = useIsNarrow();
  const webUrl = environment?.webUrl ?? null;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      fullScreen={isNarrow}
      aria-labelledby={TITLE_ID}
      onClose={onClose}
    >
      <header className={classes.header}>
        <Typography id={TITLE_ID} variant="h5" component="h2">
          {t('recipe.title', { name: token.name })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {[kindWord(token.kind, t), ...token.scopes].join(' · ')}
        </Typography>
      </header>
      <DialogContent className={classes.content}>
        {webUrl === null ? (
          <Typography variant="body1">
            {t('recipe.noAddress', {
              environment: environment?.title ?? token.environment,
            })}
          </Typography>
        ) : (
          <HowToUse
            context={recipeContextOf(token, { webUrl, target })}
            role={token.role}
            state={token.state}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('recipe.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
