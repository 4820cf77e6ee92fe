import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anEnvironment,
  anObservation,
  NOW,
} from '../../__testUtils__/environments';
import { FakeTokensApi } from '../../__testUtils__/FakeTokensApi';
import { responseError } from '../../__testUtils__/responseError';
import { aToken } from '../../__testUtils__/tokens';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { PolicyPage } from './PolicyPage';

const strict = anEnvironment({
  policy: {
    warnDays: 30,
    criticalDays: 7,
    maxLifetimeDays: 90,
    maxRole: 'developer',
    allowedScopes: ['read_api', 'read_repository', 'write_repository'],
  },
});
const lax = anEnvironment({ name: 'qa', title: 'Quality assurance' });

const immortal = aToken({ tokenId: 1, name: 'immortal', daysLeft: null });
const powerful = aToken({
  tokenId: 2,
  name: 'powerful',
  role: 'owner',
  scopes: ['api', 'sudo'],
  daysLeft: 200,
});
const decent = aToken({ tokenId: 3, name: 'decent' });

function show(api: FakeTokensApi) {
  renderInTestApp(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      <PolicyPage />
    </TestApiProvider>,
    { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
  );
  return api;
}

const findCard = async (title: string) =>
  within(await screen.findByRole('article', { name: title }));

describe('PolicyPage', () => {
  beforeEach(() => {
    // Only the clock stands still; timers run
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('says what each policy limits, and what it does not', async () => {
    show(new FakeTokensApi([], [], [strict, lax]));
    const rule = (card: ReturnType<typeof within>, label: string) =>
      card.getByText(label, { selector: 'dt' }).nextElementSibling;
    const dev = await findCard('Development');
    expect(rule(dev, 'Longest lifetime')).toHaveTextContent('90 days');
    expect(rule(dev, 'Highest role')).toHaveTextContent('Developer');
    expect(rule(dev, 'Allowed scopes')).toHaveTextContent(
      'read_api, read_repository, and write_repository',
    );
    expect(rule(dev, 'Warning')).toHaveTextContent('30 days before expiry');
    expect(rule(dev, 'Critical')).toHaveTextContent('7 days before expiry');
    const qa = await findCard('Quality assurance');
    expect(rule(qa, 'Longest lifetime')).toHaveTextContent(
      'not limited, but every token must expire',
    );
    expect(rule(qa, 'Highest role')).toHaveTextContent('not limited');
    expect(rule(qa, 'Allowed scopes')).toHaveTextContent('all');
  });

  it('names every active token that breaks a policy, says how, and links to it', async () => {
    const revoked = aToken({ tokenId: 4, daysLeft: null, state: 'revoked' });
    show(
      new FakeTokensApi(
        [immortal, powerful, decent, revoked],
        [],
        [strict, lax],
      ),
    );
    const dev = await findCard('Development');
    expect(await dev.findByText('2 tokens break it.')).toBeVisible();
    expect(dev.getByText('4 breaches')).toBeVisible();
    const list = within(dev.getByRole('list', { name: 'Who breaks it' }));
    expect(list.getAllByRole('listitem').map(it => it.textContent)).toEqual([
      'immortalgroup access token · example-orgIt never expires.',
      'powerfulgroup access token · example-orgIt lives for 230 days; 90 days are allowed.Its role is Owner; Developer is the highest allowed.Its scopes api and sudo are not allowed.',
    ]);
    expect(list.getByRole('link', { name: 'immortal' })).toHaveAttribute(
      'href',
      '/gitlab-tokens/tokens?token=dev.group.10.1',
    );
    const qa = await findCard('Quality assurance');
    expect(qa.getByText('No active token breaks this policy.')).toBeVisible();
    expect(qa.getByText('No breaches')).toBeVisible();
  });

  it('judges the credential by what GitLab said about it', async () => {
    const broken = {
      ...strict,
      observed: anObservation({ role: 'maintainer', name: 'The portal' }),
    };
    const credential = aToken({ role: 'maintainer', credentialOf: ['dev'] });
    show(new FakeTokensApi([credential], [], [broken]));
    const card = await findCard('Development');
    expect(await card.findByText('1 token breaks it.')).toBeVisible();
    expect(
      card.getByRole('link', { name: 'The credential: The portal' }),
    ).toHaveAttribute('href', '/gitlab-tokens/environments?environment=dev');
    expect(
      card.getByText(
        'Its role is Maintainer; Developer is the highest allowed.',
      ),
    ).toBeVisible();
  });

  it('counts no breaches before the tokens are judged', async () => {
    const observed = anObservation({ role: 'maintainer' });
    const api = new FakeTokensApi([immortal], [], [{ ...strict, observed }]);
    api.hold();
    show(api);
    const card = await findCard('Development');
    expect(card.getByRole('link', { name: /^The credential/ })).toBeVisible();
    expect(card.queryByText('1 breach')).not.toBeInTheDocument();
    await act(async () => api.release());
    expect(await card.findByText('2 breaches')).toBeVisible();
  });

  it('looks at all pages, in an order that new tokens do not disturb', async () => {
    const many = Array.from({ length: 1200 }, (_, index) =>
      aToken({ tokenId: index + 1 }),
    );
    const api = show(
      new FakeTokensApi(
        [...many, { ...immortal, ref: 'dev.group.10.9999' }],
        [],
        [strict],
      ),
    );
    expect(
      await (await findCard('Development')).findByText('1 token breaks it.'),
    ).toBeVisible();
    expect(
      api.asked.map(({ offset, limit, sort, state }) => [
        offset,
        limit,
        sort,
        state,
      ]),
    ).toEqual([
      [0, 500, 'createdAt', ['active']],
      [500, 500, 'createdAt', ['active']],
      [1000, 500, 'createdAt', ['active']],
    ]);
  });

  it('says when there were too many to look at all', async () => {
    const many = Array.from({ length: 5001 }, (_, index) =>
      aToken({ tokenId: index + 1 }),
    );
    const api = show(new FakeTokensApi(many, [], [strict]));
    expect(
      await screen.findByText(
        /^Only the 5,000 oldest active tokens were looked at/,
      ),
    ).toBeVisible();
    expect(api.asked).toHaveLength(10);
    expect(
      (await findCard('Development')).getByText(
        'No active token that was looked at breaks this policy.',
      ),
    ).toBeVisible();
  });

  it('shows the first of many, and all of them on demand', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      aToken({ tokenId: index + 1, daysLeft: null }),
    );
    show(new FakeTokensApi(many, [], [strict]));
    const card = await findCard('Development');
    expect(await card.findByText('30 tokens break it.')).toBeVisible();
    expect(card.getAllByRole('listitem')).toHaveLength(20);
    await userEvent.click(card.getByRole('button', { name: 'Show all 30' }));
    expect(card.getAllByRole('listitem')).toHaveLength(30);
  });

  it('shows the policies although the tokens may not be seen, and says why they are not judged', async () => {
    const api = new FakeTokensApi([immortal], [], [strict]);
    api.fail(await responseError(403, 'NotAllowedError'));
    show(api);
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'The tokens could not be judged. The backend answered that you lack the permission gitlab-tokens.token.read.',
      ),
    );
    expect((await findCard('Development')).getByText('90 days')).toBeVisible();
  });
});
