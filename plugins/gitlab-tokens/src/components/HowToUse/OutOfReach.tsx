import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Recipe } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { scopesSentence, toolWords } from '../../words/recipes';

const useStyles = makeStyles(
  theme => ({
    section: { marginTop: theme.spacing(3) },
    list: {
      margin: theme.spacing(1, 0, 0),
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
      ...theme.typography.body2,
    },
  }),
  { name: 'GitlabTokensOutOfReach' },
);

/** What other tokens of the same kind can be used with, and which scopes that takes. */
export function OutOfReach(props: { recipes: readonly Recipe[] }) {
  const classes = useStyles();
  const words = useWords();
  const { t } = words;
  return (
    <section className={classes.section}>
      <Typography variant="body1" component="h3">
        <strong>{t('recipe.others')}</strong>
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('recipe.othersNote')}
      </Typography>
      <ul className={classes.list}>
        {props.recipes.map(({ id, needs }) => {
          const { name, what } = toolWords(id, t);
          return (
            <li key={id}>
              <strong>{name}</strong>{' '}
              {t('recipe.other', { what, needs: scopesSentence(needs, words) })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
