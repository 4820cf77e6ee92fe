import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { storageApiRef } from '@backstage/core-plugin-api';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AddressBar } from '../../__testUtils__/AddressBar';
import { minutesAgo, NOW } from '../../__testUtils__/environments';
import { FakeTokensApi } from '../../__testUtils__/FakeTokensApi';
import { responseError } from '../../__testUtils__/responseError';
import { anOwner, aToken, manyTokens } from '../../__testUtils__/tokens';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { TokensPage } from './TokensPage';

function show(api: FakeTokensApi, search = '', storage = mockApis.storage()) {
  renderInTestApp(
    <TestApiProvider
      apis={[
        [gitlabTokensApiRef, api],
        [storageApiRef, storage],
      ]}
    >
      <TokensPage />
      <AddressBar />
    </TestApiProvider>,
    {
      initialRouteEntries: [`/gitlab-tokens/tokens${search}`],
      mountedRoutes: { '/gitlab-tokens': rootRouteRef },
    },
  );
  return api;
}

/** The table is found by its caption: asking for roles takes long where there are many rows. */
async function findTable() {
  const caption = await screen.findByText(
    'Tokens of the configured groups, projects and people',
  );
  return caption.closest('table')!;
}

/** The names of the tokens that are shown, from above. */
const names = () =>
  [...document.querySelectorAll('tbody th')].map(
    ({ textContent }) => textContent,
  );

const findNames = async () => {
  await findTable();
  return names();
};

const address = () => screen.getByLabelText('Address').textContent;

const groups = [
  aToken({ tokenId: 1, name: 'deployer', daysLeft: 40 }),
  aToken({
    tokenId: 2,
    name: 'reader',
    daysLeft: 5,
    scopes: ['read_api', 'api'],
  }),
  aToken({
    tokenId: 3,
    name: 'checker',
    daysLeft: null,
    kind: 'project',
    owner: { type: 'project', id: 20, path: 'example-org/payments/api' },
  }),
  aToken({ tokenId: 4, name: 'old', state: 'expired', daysLeft: -3 }),
];

// Drawing many rows takes a while where many tests run at once
jest.setTimeout(30_000);

