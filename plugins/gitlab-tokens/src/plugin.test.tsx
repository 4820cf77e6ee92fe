import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  ApiBlueprint,
  coreExtensionData,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GitlabTokensClient } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anEnvironment } from './__testUtils__/environments';
import { anOwner, aToken } from './__testUtils__/tokens';
import { gitlabTokensApiRef } from './api';
import { gitlabTokensPlugin } from './plugin';
import { entityTokensRouteRef, rootRouteRef } from './routes';

const policy = { warnDays: 30, criticalDays: 7 };
const tokens = [aToken({ name: 'deployer', daysLeft: null })];
const list = { items: tokens, total: 1, totalIsExact: true };

/** A backend that knows one environment, one token of one owner, and no other path. */
const fetchApi = {
  fetch: async (input: RequestInfo | URL) => {
    const { pathname, searchParams } = new URL(String(input));
    switch (pathname) {
      case '/environments':
        return Response.json({ items: [anEnvironment({ policy })] });
      case '/tokens':
        return Response.json({
          ...list,
          offset: Number(searchParams.get('offset')),
          limit: Number(searchParams.get('limit')),
        });
      case '/owners':
        return Response.json({ items: [anOwner()] });
      default:
        return new Response(null, { status: 404 });
    }
  },
};

// What is loaded later is compiled on its first use, which takes a while where many tests run at once
jest.setTimeout(30_000);

describe('the plugin in the frontend system', () => {
  it('shows the environments at /gitlab-tokens', async () => {
    renderTestApp({
      features: [gitlabTokensPlugin],
      initialRouteEntries: ['/gitlab-tokens'],
      apis: [[fetchApiRef, fetchApi]],
    });
    expect(
      await screen.findByRole('tab', { name: 'Environments', selected: true }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('article', { name: 'Development' }),
    ).toBeInTheDocument();
  });

  it('shows the tokens and the policy on tabs of their own, after the environments', async () => {
    renderTestApp({
      features: [gitlabTokensPlugin],
      initialRouteEntries: ['/gitlab-tokens'],
      apis: [[fetchApiRef, fetchApi]],
    });
    await userEvent.click(await screen.findByRole('tab', { name: 'Tokens' }));
    expect(
      await screen.findByRole('button', { name: 'Details of deployer' }),
    ).toBeInTheDocument();
    const tabs = screen.getAllByRole('tab').map(tab => tab.textContent);
    expect(tabs.slice(0, 2)).toEqual(['Environments', 'Tokens']);
    expect(tabs.at(-1)).toBe('Policy');
    await userEvent.click(screen.getByRole('tab', { name: 'Policy' }));
    expect(await screen.findByText('It never expires.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'deployer' }));
    expect(
      await screen.findByRole('dialog', { name: 'deployer' }),
    ).toBeInTheDocument();
  });

  it('has a card for the home page', async () => {
    const { title, component } = createExtensionTester(
      gitlabTokensPlugin.getExtension('home-page-widget:gitlab-tokens'),
    ).get(homePageWidgetDataRef);
    expect(title).toBe('GitLab tokens');
    renderInTestApp(
      <TestApiProvider
        apis={[[gitlabTokensApiRef, new GitlabTokensClient(fetchApi)]]}
      >
        {component}
      </TestApiProvider>,
      { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
    );
    expect(
      await screen.findByRole('link', { name: 'Details of Development' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All environments' }),
    ).toHaveAttribute('href', '/gitlab-tokens/environments');
  });

  it('brings its API along', () => {
    const { api, deps, factory } = createExtensionTester(
      gitlabTokensPlugin.getExtension('api:gitlab-tokens'),
    ).get(ApiBlueprint.dataRefs.factory);
    expect(api).toBe(gitlabTokensApiRef);
    expect(deps).toEqual({ fetchApi: fetchApiRef });
    expect(factory({ fetchApi })).toBeInstanceOf(GitlabTokensClient);
  });

  it('puts the card beside the facts of components, but not of users', () => {
    const card = createExtensionTester(
      gitlabTokensPlugin.getExtension('entity-card:gitlab-tokens'),
    );
    const { type, filterFunction } = EntityCardBlueprint.dataRefs;
    expect(card.get(type)).toBe('info');
    const isShownOn = (kind: string) =>
      card.get(filterFunction)?.({
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name: 'example' },
      });
    expect(isShownOn('Component')).toBe(true);
    expect(isShownOn('User')).toBe(false);
  });

  it('puts a tab on the pages of components, but not of users', () => {
    const tab = createExtensionTester(
      gitlabTokensPlugin.getExtension('entity-content:gitlab-tokens'),
    );
    const { title, filterFunction } = EntityContentBlueprint.dataRefs;
    expect(tab.get(title)).toBe('GitLab tokens');
    expect(tab.get(coreExtensionData.routePath)).toBe('gitlab-tokens');
    expect(tab.get(coreExtensionData.routeRef)).toBe(entityTokensRouteRef);
    const isShownOn = (kind: string) =>
      tab.get(filterFunction)?.({
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name: 'example' },
      });
    expect(isShownOn('Component')).toBe(true);
    expect(isShownOn('User')).toBe(false);
  });
});
