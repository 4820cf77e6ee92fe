import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  Operation,
  PlannedToken,
  RevealedValue,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useMemo } from 'react';
import { useWebUrlOf } from '../../hooks/useWebUrlOf';
import { useWords } from '../../hooks/useWords';
import { recipeContextOf } from '../../model/recipes';
import { HowToUse } from '../HowToUse/LazyHowToUse';

const useStyles = makeStyles(
  theme => ({
    recipes: { marginTop: theme.spacing(1) },
    details: {
      display: 'block',
      // What is too wide scrolls in its block
      minWidth: 0,
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(0, 1, 1) },
    },
  }),
  { name: 'GitlabTokensRevealedRecipes' },
);

function Instructions(props: {
  token: PlannedToken;
  revealed: RevealedValue;
  webUrl: string;
}) {
  const { token, webUrl } = props;
  const { value, username } = props.revealed;
  const context = useMemo(
    () => recipeContextOf({ ...token, username }, { webUrl }),
    [token, username, webUrl],
  );
  return <HowToUse context={context} role={token.role} value={value} />;
}

/** What the new token can be used with, with its value in what is copied. It is loaded when somebody opens it. */
export function RevealedRecipes(props: {
  operation: Operation;
  revealed: RevealedValue;
}) {
  const { operation, revealed } = props;
  const classes = useStyles();
  const { t } = useWords();
  const { webUrl, isLoading } = useWebUrlOf(operation.environment);
  const token = operation.plan.newToken;
  if (!token || isLoading) {
    return null;
  }
  return (
    <Accordion
      variant="outlined"
      className={classes.recipes}
      TransitionProps={{ mountOnEnter: true, unmountOnExit: true }}
    >
      <AccordionSummary
        id="gitlab-tokens-revealed-recipes"
        aria-controls="gitlab-tokens-revealed-recipes-details"
        expandIcon={<ExpandMoreIcon aria-hidden />}
      >
        <Typography variant="body1">{t('reveal.use')}</Typography>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        {webUrl === null ? (
          <Typography variant="body2">
            {t('recipe.noAddress', { environment: operation.environment })}
          </Typography>
        ) : (
          <Instructions token={token} revealed={revealed} webUrl={webUrl} />
        )}
      </AccordionDetails>
    </Accordion>
  );
}
