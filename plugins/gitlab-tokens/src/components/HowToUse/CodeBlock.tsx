import {
  fillRecipe,
  maskRecipe,
  RecipeBlock,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { blockWord } from '../../words/recipes';
import { CodeFigure } from '../code';

function shownText(block: RecipeBlock, value: string | undefined) {
  return value === undefined ? block.template : fillRecipe(block, value);
}

/** A block of a recipe. A value is copied also while dots stand for it. */
export function CodeBlock(props: {
  block: RecipeBlock;
  tool: string;
  number: number;
  value: string | undefined;
  isShown: boolean;
}) {
  const { block, tool, number, value, isShown } = props;
  const { t } = useWords();
  const what = blockWord(block, t);
  const isMasked = value !== undefined && !isShown;
  return (
    <CodeFigure
      caption={what}
      name={t('recipe.blockOf', { tool, number: String(number), what })}
      text={() => shownText(block, value)}
    >
      {isMasked ? maskRecipe(block) : shownText(block, value)}
    </CodeFigure>
  );
}
