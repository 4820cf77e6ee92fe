import {
  Recipe,
  RecipeContext,
  recipesFor,
  scopesOfKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** The recipes that another token of the same kind and name allows, and this one does not for want of a scope. */
export function recipesOutOfReach(context: RecipeContext): Recipe[] {
  const reached = new Set(recipesFor(context).map(({ id }) => id));
  return recipesFor({ ...context, scopes: scopesOfKind(context.kind) }).filter(
    ({ id }) => !reached.has(id),
  );
}
