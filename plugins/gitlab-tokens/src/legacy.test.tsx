import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { anEnvironment } from './__testUtils__/environments';
import { FakeGitlabTokensApi } from './__testUtils__/FakeGitlabTokensApi';
import {
  EntityGitlabTokensCard,
  gitlabTokensApiRef,
  GitlabTokensPage,
  gitlabTokensPlugin,
} from './legacy';
import { rootRouteRef } from './routes';

const api = new FakeGitlabTokensApi([anEnvironment()]);

describe('the plugin in the old frontend system', () => {
  it('shows the page with its tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
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

  it('shows the card, which links to the page', async () => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'payments-api',
        annotations: { 'gitlab.com/project-slug': 'example-org/payments/api' },
      },
    };
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
