/**
 * The backend of the gitlab-tokens plugin.
 *
 * @packageDocumentation
 */

export { gitlabTokensPlugin as default } from './plugin';
export {
  createGitlabTokensConditionalDecision,
  gitlabTokensConditions,
} from './router/tokenPermissionRules';
