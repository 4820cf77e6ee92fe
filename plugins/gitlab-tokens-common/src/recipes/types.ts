import { Role } from '../roles';
import { TokenKind } from '../tokens';

/**
 * What a token can be used with, a closed set.
 *
 * @public
 */
export const RECIPE_IDS = [
  'git-clone',
  'docker-login',
  'dependency-proxy',
  'composer',
  'npm',
  'nuget',
  'maven',
  'pip',
  'twine',
  'go',
  'terraform-state',
  'ci-variable',
  'ci-deploy-token',
  'curl',
] as const;

/** @public */
export type RecipeId = (typeof RECIPE_IDS)[number];

/**
 * What somebody should know who follows a recipe, as a closed set of codes.
 *
 * @public
 */
export const RECIPE_NOTES = [
  /** `GROUP/PROJECT` and `PROJECT_ID` stand for a project that has to be chosen. */
  'CHOOSE_PROJECT',
  /** `GROUP` and `GROUP_ID` stand for a group that has to be chosen. */
  'CHOOSE_GROUP',
  /** `REGISTRY_HOST` stands for the host of the container registry, which only the instance's administrators name. */
  'CHOOSE_REGISTRY_HOST',
  /** `DEPLOY_USER` stands for the user name of the deploy token, which GitLab showed when it was made. */
  'CHOOSE_DEPLOY_USER',
  /** The line that sets the variable begins with a space: shells with `ignorespace` keep it out of their history. */
  'KEEP_OUT_OF_HISTORY',
  /** The file holds the value in clear: only its owner should be able to read it, and it is never committed. */
  'FILE_HOLDS_VALUE',
  /** On a self-managed GitLab Composer sends the token wrongly without `gitlab-domains`. */
  'COMPOSER_NEEDS_GITLAB_DOMAINS',
  /** `go` sends credentials over HTTPS only, and answers wrong ones with 404. */
  'GO_NEEDS_HTTPS',
  /** The Terraform configuration must declare `backend "http"`. */
  'TERRAFORM_NEEDS_HTTP_BACKEND',
  /** Reading the state takes the Developer role; locking and writing it Maintainer. */
  'DEVELOPER_READS_STATE',
  /** A protected variable exists only in pipelines of protected branches and tags. */
  'PROTECTED_VARIABLE',
  /** GitLab hands the token to jobs because of its name, `gitlab-deploy-token`. */
  'BY_ITS_NAME',
] as const;

/** @public */
export type RecipeNote = (typeof RECIPE_NOTES)[number];

/**
 * A token, and what it is to be used with.
 *
 * @public
 */
export interface RecipeContext {
  kind: TokenKind;
  scopes: readonly string[];
  /** Base URL of the GitLab instance for people, without a trailing slash. */
  webUrl: string;
  /** What the token belongs to; `path` is the user name or the full path. */
  owner: { type: 'user' | 'group' | 'project'; id: number; path: string };
  /** The project or group to be used with it, where the token's owner is wider or a person. */
  target?: { type: 'group' | 'project'; id: number; path: string };
  /** The user name of a deploy token, which must be sent exactly; `DEPLOY_USER` stands for it where it is not known. */
  username?: string | null;
  /** Host of the container registry; known by itself for gitlab.com only. */
  registryHost?: string;
  /** Key of the CI/CD variable that holds the value. */
  variableKey?: string;
  /** The token's name. */
  name: string;
}

/**
 * A piece of a recipe, to be copied as a whole: commands, or a file.
 *
 * @public
 */
export interface RecipeBlock {
  language: 'bash' | 'json' | 'yaml' | 'xml' | 'ini' | 'toml' | 'netrc';
  /** Name of the file that it is the content of; absent for commands. */
  file?: string;
  /** The text, with `VALUE_PLACEHOLDER` where the value goes, if it goes anywhere. */
  template: string;
  /** What the value is part of inside the block: it is encoded for that first, then for the language. */
  valueIn?: 'url' | 'json';
}

/**
 * How a token is used with one tool.
 *
 * @public
 */
export interface Recipe {
  id: RecipeId;
  /** In the order in which they are followed. */
  blocks: RecipeBlock[];
  needs: {
    /** Any of these sets of scopes suffices; an empty one: whatever the scopes are. */
    scopes: string[][];
    /** What the token's user must at least be there; absent where no role counts, as for deploy tokens. */
    minimumRole?: Role;
  };
  notes: RecipeNote[];
}
