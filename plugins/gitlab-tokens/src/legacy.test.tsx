import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { anEnvironment } from './__testUtils__/environments';
import { FakeBrokerApi } from './__testUtils__/FakeBrokerApi';
import { FakeEntityTokensApi } from './__testUtils__/FakeEntityTokensApi';
import { FakeGitlabTokensApi } from './__testUtils__/FakeGitlabTokensApi';
import { FakeTokensApi } from './__testUtils__/FakeTokensApi';
import { anOperation } from './__testUtils__/operations';
import { aToken } from './__testUtils__/tokens';
import {
  EntityGitlabTokensCard,
  EntityGitlabTokensContent,
  gitlabTokensApiRef,
  GitlabTokensHomeCard,
  GitlabTokensPage,
  gitlabTokensPlugin,
} from './legacy';
import { rootRouteRef } from './routes';

const api = new FakeGitlabTokensApi([anEnvironment()]);

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments-api',
    annotations: { 'gitlab.com/project-slug': 'example-org/payments/api' },
  },
};

// What is loaded later is compiled on its first use, which takes a while where many tests run at once
jest.setTimeout(30_000);

describe('the plugin in the old frontend system', () => {
  it('shows the page with its tab', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [gitlabTokensApiRef, api],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Routes>
          <Route path="/gitlab-tokens/*" element={<GitlabTokensPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/gitlab-tokens/environments?environment=dev'] },
    );
    expect(
      await screen.findByRole('heading', { name: 'GitLab tokens' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('tab', { name: 'Environments', selected: true }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('article', { name: 'Development' }),
    ).toHaveFocus();
  });

  it('shows the operations on a tab of their own, and the one of its address', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [gitlabTokensApiRef, new FakeBrokerApi([], [anOperation()])],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Routes>
          <Route path="/gitlab-tokens/*" element={<GitlabTokensPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: ['/gitlab-tokens/activity?operation=op-1'] },
    );
    expect(
      await screen.findByRole('dialog', { name: 'Operation op-1' }),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('tab', { name: 'Activity', selected: true }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Show operation op-1' }),
    ).toBeVisible();
  });

  it('shows the tokens and the policy on tabs of their own', async () => {
    const token = aToken({ name: 'deployer', daysLeft: null });
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [gitlabTokensApiRef, new FakeTokensApi([token])],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Routes>
          <Route path="/gitlab-tokens/*" element={<GitlabTokensPage />} />
        </Routes>
      </TestApiProvider>,
      {
        routeEntries: ['/gitlab-tokens/tokens'],
        mountedRoutes: { '/gitlab-tokens': rootRouteRef },
      },
    );
    expect(
      await screen.findByRole('button', { name: 'Details of deployer' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Policy' }));
    expect(await screen.findByText('It never expires.')).toBeInTheDocument();
  });

  it('shows the card for the home page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
        <GitlabTokensHomeCard />
      </TestApiProvider>,
      { mountedRoutes: { '/tokens': rootRouteRef } },
    );
    expect(await screen.findByText('GitLab tokens')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Details of Development' }),
    ).toHaveAttribute('href', '/tokens/environments?environment=dev');
  });

  it('shows the tokens of an entity on a tab of its page', async () => {
    const tokens = [aToken({ name: 'deployer' })];
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [gitlabTokensApiRef, new FakeEntityTokensApi(tokens)],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/catalog/x" element={<EntityGitlabTokensContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/catalog/x'],
        mountedRoutes: { '/gitlab-tokens': rootRouteRef },
      },
    );
    expect(
      await screen.findByRole('row', { name: /^deployer/ }),
    ).toBeInTheDocument();
  });

  it('shows the card, which links to the page', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
        <EntityProvider entity={entity}>
          <EntityGitlabTokensCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/tokens': rootRouteRef } },
    );
    expect(
      await screen.findByRole('link', { name: 'Details of Development' }),
    ).toHaveAttribute('href', '/tokens/environments?environment=dev');
  });

  it('brings its API along', () => {
    expect(
      [...gitlabTokensPlugin.getApis()].map(({ api: { id } }) => id),
    ).toEqual([gitlabTokensApiRef.id]);
  });
});
