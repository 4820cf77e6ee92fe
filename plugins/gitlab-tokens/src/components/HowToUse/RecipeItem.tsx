import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  Recipe,
  Role,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import {
  noteSentence,
  roleSentence,
  scopesSentence,
  toolWords,
} from '../../words/recipes';
import { CodeBlock } from './CodeBlock';

const useStyles = makeStyles(
  theme => ({
    tool: { fontWeight: 700 },
    what: {
      color: theme.palette.text.secondary,
      // On what the focus is shown by, it would be too faint
      '.Mui-focused &': { color: theme.palette.text.primary },
    },
    summary: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1.5),
      minWidth: 0,
    },
    details: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
      // What is too wide scrolls in its block
      minWidth: 0,
    },
    notes: {
      margin: 0,
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
      ...theme.typography.body2,
    },
  }),
  { name: 'GitlabTokensRecipeItem' },
);

/** How a token is used with one tool: what it takes, the blocks to copy, and what to know. */
export function RecipeItem(props: {
  recipe: Recipe;
  role: Role | null;
  value: string | undefined;
  isShown: boolean;
  defaultExpanded: boolean;
}) {
  const { recipe, role, value, isShown, defaultExpanded } = props;
  const { id, blocks, needs, notes } = recipe;
  const classes = useStyles();
  const words = useWords();
  const { t } = words;
  const tool = toolWords(id, t);
  const sentences = [
    scopesSentence(needs, words),
    roleSentence(needs, role, t),
  ];
  return (
    <Accordion
      variant="outlined"
      defaultExpanded={defaultExpanded}
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary
        id={`gitlab-tokens-recipe-${id}`}
        aria-controls={`gitlab-tokens-recipe-${id}-details`}
        expandIcon={<ExpandMoreIcon aria-hidden />}
      >
        <div className={classes.summary}>
          <Typography component="span" className={classes.tool}>
            {tool.name}
          </Typography>
          <Typography component="span" className={classes.what}>
            {tool.what}
          </Typography>
        </div>
      </AccordionSummary>
      <AccordionDetails className={classes.details}>
        <Typography variant="body2">
          {sentences.filter(sentence => sentence !== null).join(' ')}
        </Typography>
        {blocks.map((block, index) => (
          <CodeBlock
            key={index}
            block={block}
            tool={tool.name}
            number={index + 1}
            value={value}
            isShown={isShown}
          />
        ))}
        {notes.length > 0 && (
          <ul className={classes.notes}>
            {notes.map(note => (
              <li key={note}>{noteSentence(note, t)}</li>
            ))}
          </ul>
        )}
      </AccordionDetails>
    </Accordion>
  );
}
