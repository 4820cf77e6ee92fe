import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { screen } from '@testing-library/react';
import { GitlabTokensClient } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anEnvironment } from './__testUtils__/environments';
import { gitlabTokensApiRef } from './api';
import { gitlabTokensPlugin } from './plugin';

/** A backend that knows one environment and no other path. */
const fetchApi = {
  fetch: async (input: RequestInfo | URL) =>
    String(input) === 'plugin://gitlab-tokens/environments'
      ? Response.json({ items: [anEnvironment()] })
      : new Response(null, { status: 404 }),
};

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
});
