import { createApiRef } from '@backstage/core-plugin-api';
import { GitlabTokensApi } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/**
 * The plugin's HTTP API, for components. Both frontend systems provide it with the client of the common package.
 *
 * @public
 */
export const gitlabTokensApiRef = createApiRef<GitlabTokensApi>({
  id: 'plugin.gitlab-tokens.client',
});
