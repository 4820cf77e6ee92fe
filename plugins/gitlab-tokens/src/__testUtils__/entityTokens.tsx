import { Entity } from '@backstage/catalog-model';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { screen } from '@testing-library/react';
import { gitlabTokensApiRef } from '../api';
import { EntityTokensTab } from '../components/EntityTokensTab';
import { rootRouteRef } from '../routes';
import { anEnvironment } from './environments';
import { FakeEntityTokensApi } from './FakeEntityTokensApi';
import { anOwner, aToken } from './tokens';

const annotated = {
  'gitlab.com/project-slug': 'example-org/payments/api',
  'gitlab.com/instance': 'gitlab.example.com',
};
const project = {
  type: 'project',
  id: 21,
  path: 'example-org/payments/api',
} as const;

export const ci = aToken({
  tokenId: 2,
  ref: 'dev.project.21.2',
  name: 'ci',
  kind: 'project',
  owner: project,
  scopes: ['read_repository', 'read_registry'],
  role: 'reporter',
  daysLeft: 12,
});
export const inherited = aToken({ name: 'group reader', daysLeft: 90 });
const deploy = aToken({
  tokenId: 3,
  ref: 'qa.project-deploy.21.3',
  environment: 'qa',
  name: 'k8s',
  kind: 'project-deploy',
  owner: project,
  scopes: ['read_registry'],
  role: null,
  lastUsedAt: null,
  daysLeft: null,
});
const dead = aToken({
  ...ci,
  tokenId: 4,
  ref: 'dev.project.21.4',
  name: 'old',
  state: 'revoked',
});

export const environments = [
  anEnvironment(),
  anEnvironment({ name: 'qa', title: 'Quality assurance' }),
];

export const owners = [
  anOwner(),
  anOwner({ owner: project }),
  anOwner({ environment: 'qa', owner: project }),
];

/** What of the tokens belongs to the project, and to the group above it. */
export function anEntityApi(
  tokens: ManagedToken[] = [ci, inherited, deploy, dead],
) {
  return new FakeEntityTokensApi(tokens, owners, environments);
}

/** Shows the tab on the page of an entity whose project the annotations name. */
export function showEntityTokens(
  api: FakeEntityTokensApi,
  options: {
    annotations?: Record<string, string>;
    authorize?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  } = {},
) {
  const { annotations = annotated, authorize = AuthorizeResult.ALLOW } =
    options;
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', annotations },
  };
  renderInTestApp(
    <TestApiProvider
      apis={[
        [gitlabTokensApiRef, api],
        [permissionApiRef, mockApis.permission({ authorize })],
      ]}
    >
      <EntityProvider entity={entity}>
        <EntityTokensTab />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
  );
  return api;
}

export const findEntityTable = () =>
  screen.findByRole('table', {
    name: 'Tokens of example-org/payments/api and of the groups above it, by environment',
  });

export const rowOf = (name: RegExp) => screen.findByRole('row', { name });
