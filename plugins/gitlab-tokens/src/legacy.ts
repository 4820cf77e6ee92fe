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
import { createCardExtension } from '@backstage/plugin-home-react';
import { GitlabTokensClient } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { gitlabTokensApiRef } from './api';
import { homeCard } from './homeCard';
import {
  activityRouteRef,
  entityTabRouteRef,
  entityTokensRouteRef,
  environmentsRouteRef,
  policyRouteRef,
  rootRouteRef,
  tokensRouteRef,
} from './routes';

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
  routes: {
    root: rootRouteRef,
    environments: environmentsRouteRef,
    tokens: tokensRouteRef,
    activity: activityRouteRef,
    policy: policyRouteRef,
    entityTokens: entityTokensRouteRef,
  },
  externalRoutes: { entityTab: entityTabRouteRef },
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
 * The card for the page of an entity, where {@link isGitlabTokensAvailable}. It links to the page, which must be there,
 * and to {@link EntityGitlabTokensContent} where that is on the page of the entity.
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

/**
 * The card for the home page: the environment in the worst state, and the next token to expire. It links to the page,
 * which must be there.
 *
 * @public
 */
export const GitlabTokensHomeCard = gitlabTokensPlugin.provide(
  createCardExtension(homeCard),
);

/**
 * The tab for the page of an entity, where {@link isGitlabTokensAvailable}: for a route `/gitlab-tokens` of it.
 *
 * @public
 */
export const EntityGitlabTokensContent = gitlabTokensPlugin.provide(
  createRoutableExtension({
    name: 'EntityGitlabTokensContent',
    component: () =>
      import('./components/EntityTokensTab').then(
        module => module.EntityTokensTab,
      ),
    mountPoint: entityTokensRouteRef,
  }),
);
