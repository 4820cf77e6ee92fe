import { ciRecipes } from './ci';
import { composerRecipe } from './composer';
import { containerRecipes } from './containers';
import { curlRecipe } from './curl';
import { gitRecipes } from './git';
import { packageRecipes } from './packages';
import { pythonRecipes } from './python';
import { RecipeSource, Site, placeholderNotes, siteOf } from './Site';
import { terraformRecipe } from './terraform';
import {
  RECIPE_IDS,
  Recipe,
  RecipeBlock,
  RecipeContext,
  RecipeNote,
} from './types';

const SOURCES: readonly RecipeSource[] = [
  ...gitRecipes,
  ...containerRecipes,
  composerRecipe,
  ...packageRecipes,
  ...pythonRecipes,
  terraformRecipe,
  ...ciRecipes,
  curlRecipe,
];

/**
 * The recipes that a token's kind and scopes allow, in the order of `RECIPE_IDS`. Where a project, a group or the host
 * of the registry is not known, a word in capitals stands for it, and a note says so.
 *
 * @throws TypeError if `webUrl` is no URL
 * @public
 */
export function recipesFor(context: RecipeContext): Recipe[] {
  const site = siteOf(context);
  return SOURCES.flatMap(source => {
    const needs = source.needs(context);
    const isAllowed = needs?.scopes.some(set =>
      set.every(scope => context.scopes.includes(scope)),
    );
    return needs && isAllowed ? [recipeOf(source, needs, site)] : [];
  }).sort(
    (one, other) => RECIPE_IDS.indexOf(one.id) - RECIPE_IDS.indexOf(other.id),
  );
}

function recipeOf(
  source: RecipeSource,
  needs: Recipe['needs'],
  site: Site,
): Recipe {
  const { blocks, notes = [] } = source.build(site);
  return {
    id: source.id,
    blocks,
    needs,
    notes: [
      ...placeholderNotes(site, blocks),
      ...historyNotes(blocks),
      ...notes,
    ],
  };
}

function historyNotes(blocks: readonly RecipeBlock[]): RecipeNote[] {
  return blocks.some(({ template }) => template.startsWith(' export '))
    ? ['KEEP_OUT_OF_HISTORY']
    : [];
}
