export { VALUE_PLACEHOLDER, fillRecipe, maskRecipe } from './blocks';
export { recipesFor } from './recipesFor';
export { RECIPE_IDS, RECIPE_NOTES } from './types';
export type {
  Recipe,
  RecipeBlock,
  RecipeContext,
  RecipeId,
  RecipeNote,
} from './types';
