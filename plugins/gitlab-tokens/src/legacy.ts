/**
 * The frontend of GitLab tokens for Backstage, for portals on the old frontend system.
 *
 * @packageDocumentation
 */

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { GitlabTokensClient } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { gitlabTokensApiRef } from './api';
import { environmentsRouteRef, rootRouteRef } from './routes';

export { gitlabTokensApiRef } from './api';
export { isGitlabTokensAvailable } from './model/gitlabTarget';
export { gitlabTokensTranslationRef } from './translation';

/**
 * The plugin.
 *
 * @public
 */
export const gitlabTokensPlugin = createPlugin({
  id: 'gitlab-tokens',
  routes: { root: rootRouteRef, environments: environmentsRouteRef },
  apis: [
    createApiFactory({
      api: gitlabTokensApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new GitlabTokensClient(fetchApi),
    }),
  ],
});

/**
 * The page, for a route `/gitlab-tokens`.
 *
 * @public
 */
export const GitlabTokensPage = gitlabTokensPlugin.provide(
  createRoutableExtension({
    name: 'GitlabTokensPage',
    component: () =>
      import('./components/LegacyGitlabTokensPage').then(
        module => module.LegacyGitlabTokensPage,
      ),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The card for the page of an entity, where {@link isGitlabTokensAvailable}. It links to the page, which must be there.
 *
 * @public
 */
export const EntityGitlabTokensCard = gitlabTokensPlugin.provide(
  createComponentExtension({
    name: 'EntityGitlabTokensCard',
    component: {
      lazy: () =>
        import('./components/EntityGitlabTokensCard').then(
          module => module.EntityGitlabTokensCard,
        ),
    },
  }),
);
