import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  fillRecipe,
  maskRecipe,
  RecipeBlock,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { blockWord } from '../../words/recipes';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(
  theme => ({
    block: {
      margin: 0,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
    caption: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0.5, 0.5, 1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    file: { overflowWrap: 'anywhere' },
    code: {
      margin: 0,
      padding: theme.spacing(1.5),
      overflowX: 'auto',
      whiteSpace: 'pre',
      fontFamily: 'Menlo, Consolas, "Liberation Mono", monospace',
      lineHeight: 1.5,
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.default,
      '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    },
  }),
  { name: 'GitlabTokensCodeBlock' },
);

function shownText(block: RecipeBlock, value: string | undefined) {
  return value === undefined ? block.template : fillRecipe(block, value);
}

/** Commands or a file, to be copied as a whole. A value is copied also while dots stand for it. */
export function CodeBlock(props: {
  block: RecipeBlock;
  tool: string;
  number: number;
  value: string | undefined;
  isShown: boolean;
}) {
  const { block, tool, number, value, isShown } = props;
  const classes = useStyles();
  const { t } = useWords();
  const what = blockWord(block, t);
  const name = t('recipe.blockOf', { tool, number: String(number), what });
  const isMasked = value !== undefined && !isShown;
  return (
    <figure className={classes.block}>
      <figcaption className={classes.caption}>
        <Typography variant="body2" component="span" className={classes.file}>
          {what}
        </Typography>
        <CopyButton what={name} text={() => shownText(block, value)} />
      </figcaption>
      <Typography
        component="pre"
        variant="body2"
        className={classes.code}
        role="region"
        aria-label={name}
        tabIndex={0}
      >
        <code>{isMasked ? maskRecipe(block) : shownText(block, value)}</code>
      </Typography>
    </figure>
  );
}
