import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  NOW,
} from '../../__testUtils__/environments';
import { FakeGitlabTokensApi } from '../../__testUtils__/FakeGitlabTokensApi';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { HomeCard, HomeCardActions } from '.';

function show(environments: Environment[], error?: Error) {
  const api = new FakeGitlabTokensApi(environments);
  if (error) {
    api.fail(error);
  }
  renderInTestApp(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      <HomeCard />
      <HomeCardActions />
    </TestApiProvider>,
    { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
  );
}

describe('HomeCard', () => {
  beforeEach(() => {
    // Only the clock stands still; timers run
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('shows the environment in the worst state, the next expiry, and the way to both', async () => {
    show([
      aLockedEnvironment({ name: 'local', title: 'Local development' }),
      anExpiringEnvironment(20, { name: 'qa', title: 'Quality assurance' }),
      anExpiringEnvironment(3),
    ]);
    expect(
      await screen.findByRole('link', { name: 'Details of Development' }),
    ).toHaveAttribute('href', '/gitlab-tokens/environments?environment=dev');
    expect(screen.getByText('Critical')).toBeVisible();
    expect(
      screen.getByText('Next expiry: dev in 3 days (2026-06-04).'),
    ).toBeVisible();
    expect(
      screen.getByText(
        /^2 of 3 environments need attention: dev expires in 3 days/,
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All environments' }),
    ).toHaveAttribute('href', '/gitlab-tokens/environments');
  });

  it('says so when all is well', async () => {
    show([anEnvironment()]);
    expect(
      await screen.findByText('The environment needs no attention.'),
    ).toBeVisible();
    expect(screen.getByText('Active')).toBeVisible();
  });

  it('says that no environment is configured', async () => {
    show([]);
    expect(
      await screen.findByText('No environment is configured.'),
    ).toBeVisible();
  });

  it('says why it has nothing to show', async () => {
    show([], new Error('The backend is away'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The environments cannot be loaded',
    );
  });
});
