import {
  Recipe,
  RecipeBlock,
  RecipeId,
  RecipeNote,
  Role,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { isBelow } from '../model/recipes';
import { neverHappens, roleWord, Translate, Words } from './Words';

type ToolKey = keyof typeof import('../messages/recipes').recipeToolMessages;
type NoteKey = keyof typeof import('../messages/recipes').recipeNoteMessages;

/** A tool in words: its name, and what a token is used for with it. */
export type ToolWords = { name: string; what: string };

export function toolWords(id: RecipeId, t: Translate): ToolWords {
  const key = toolKey(id);
  return {
    name: t(`recipeTool.${key}.name`),
    what: t(`recipeTool.${key}.what`),
  };
}

function toolKey(id: RecipeId): ToolKey {
  switch (id) {
    case 'git-clone':
      return 'gitClone';
    case 'docker-login':
      return 'dockerLogin';
    case 'dependency-proxy':
      return 'dependencyProxy';
    case 'terraform-state':
      return 'terraformState';
    case 'ci-variable':
      return 'ciVariable';
    case 'ci-deploy-token':
      return 'ciDeployToken';
    case 'composer':
    case 'npm':
    case 'nuget':
    case 'maven':
    case 'pip':
    case 'twine':
    case 'go':
    case 'curl':
      return id;
    default:
      return neverHappens(id);
  }
}

/** What somebody should know, in a sentence or two. */
export function noteSentence(note: RecipeNote, t: Translate): string {
  return t(`recipeNote.${noteKey(note)}`);
}

function noteKey(note: RecipeNote): NoteKey {
  switch (note) {
    case 'CHOOSE_PROJECT':
      return 'chooseProject';
    case 'CHOOSE_GROUP':
      return 'chooseGroup';
    case 'CHOOSE_REGISTRY_HOST':
      return 'chooseRegistryHost';
    case 'CHOOSE_DEPLOY_USER':
      return 'chooseDeployUser';
    case 'KEEP_OUT_OF_HISTORY':
      return 'keepOutOfHistory';
    case 'FILE_HOLDS_VALUE':
      return 'fileHoldsValue';
    case 'COMPOSER_NEEDS_GITLAB_DOMAINS':
      return 'composerNeedsGitlabDomains';
    case 'GO_NEEDS_HTTPS':
      return 'goNeedsHttps';
    case 'TERRAFORM_NEEDS_HTTP_BACKEND':
      return 'terraformNeedsHttpBackend';
    case 'DEVELOPER_READS_STATE':
      return 'developerReadsState';
    case 'PROTECTED_VARIABLE':
      return 'protectedVariable';
    case 'BY_ITS_NAME':
      return 'byItsName';
    default:
      return neverHappens(note);
  }
}

/** Which scopes a recipe takes: "Needs api or read_api and read_repository." */
export function scopesSentence(
  { scopes }: Recipe['needs'],
  { t, formats }: Words,
): string {
  return scopes.some(set => set.length === 0)
    ? t('recipe.needs.anyScopes')
    : t('recipe.needs.scopes', {
        scopes: formats.either(scopes.map(set => formats.list(set))),
      });
}

/** Which role a recipe takes, and whether the token's is too low; null where no role counts. */
export function roleSentence(
  { minimumRole }: Recipe['needs'],
  found: Role | null,
  t: Translate,
): string | null {
  if (minimumRole === undefined) {
    return null;
  }
  const role = roleWord(minimumRole, t);
  return found !== null && isBelow(found, minimumRole)
    ? t('recipe.needs.roleTooLow', { role, found: roleWord(found, t) })
    : t('recipe.needs.role', { role });
}

/** What a block is: the name of its file, or commands. */
export function blockWord({ file }: RecipeBlock, t: Translate): string {
  return file ?? t('recipe.commands');
}