describe('TokensPage', () => {
  beforeEach(() => {
    // Only the clock stands still; timers run
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('shows the active tokens in the order in which they expire, with all that matters about them', async () => {
    const api = new FakeTokensApi(groups);
    api.environments[0].policy.allowedScopes = ['read_api'];
    show(api);
    expect(await findNames()).toEqual(['reader', 'deployer', 'checker']);
    expect(
      screen.getByRole('button', { name: 'Remove the filter State: Active' }),
    ).toBeVisible();
    const [, reader, , checker] = screen.getAllByRole('row');
    await waitFor(() => expect(reader).toHaveTextContent('Development'));
    expect(reader).toHaveTextContent('group access token');
    expect(reader).toHaveTextContent('example-org');
    expect(within(reader).getByText('Critical')).toBeVisible();
    expect(reader).toHaveTextContent('2026-06-06in 5 days');
    expect(reader).toHaveTextContent('2 hours ago');
    expect(
      within(within(reader).getByRole('list', { name: 'Scopes' }))
        .getAllByRole('listitem')
        .map(item => item.getAttribute('aria-label')),
    ).toEqual(['read_api', 'api: surplus']);
    expect(within(checker).getByText('Active')).toBeVisible();
    expect(checker).toHaveTextContent('never');
    expect(screen.getByText('1–3 of 3 tokens')).toBeVisible();
    expect(
      screen.getByText('Listed from GitLab: 12 minutes ago'),
    ).toBeVisible();
  });

  it('draws one page of five thousand tokens, and says which', async () => {
    const api = show(new FakeTokensApi(manyTokens(5000)), '?limit=100');
    expect(await findNames()).toHaveLength(100);
    expect(screen.getByText('1–100 of 5,000 tokens')).toBeVisible();
    await userEvent.click(screen.getByLabelText('Next page'));
    expect(await screen.findByText('101–200 of 5,000 tokens')).toBeVisible();
    expect(names()[0]).toBe('Token 101');
    expect(address()).toBe('/gitlab-tokens/tokens?page=2&limit=100');
    expect(api.asked.map(({ offset, limit }) => [offset, limit])).toEqual([
      [0, 100],
      [100, 100],
    ]);
  });

  it('says that there are more than are counted', async () => {
    const api = new FakeTokensApi(manyTokens(30));
    api.isExact = false;
    show(api, '?limit=25');
    expect(
      await screen.findByText('1–25 of more than 26 tokens'),
    ).toBeVisible();
  });

  it('shows what the URL asks for, and says so', async () => {
    const api = show(
      new FakeTokensApi(groups),
      '?state=any&kind=project&owner=example-org/payments&sort=name&order=desc&role=developer&scope=read_api&search=CHECK&environment=dev',
    );
    expect(await findNames()).toEqual(['checker']);
    expect(api.asked).toEqual([
      {
        environment: ['dev'],
        owner: ['example-org/payments'],
        kind: ['project'],
        state: undefined,
        scope: ['read_api'],
        role: ['developer'],
        search: 'CHECK',
        expiresWithinDays: undefined,
        sort: 'name',
        order: 'desc',
        offset: 0,
        limit: 50,
      },
    ]);
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue(
      'CHECK',
    );
    expect(
      within(screen.getByRole('list', { name: 'Active filters' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Environment: Development',
      'Owner: example-org/payments',
      'Kind: project access token',
      'Scopes: read_api',
      'Role: Developer',
    ]);
  });

  it('narrows down by a filter, and going back undoes it', async () => {
    show(new FakeTokensApi(groups));
    await findTable();
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Kind' }), 'proj');
    await userEvent.click(
      await screen.findByRole('option', { name: 'project access token' }),
    );
    await waitFor(() => expect(names()).toEqual(['checker']));
    expect(address()).toBe('/gitlab-tokens/tokens?kind=project');
    await userEvent.click(screen.getByText('Back in the browser'));
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(address()).toBe('/gitlab-tokens/tokens');
  });

  it('asks for tokens that expire within some days', async () => {
    show(new FakeTokensApi(groups));
    await findTable();
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.click(
      screen.getByRole('button', { name: /Expires within/ }),
    );
    await userEvent.click(screen.getByRole('option', { name: '7 days' }));
    await waitFor(() => expect(names()).toEqual(['reader']));
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Remove the filter Expires within: 7 days',
      }),
    );
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('searches when the typing pauses, once, and from the first page', async () => {
    const api = show(new FakeTokensApi(manyTokens(40)), '?limit=25&page=2');
    await findTable();
    await userEvent.type(screen.getByRole('searchbox'), 'Token 17');
    await waitFor(() => expect(names()).toEqual(['Token 17']));
    expect(api.asked.map(({ search }) => search)).toEqual([
      undefined,
      'Token 17',
    ]);
    expect(address()).toBe('/gitlab-tokens/tokens?search=Token+17&limit=25');
  });

  it('is sorted by the headers, with the keyboard too', async () => {
    show(new FakeTokensApi(groups));
    const header = async (name: string) =>
      within(await findTable()).getByRole('columnheader', { name });
    expect(await header('Expires')).toHaveAttribute('aria-sort', 'ascending');
    within(await header('Name'))
      .getByRole('button')
      .focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(names()).toEqual(['checker', 'deployer', 'reader']),
    );
    expect(await header('Name')).toHaveAttribute('aria-sort', 'ascending');
    expect(await header('Expires')).not.toHaveAttribute('aria-sort');
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(names()).toEqual(['reader', 'deployer', 'checker']),
    );
    expect(await header('Name')).toHaveAttribute('aria-sort', 'descending');
    expect(
      within(await header('Scopes')).queryByRole('button'),
    ).not.toBeInTheDocument();
  });

  it('shows a skeleton first, and later keeps what it shows until the next answer', async () => {
    const api = new FakeTokensApi(manyTokens(30));
    api.hold();
    show(api, '?limit=25');
    expect(
      await screen.findByRole('status', { name: 'Loading the tokens' }),
    ).toHaveAttribute('aria-busy', 'true');
    await act(async () => api.release());
    expect(await findTable()).toHaveAttribute('aria-busy', 'false');

    api.hold();
    await userEvent.click(screen.getByLabelText('Next page'));
    expect(await findTable()).toHaveAttribute('aria-busy', 'true');
    expect(names()[0]).toBe('Token 1');
    expect(
      screen.getByRole('progressbar', { name: 'Loading other tokens…' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('status', { name: 'Loading the tokens' }),
    ).not.toBeInTheDocument();
    await act(async () => api.release());
    expect(names()[0]).toBe('Token 26');
    expect(await findTable()).toHaveAttribute('aria-busy', 'false');
  });

  it('does not let an older answer replace a newer one', async () => {
    const api = show(new FakeTokensApi(manyTokens(60)), '?limit=25');
    await findTable();
    api.hold();
    await userEvent.click(screen.getByLabelText('Next page'));
    await userEvent.click(
      within(await findTable()).getByRole('button', { name: /^Expires/ }),
    );
    expect(api.asked).toHaveLength(3);
    // The newest question is answered first
    await act(async () => api.release());
    expect(names()[0]).toBe('Token 60');
  });

  it('says why it has nothing to show, and tries again', async () => {
    const api = new FakeTokensApi(groups);
    api.fail(await responseError(403, 'NotAllowedError'));
    show(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the tokensThe backend answered that you lack the permission gitlab-tokens.token.read.',
    );
    api.fail(null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findNames()).toHaveLength(3);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps what it shows when the next page fails, and says so', async () => {
    const api = show(new FakeTokensApi(manyTokens(30)), '?limit=25');
    await findTable();
    api.fail(await responseError(503, 'ServiceUnavailableError'));
    await userEvent.click(screen.getByLabelText('Next page'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'These tokens could not be loaded. What you see was asked for before. The backend gave no usable answer (no).',
    );
    expect(names()[0]).toBe('Token 1');
  });

  it('shows the YAML to add while no owners are configured', async () => {
    show(new FakeTokensApi([], []));
    expect(
      await screen.findByRole('heading', { name: 'No owners are configured' }),
    ).toBeVisible();
    expect(document.body).toHaveTextContent(
      'owners: [example-org, example-org/payments]',
    );
  });

  it('says that nothing matches, and clears the filters', async () => {
    show(new FakeTokensApi(groups), '?scope=sudo&search=deploy');
    expect(
      await screen.findByRole('heading', { name: 'No token matches' }),
    ).toBeVisible();
    const [first] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(first);
    await waitFor(() => expect(names()).toHaveLength(4));
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(address()).toBe('/gitlab-tokens/tokens?state=any');
  });

  it('says that the tokens were not listed yet', async () => {
    show(new FakeTokensApi([], [anOwner({ listedAt: null })]));
    expect(
      await screen.findByRole('heading', {
        name: 'The tokens are not listed yet',
      }),
    ).toBeVisible();
  });

  it('leads back from a page that is past the end', async () => {
    show(new FakeTokensApi(groups), '?page=9');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Go to the first page' }),
    );
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  it('names the owners that could not be listed, and what to do', async () => {
    const problem = {
      code: 'BROKER_NOT_ALLOWED',
      message: 'The broker may not list these tokens.',
      action: 'Make it an Owner of the group.',
    };
    const owner = { type: 'group' as const, id: 11, path: 'other-org' };
    show(
      new FakeTokensApi(groups, [
        anOwner(),
        anOwner({ owner, problem, listedAt: minutesAgo(180) }),
      ]),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The tokens of 1 owner could not be listed.other-org (dev) The broker may not list these tokens. Make it an Owner of the group. Shown are those of 3 hours ago.',
    );
    expect(screen.getByText('Listed from GitLab: 3 hours ago')).toBeVisible();
  });

  it('keeps the columns that were chosen, and nothing else', async () => {
    const storage = mockApis.storage();
    show(new FakeTokensApi(groups), '', storage);
    await findTable();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Kind', checked: true }),
    );
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Number', checked: false }),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('columnheader', { name: 'Number' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('columnheader', { name: 'Kind' }),
    ).not.toBeInTheDocument();
    expect(
      storage.forBucket('gitlab-tokens').snapshot('tokenColumns').value,
    ).toEqual([
      ...['environment', 'owner', 'role', 'scopes', 'state'],
      ...['expiresAt', 'lastUsedAt', 'tokenId'],
    ]);
  });

  it('exports what the filters leave', async () => {
    const saved: string[] = [];
    const clicks = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(`${this.download} ${this.href}`);
      });
    URL.createObjectURL = () => 'blob:tokens';
    URL.revokeObjectURL = () => {};
    const api = show(new FakeTokensApi(groups), '?kind=project');
    await findTable();
    await userEvent.click(
      screen.getByRole('button', { name: 'Export as CSV' }),
    );
    await waitFor(() =>
      expect(saved).toEqual(['gitlab-tokens.csv blob:tokens']),
    );
    expect(api.exported).toEqual([
      expect.objectContaining({ kind: ['project'], state: ['active'] }),
    ]);
    api.fail(await responseError(503, 'ServiceUnavailableError'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Export as CSV' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The tokens could not be exported.',
    );
    clicks.mockRestore();
  });
});
