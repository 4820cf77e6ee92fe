import { isOfDeployTokens } from './Site';
import { Recipe, RecipeContext } from './types';

/** What reading packages takes. */
export function packageReadingNeeds(context: RecipeContext): Recipe['needs'] {
  return isOfDeployTokens(context)
    ? { scopes: [['read_package_registry'], ['write_package_registry']] }
    : { scopes: [['api']], minimumRole: 'reporter' };
}

/** What publishing packages takes. */
export function packageWritingNeeds(context: RecipeContext): Recipe['needs'] {
  return isOfDeployTokens(context)
    ? { scopes: [['write_package_registry']] }
    : { scopes: [['api']], minimumRole: 'developer' };
}
