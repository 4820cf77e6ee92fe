import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { createTheme, ThemeProvider } from '@material-ui/core/styles';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { EnvironmentExpiries } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  anEnvironment,
  anExpiringEnvironment,
  NOW,
} from '../../__testUtils__/environments';
import { manyExpiries, someExpiries } from '../../__testUtils__/expiries';
import { FakeGitlabTokensApi } from '../../__testUtils__/FakeGitlabTokensApi';
import { responseError } from '../../__testUtils__/responseError';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { colourOf } from '../tones';
import { EnvironmentsPage } from './EnvironmentsPage';

const dev = anExpiringEnvironment(12);
const qa = anEnvironment({ name: 'qa', title: 'Quality assurance' });

/** Those of three tokens, within the critical and the warning days and after them. */
const THREE = someExpiries({ 5: 1, 20: 1, 100: 1 });

function show(
  expiries: EnvironmentExpiries[] | Error,
  {
    type = 'light',
    isAnswered = true,
  }: {
    type?: 'light' | 'dark';
    isAnswered?: boolean;
  } = {},
) {
  const api = new FakeGitlabTokensApi([dev, qa]);
  api.expiries = expiries;
  if (!isAnswered) {
    api.listExpiries = () => new Promise(() => {});
  }
  const theme = createTheme({ palette: { type } });
  renderInTestApp(
    <ThemeProvider theme={theme}>
      <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
        <EnvironmentsPage />
      </TestApiProvider>
    </ThemeProvider>,
    { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
  );
  return { api, theme };
}

const findTimeline = () =>
  screen.findByRole('img', { name: 'Expiry of the tokens' });

const findLinks = async () =>
  within(
    await screen.findByRole('list', { name: 'Other tokens' }),
  ).getAllByRole('link');

/** What the marks say when the pointer rests on them. */
async function findHints() {
  const titles = (await findTimeline()).querySelectorAll('g > title');
  return [...titles].map(({ textContent }) => textContent);
}

describe('the other tokens on the timeline', () => {
  beforeEach(() => {
    // Only the clock stands still; timers run
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('are single marks where there are three, with the day of each', async () => {
    show([THREE]);
    await findLinks();
    expect(await findHints()).toEqual([
      '1 token expires on Jun 6, 2026, in 5 days',
      '1 token expires on Jun 21, 2026, in 20 days',
      '1 token expires on Sep 9, 2026, in 100 days',
    ]);
    const timeline = within(await findTimeline());
    expect(timeline.queryByText(/^\d+$/)).not.toBeInTheDocument();
    expect(
      screen.getByText('other tokens, with their number'),
    ).toBeInTheDocument();
  });

  it('are put together where there are three hundred, with how many they are', async () => {
    show([manyExpiries(300)]);
    await findLinks();
    const hints = await findHints();
    expect(hints.length).toBeGreaterThan(15);
    expect(hints.length).toBeLessThan(40);
    expect(hints[0]).toMatch(
      /^\d+ tokens expire between Jun \d, 2026 and Jun \d, 2026$/,
    );
    const counted = hints.map(hint => Number(/^\d+/.exec(hint ?? '')![0]));
    const numbers = within(await findTimeline())
      .getAllByText(/^\d+$/)
      .map(({ textContent }) => Number(textContent));
    expect(numbers).toEqual(counted.filter(count => count > 1));

    const words = screen.getByRole('list', { name: 'Other tokens' });
    const [, later, never] =
      /^300 other tokens, the next expires tomorrow\s· (\d+) expire after Nov 28, 2026\. (\d+) never expire\.$/.exec(
        words.textContent!,
      )!;
    const marked = counted.reduce((sum, count) => sum + count, 0);
    expect(marked + Number(later) + Number(never)).toBe(300);
  });

  it('are reached by links of each environment, to its tokens in the order of their expiry', async () => {
    show([
      THREE,
      someExpiries({}, { environment: 'qa', never: 4 }),
      someExpiries({ 1: 1 }, { environment: 'elsewhere' }),
    ]);
    const links = await findLinks();
    expect(
      links.map(link => [
        link.getAttribute('aria-label'),
        link.getAttribute('href'),
      ]),
    ).toEqual([
      [
        'Development: 3 other tokens, the next expires in 5 days',
        // Active tokens in the order of their expiry are what the table shows by itself
        '/gitlab-tokens/tokens?environment=dev',
      ],
      [
        'Quality assurance: 4 other tokens, none of which expires',
        '/gitlab-tokens/tokens?environment=qa',
      ],
    ]);
    links.forEach(link =>
      expect(link.getAttribute('aria-label')).toContain(link.textContent),
    );
    links[0].focus();
    expect(links[0]).toHaveFocus();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('are described for those who cannot see them', async () => {
    show([someExpiries({ 1: 3, 300: 1 }, { never: 5 })]);
    await findLinks();
    expect(await findTimeline()).toHaveAccessibleDescription(
      /Development: expires Jun 13, 2026, in 12 days\. 9 other tokens, the next expires tomorrow\. 1 expires after Nov 28, 2026\. 5 never expire\. Quality assurance: expires Jul 31, 2026, in 60 days\.$/,
    );
  });

  it.each(['light', 'dark'] as const)(
    'are coloured by the policy, as the %s theme has it',
    async type => {
      const { theme } = show([THREE], { type });
      await findLinks();
      const groups = [...(await findTimeline()).querySelectorAll('g')].filter(
        group => group.querySelector(':scope > title'),
      );
      const colours = groups.map(group =>
        group
          .querySelector('rect:not([fill=transparent])')!
          .getAttribute('fill'),
      );
      expect(colours).toEqual([
        colourOf('error', theme),
        colourOf('warning', theme),
        colourOf('neutral', theme),
      ]);
    },
  );

  it('leave the credentials as they are where there are none', async () => {
    show([]);
    expect(await findTimeline()).toHaveAccessibleDescription(
      /Development: expires Jun 13, 2026, in 12 days\. Quality assurance: expires Jul 31, 2026, in 60 days\.$/,
    );
    expect(screen.queryByRole('list', { name: 'Other tokens' })).toBeNull();
    expect(screen.queryByText(/with their number/)).toBeNull();
  });

  it('are in no legend where they have no marks, because none of them expires', async () => {
    show([someExpiries({}, { never: 4 })]);
    expect(await findLinks()).toHaveLength(1);
    expect(await findHints()).toEqual([]);
    expect(screen.queryByText(/with their number/)).toBeNull();
  });

  it('do not let the page wait for them', async () => {
    show([THREE], { isAnswered: false });
    expect(await findTimeline()).toHaveAccessibleDescription(/in 12 days/);
    expect(screen.queryByRole('list', { name: 'Other tokens' })).toBeNull();
    expect(screen.queryByText(/cannot be loaded/)).toBeNull();
  });

  it('are not spoken of to those who may not see tokens', async () => {
    const { api } = show(await responseError(403, 'NotAllowedError'));
    await findTimeline();
    expect(api.expiriesAsked).toBe(1);
    expect(screen.queryByText(/other tokens/)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are missed in a quiet line where they cannot be loaded, and shown as soon as they can', async () => {
    const { api } = show(new Error('Failed to fetch'));
    expect(await findTimeline()).toHaveAccessibleDescription(/in 12 days/);
    expect(
      await screen.findByText(
        'The expiries of the other tokens cannot be loaded (Failed to fetch). This page tries again by itself.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();

    jest.setSystemTime(NOW.getTime() + 10_000);
    api.expiries = [THREE];
    fireEvent.focus(window);
    expect(await findLinks()).toHaveLength(1);
    expect(screen.queryByText(/cannot be loaded/)).toBeNull();
  });

  it('are asked for once beside the environments, and again with them', async () => {
    const { api } = show([THREE]);
    await findLinks();
    expect([api.asked.length, api.expiriesAsked]).toEqual([1, 1]);
    jest.setSystemTime(NOW.getTime() + 10_000);
    api.hold();
    fireEvent.focus(window);
    expect([api.asked.length, api.expiriesAsked]).toEqual([2, 1]);
    await act(async () => api.release());
    expect([api.asked.length, api.expiriesAsked]).toEqual([2, 2]);
  });
});
