import {
  GitlabTarget,
  ManagedToken,
  RecipeContext,
  Role,
  ROLE_LEVELS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** A token as far as its use is concerned. */
export type UsedToken = Pick<
  ManagedToken,
  'kind' | 'scopes' | 'owner' | 'username' | 'name'
>;

type Place = NonNullable<RecipeContext['target']>;

/** Deploy tokens alone must be used with a name of their own. */
function ownerOf({ owner, username }: UsedToken): RecipeContext['owner'] {
  return owner.path === null
    ? // Placeholders stand for a group or project whose path is not known, as for that of a person
      { type: 'user', id: owner.id, path: username ?? '' }
    : { ...owner, path: owner.path };
}

/**
 * What recipes are made of for a token.
 *
 * @param use - `webUrl` of the GitLab instance, and what the token is to be used with if it is not what it belongs to
 */
export function recipeContextOf(
  token: UsedToken,
  use: { webUrl: string; target?: Place; variableKey?: string },
): RecipeContext {
  const { kind, scopes, name, username } = token;
  return { kind, scopes, name, username, owner: ownerOf(token), ...use };
}

/**
 * The group or project of an entity as recipes need it: with GitLab's number, which the entity says, or something of
 * the inventory that belongs to it. Undefined while either is not known.
 */
export function placeOf(
  target: GitlabTarget,
  inventory: readonly Pick<ManagedToken, 'owner'>[],
): Place | undefined {
  const { type } = target;
  const path = target.path?.toLowerCase();
  const own = inventory.find(
    ({ owner }) =>
      owner.type === type &&
      (owner.id === target.id ||
        (path !== undefined && owner.path?.toLowerCase() === path)),
  )?.owner;
  const id = target.id ?? own?.id ?? null;
  const name = target.path ?? own?.path ?? null;
  return id === null || name === null ? undefined : { type, id, path: name };
}

/** Whether a role may less than another. */
export function isBelow(role: Role, minimum: Role): boolean {
  return ROLE_LEVELS[role] < ROLE_LEVELS[minimum];
}
