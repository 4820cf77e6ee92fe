import { Entity } from '@backstage/catalog-model';
import { gitlabTargetOf } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

export {
  gitlabTargetOf,
  INSTANCE_ANNOTATION,
  PROJECT_ID_ANNOTATION,
  PROJECT_SLUG_ANNOTATION,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
export type { GitlabTarget } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/**
 * Whether the card is shown by default: on everything that stands for a project or group, and on components and
 * resources that say nothing, to tell how they could.
 */
export function showsGitlabTokens(entity: Entity): boolean {
  return (
    ['Component', 'Resource'].includes(entity.kind) ||
    gitlabTargetOf(entity) !== null
  );
}

/**
 * Whether an entity stands for a GitLab project or group.
 *
 * @public
 */
export function isGitlabTokensAvailable(entity: Entity): boolean {
  return gitlabTargetOf(entity) !== null;
}
