import { ResponseError } from '@backstage/errors';
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
  NOW,
} from '../../__testUtils__/environments';
import { FakeGitlabTokensApi } from '../../__testUtils__/FakeGitlabTokensApi';
import { showInPortal, testAtNow } from '../../__testUtils__/portal';
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

const renderPage = (api: FakeGitlabTokensApi, path?: string) =>
  showInPortal(<EnvironmentsPage />, api, path);

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
  testAtNow();

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

  it('says in a sentence what is wrong, and which token expires next', async () => {
    show(local, dev, qa);
    await findCard('Development');
    expect(
      screen.getByText(
        '2 of 3 environments need attention: qa lacks write_repository; dev expires in 12 days.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(`Next expiry: dev in 12 days (${inDays(12)}).`),
    ).toBeVisible();
  });

  it('does not let a broken environment hide the others', async () => {
    show(
      aLockedEnvironment({ name: 'qa', title: 'Quality assurance' }),
      anEnvironment({
        name: 'prod',
        title: 'Production',
        state: 'invalid',
        observed: null,
        daysLeft: null,
      }),
      dev,
    );
    const locked = await findCard('Quality assurance');
    expect(locked.getByText('Locked')).toBeVisible();
    const invalid = await findCard('Production');
    expect(invalid.getByText('Invalid file')).toBeVisible();
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
    // The highlighter of the example is loaded on its own
    await waitFor(() =>
      expect(document.body).toHaveTextContent(
        'gitlabTokens: environment: local',
      ),
    );
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
