import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  RecipeContext,
  recipesFor,
  Role,
  TokenState,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo, useState } from 'react';
import { useWords } from '../../hooks/useWords';
import { recipesOutOfReach } from '../../model/recipesOutOfReach';
import { useToneStyles } from '../tones';
import { OutOfReach } from './OutOfReach';
import { RecipeItem } from './RecipeItem';
import { ValueNotice } from './ValueNotice';

const useStyles = makeStyles(
  theme => ({
    notice: {
      marginBottom: theme.spacing(2),
      padding: theme.spacing(1.25, 1.5),
      borderRadius: theme.shape.borderRadius,
    },
    none: { marginBottom: theme.spacing(2) },
  }),
  { name: 'GitlabTokensRecipes' },
);

/** Everything that a token's kind and scopes allow, tool by tool, and what they do not allow. */
export function Recipes(props: {
  context: RecipeContext;
  /** The token's role, where it has one of its own. */
  role?: Role | null;
  /** A token that is no longer active is of no use. */
  state?: TokenState;
  /** The token's value. Without it a placeholder stands for it. */
  value?: string;
}) {
  const { context, role = null, state = 'active', value } = props;
  const classes = useStyles();
  const tones = useToneStyles();
  const { t } = useWords();
  const [isShown, setShown] = useState(false);
  const recipes = useMemo(() => recipesFor(context), [context]);
  const outOfReach = useMemo(() => recipesOutOfReach(context), [context]);
  return (
    <>
      {state !== 'active' && (
        <Typography
          variant="body2"
          className={`${classes.notice} ${tones.warning}`}
        >
          {t(`recipe.${state}`)}
        </Typography>
      )}
      {recipes.length > 0 && (
        <ValueNotice
          hasValue={value !== undefined}
          isShown={isShown}
          onToggle={() => setShown(!isShown)}
        />
      )}
      {recipes.length === 0 && (
        <Typography variant="body1" className={classes.none}>
          {t('recipe.none')}
        </Typography>
      )}
      {recipes.map((recipe, index) => (
        <RecipeItem
          key={recipe.id}
          recipe={recipe}
          role={role}
          value={value}
          isShown={isShown}
          defaultExpanded={index === 0}
        />
      ))}
      {outOfReach.length > 0 && <OutOfReach recipes={outOfReach} />}
    </>
  );
}
