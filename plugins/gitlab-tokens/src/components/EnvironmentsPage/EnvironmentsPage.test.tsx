import { ResponseError } from '@backstage/errors';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  aPersonalEnvironment,
  inDays,
  minutesAgo,
  NOW,
} from '../../__testUtils__/environments';
import { FakeGitlabTokensApi } from '../../__testUtils__/FakeGitlabTokensApi';
import { gitlabTokensApiRef } from '../../api';
import { EnvironmentsPage } from './EnvironmentsPage';

const local = aPersonalEnvironment();
const dev = anExpiringEnvironment(12);
const qa = anEnvironment({
  name: 'qa',
  title: 'Quality assurance',
  file: 'qa.enc.yaml',
  observed: anObservation({ scopes: ['read_api', 'api'] }),
  findings: [
    { code: 'SURPLUS_SCOPE', severity: 'warning', scopes: ['api'] },
    { code: 'MISSING_SCOPE', severity: 'error', scopes: ['write_repository'] },
  ],
});

function renderPage(api: FakeGitlabTokensApi, path = '/') {
  return renderInTestApp(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      <EnvironmentsPage />
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
}

function show(...environments: Environment[]) {
  const api = new FakeGitlabTokensApi(environments);
  renderPage(api);
  return api;
}

const findCard = async (title: string) =>
  within(await screen.findByRole('article', { name: title }));

async function responseError(status: number, name: string) {
  const body = {
    error: { name, message: 'no' },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}

describe('EnvironmentsPage', () => {
  beforeEach(() => {
    // Only the clock stands still; timers run
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('shows every environment in the configured order, and which one this portal is', async () => {
    show(local, dev, qa);
    const cards = await screen.findAllByRole('article');
    expect(
      cards.map(
        card => within(card).getByRole('heading', { level: 2 }).textContent,
      ),
    ).toEqual(['Local development', 'Development', 'Quality assurance']);
    expect(within(cards[0]).getByText('This portal')).toBeVisible();
    expect(screen.getAllByText('This portal')).toHaveLength(1);
  });

  it('says what a credential is', async () => {
    show(local, dev);
    const card = await findCard('Development');
    const value = (label: string) =>
      card.getByText(label, { selector: 'dt' }).nextElementSibling;
    expect(value('GitLab')).toHaveTextContent('gitlab.example.com');
    expect(value('Kind')).toHaveTextContent('group access token');
    expect(value('Name')).toHaveTextContent('Backstage (dev)');
    expect(value('Owner')).toHaveTextContent('example-org');
    expect(value('Acts as')).toHaveTextContent('group_10_bot_0a1b2c');
    expect(value('Role')).toHaveTextContent('Developer');
    expect(value('Last used')).toHaveTextContent('2 hours ago');
    expect(card.getByText('Inspected: 5 minutes ago')).toBeVisible();
    expect(
      card.getByRole('link', {
        name: /^Open in GitLab: token settings of Development/,
      }),
    ).toHaveAttribute(
      'href',
      'https://gitlab.example.com/groups/example-org/-/settings/access_tokens',
    );

    const personal = await findCard('Local development');
    expect(personal.getByText('ada')).toBeVisible();
    expect(personal.queryByText('Role')).not.toBeInTheDocument();
  });

  it('says when a token expires, in how many days, and what that means', async () => {
    show(dev);
    const card = await findCard('Development');
    expect(card.getByText('Expiring')).toBeVisible();
    expect(card.getByText(inDays(12))).toBeVisible();
    expect(card.getByText('12 days left')).toBeVisible();
    expect(card.getByRole('meter')).toHaveAttribute(
      'aria-valuetext',
      '12 days left of 42 days',
    );
    expect(
      card.getByText('The token expires on Jun 13, 2026, in 12 days.'),
    ).toBeVisible();
    expect(
      screen.getByText(`Next expiry: dev in 12 days (${inDays(12)}).`),
    ).toBeVisible();
  });

  it('marks missing and surplus scopes in words and says what to do, the gravest first', async () => {
    show(qa);
    const card = await findCard('Quality assurance');
    expect(card.getByText('Active')).toBeVisible();
    expect(card.getByText('Needs attention')).toBeVisible();
    const scopes = within(card.getByRole('list', { name: 'Scopes' }));
    expect(
      scopes
        .getAllByRole('listitem')
        .map(item => item.getAttribute('aria-label')),
    ).toEqual([
      'read_api',
      'api: surplus',
      'write_repository: declared, but missing',
    ]);
    const findings = within(card.getByRole('list', { name: 'Findings' }));
    const [first, second] = findings.getAllByRole('listitem');
    expect(within(first).getByTitle('Error')).toBeInTheDocument();
    expect(first).toHaveTextContent('The token lacks write_repository');
    expect(first).toHaveTextContent('replace the value in qa.enc.yaml');
    expect(within(second).getByTitle('Warning')).toBeInTheDocument();
    expect(second).toHaveTextContent('The token has api');
    expect(screen.getByRole('status')).toHaveTextContent(
      'The environment needs attention: qa lacks write_repository.',
    );
  });

  it('describes the timeline for those who cannot see it', async () => {
    const forever = anEnvironment({
      title: 'Forever',
      daysLeft: null,
      observed: anObservation({ expiresAt: null }),
    });
    show(
      dev,
      { ...forever, name: 'forever' },
      aLockedEnvironment({ name: 'qa' }),
    );
    const timeline = await screen.findByRole('img', {
      name: 'Expiry of the tokens',
    });
    expect(timeline).toHaveAccessibleDescription(
      /Development: expires Jun 13, 2026, in 12 days\. Forever: never expires\. Development: Locked\.$/,
    );
    expect(within(timeline).getByText('Today')).toBeInTheDocument();
  });

  it('does not let a broken environment hide the others', async () => {
    show(
      dev,
      aLockedEnvironment({ name: 'qa', title: 'Quality assurance' }),
      anEnvironment({
        name: 'prod',
        title: 'Production',
        state: 'unreachable',
        observed: anObservation({ observedAt: minutesAgo(3 * 24 * 60) }),
        problem: {
          code: 'GATEWAY_UNREACHABLE',
          message: 'GitLab could not be reached.',
          action: 'Check the network.',
        },
      }),
    );
    const locked = await findCard('Quality assurance');
    expect(locked.getByText('Locked')).toBeVisible();
    expect(
      locked.getByText('Add a key of this machine to the recipients.'),
    ).toBeVisible();
    expect(locked.getAllByText('(declared)')).not.toHaveLength(0);
    expect(locked.queryByRole('meter')).not.toBeInTheDocument();

    const unreachable = await findCard('Production');
    expect(unreachable.getByText('GitLab could not be reached.')).toBeVisible();
    expect(unreachable.getByText('Check the network.')).toBeVisible();
    expect(unreachable.getByText('60 days left')).toBeVisible();
    expect(unreachable.getByText(/^Details are from 3 days ago/)).toBeVisible();

    expect(
      (await findCard('Development')).getByText('12 days left'),
    ).toBeVisible();
  });

  it('shows skeletons until the environments are there', async () => {
    const api = new FakeGitlabTokensApi([dev]);
    api.hold();
    renderPage(api);
    expect(
      await screen.findByRole('status', { name: 'Loading the environments' }),
    ).toHaveAttribute('aria-busy', 'true');
    await act(async () => api.release());
    expect(await findCard('Development')).toBeDefined();
    expect(
      screen.queryByRole('status', { name: 'Loading the environments' }),
    ).not.toBeInTheDocument();
  });

  it('says that the backend cannot be reached, and tries again', async () => {
    const api = new FakeGitlabTokensApi([dev]);
    api.fail(new TypeError('Failed to fetch'));
    renderPage(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The environments cannot be loadedThe backend gave no usable answer (Failed to fetch).',
    );
    api.give([dev]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findCard('Development')).toBeDefined();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'NotAllowedError', 'gitlab-tokens.environment.read'],
    [404, 'NotFoundError', 'has no gitlab-tokens plugin'],
    [503, 'ServiceUnavailableError', 'no usable answer (no).'],
  ])('says what an answer %i means', async (status, name, words) => {
    const api = new FakeGitlabTokensApi();
    api.fail(await responseError(status, name));
    renderPage(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
  });

  it('shows what to configure while nothing is', async () => {
    show();
    expect(
      await screen.findByRole('heading', {
        name: 'No environment is configured',
      }),
    ).toBeVisible();
    expect(document.body).toHaveTextContent('gitlabTokens: environment: local');
  });

  it('asks GitLab when told to, and keeps what it shows meanwhile', async () => {
    const api = show(dev);
    const button = await screen.findByRole('button', { name: 'Refresh' });
    api.hold();
    api.give([anExpiringEnvironment(90, { state: 'active', findings: [] })]);
    await userEvent.click(button);
    expect(api.asked).toEqual([{ fresh: false }, { fresh: true }]);
    expect(
      screen.getByRole('progressbar', { name: 'Inspecting all environments…' }),
    ).toBeVisible();
    expect(
      (await findCard('Development')).getByText('12 days left'),
    ).toBeVisible();
    await userEvent.click(button);
    expect(api.asked).toHaveLength(2);

    await act(async () => api.release());
    expect(
      await (await findCard('Development')).findByText('90 days left'),
    ).toBeVisible();
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  });

  it('keeps what it shows when refreshing fails, and says so', async () => {
    const api = show(dev);
    const button = await screen.findByRole('button', { name: 'Refresh' });
    api.fail(new Error('GitLab is away'));
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Refreshing failed\. What you see was loaded on Jun 1, 2026.*GitLab is away/,
    );
    expect(
      (await findCard('Development')).getByText('12 days left'),
    ).toBeVisible();
  });

  it('asks again when the viewer comes back, but without asking GitLab', async () => {
    const api = show(dev);
    await findCard('Development');
    fireEvent.focus(window);
    expect(api.asked).toHaveLength(1);
    jest.setSystemTime(NOW.getTime() + 10_000);
    api.give([dev, qa]);
    fireEvent.focus(window);
    expect(await findCard('Quality assurance')).toBeDefined();
    expect(api.asked).toEqual([{ fresh: false }, { fresh: false }]);
  });

  it('does not let an older answer replace a newer one', async () => {
    const api = show(dev);
    const button = await screen.findByRole('button', { name: 'Refresh' });
    api.hold();
    jest.setSystemTime(NOW.getTime() + 10_000);
    fireEvent.focus(window);
    api.give([dev, qa]);
    await userEvent.click(button);
    expect(api.asked).toHaveLength(3);
    await act(async () => api.release());
    expect(await findCard('Quality assurance')).toBeDefined();
  });

  it('is accessible, whatever the states', async () => {
    show(local, dev, qa, aLockedEnvironment({ name: 'prod', title: 'Prod' }));
    await screen.findByRole('img', { name: 'Expiry of the tokens' });
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('opens at the environment of the link', async () => {
    renderPage(new FakeGitlabTokensApi([dev, qa]), '/?environment=qa');
    const card = await screen.findByRole('article', {
      name: 'Quality assurance',
    });
    await waitFor(() => expect(card).toHaveFocus());
  });
});
