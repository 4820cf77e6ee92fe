import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import VpnKeyIcon from '@material-ui/icons/VpnKey';
import { GitlabTokensClient } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { gitlabTokensApiRef } from './api';
import { showsGitlabTokens } from './model/gitlabTarget';
import { environmentsRouteRef, rootRouteRef } from './routes';

const gitlabTokensApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: gitlabTokensApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new GitlabTokensClient(fetchApi),
    }),
});

const gitlabTokensPage = PageBlueprint.make({
  params: { path: '/gitlab-tokens', routeRef: rootRouteRef },
});

const environmentsSubPage = SubPageBlueprint.make({
  name: 'environments',
  params: {
    path: 'environments',
    title: 'Environments',
    loader: () =>
      import('./components/EnvironmentsTab').then(module => (
        <module.EnvironmentsTab />
      )),
  },
});

const gitlabTokensEntityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: showsGitlabTokens,
    loader: () =>
      import('./components/EntityGitlabTokensCard').then(module => (
        <module.EntityGitlabTokensCard />
      )),
  },
});

/**
 * The plugin for Backstage's frontend system: the page `/gitlab-tokens`, the card on entities, and the API.
 *
 * @public
 */
export const gitlabTokensPlugin = createFrontendPlugin({
  pluginId: 'gitlab-tokens',
  title: 'GitLab tokens',
  icon: <VpnKeyIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, environments: environmentsRouteRef },
  extensions: [
    gitlabTokensApi,
    gitlabTokensPage,
    environmentsSubPage,
    gitlabTokensEntityCard,
  ],
});
