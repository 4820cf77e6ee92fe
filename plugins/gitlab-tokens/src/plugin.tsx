import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import VpnKeyIcon from '@material-ui/icons/VpnKey';
import { GitlabTokensClient } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { gitlabTokensApiRef } from './api';
import { homeCard } from './homeCard';
import { showsGitlabTokens } from './model/gitlabTarget';
import {
  activityRouteRef,
  entityTabRouteRef,
  entityTokensRouteRef,
  environmentsRouteRef,
  policyRouteRef,
  rootRouteRef,
  tokensRouteRef,
} from './routes';

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

const tokensSubPage = SubPageBlueprint.make({
  name: 'tokens',
  params: {
    path: 'tokens',
    title: 'Tokens',
    loader: () =>
      import('./components/TokensTab').then(module => <module.TokensTab />),
  },
});

const activitySubPage = SubPageBlueprint.make({
  name: 'activity',
  params: {
    path: 'activity',
    title: 'Activity',
    loader: () =>
      import('./components/ActivityTab').then(module => <module.ActivityTab />),
  },
});

const policySubPage = SubPageBlueprint.make({
  name: 'policy',
  params: {
    path: 'policy',
    title: 'Policy',
    loader: () =>
      import('./components/PolicyTab').then(module => <module.PolicyTab />),
  },
});

const gitlabTokensHomeWidget = HomePageWidgetBlueprint.make({
  params: homeCard,
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

const gitlabTokensEntityContent = EntityContentBlueprint.make({
  params: {
    path: 'gitlab-tokens',
    // The frontend system takes no translated titles; a portal can configure another one
    title: 'GitLab tokens',
    routeRef: entityTokensRouteRef,
    filter: showsGitlabTokens,
    loader: () =>
      import('./components/EntityTokensTab').then(module => (
        <module.EntityTokensTab />
      )),
  },
});

/**
 * The plugin for Backstage's frontend system: the page `/gitlab-tokens`, the card and the tab on entities, the card for
 * the home page, and the API.
 *
 * @public
 */
export const gitlabTokensPlugin = createFrontendPlugin({
  pluginId: 'gitlab-tokens',
  title: 'GitLab tokens',
  icon: <VpnKeyIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    environments: environmentsRouteRef,
    tokens: tokensRouteRef,
    activity: activityRouteRef,
    policy: policyRouteRef,
    entityTokens: entityTokensRouteRef,
  },
  externalRoutes: { entityTab: entityTabRouteRef },
  extensions: [
    gitlabTokensApi,
    gitlabTokensPage,
    environmentsSubPage,
    tokensSubPage,
    activitySubPage,
    policySubPage,
    gitlabTokensHomeWidget,
    gitlabTokensEntityCard,
    gitlabTokensEntityContent,
  ],
});
