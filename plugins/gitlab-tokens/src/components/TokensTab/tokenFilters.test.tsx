import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeTokensApi } from '../../__testUtils__/FakeTokensApi';
import { testAtNow } from '../../__testUtils__/portal';
import { responseError } from '../../__testUtils__/responseError';
import { manyTokens } from '../../__testUtils__/tokens';
import {
  address,
  findNames,
  findTable,
  groups,
  names,
  showTokensPage,
} from '../../__testUtils__/tokensPage';

describe('the filters of TokensPage', () => {
  testAtNow();

  it('shows what the URL asks for, and says so', async () => {
    const api = showTokensPage(new FakeTokensApi(groups), {
      search:
        '?state=any&kind=project&owner=example-org/payments&sort=name&order=desc&role=developer&scope=read_api&search=CHECK&environment=dev',
    });
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
    showTokensPage(new FakeTokensApi(groups));
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
    showTokensPage(new FakeTokensApi(groups));
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
    const api = showTokensPage(new FakeTokensApi(manyTokens(40)), {
      search: '?limit=25&page=2',
    });
    await findTable();
    await userEvent.type(screen.getByRole('searchbox'), 'Token 17');
    await waitFor(() => expect(names()).toEqual(['Token 17']));
    expect(api.asked.map(({ search }) => search)).toEqual([
      undefined,
      'Token 17',
    ]);
    expect(address()).toBe('/gitlab-tokens/tokens?search=Token+17&limit=25');
  });

  it('says that nothing matches, and clears the filters', async () => {
    showTokensPage(new FakeTokensApi(groups), {
      search: '?scope=sudo&search=deploy',
    });
    expect(
      await screen.findByRole('heading', { name: 'No token matches' }),
    ).toBeVisible();
    const [first] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(first);
    await waitFor(() => expect(names()).toHaveLength(4));
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(address()).toBe('/gitlab-tokens/tokens?state=any');
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
    const api = showTokensPage(new FakeTokensApi(groups), {
      search: '?kind=project',
    });
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

  it('takes the path of an owner that it does not offer', async () => {
    const api = showTokensPage(new FakeTokensApi(groups));
    await findTable();
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    const owner = screen.getByRole('textbox', { name: 'Owner' });
    expect(owner).toHaveAccessibleDescription(/^With everything below it\./);
    await userEvent.type(owner, ' example-org/payments/{Enter}');
    await waitFor(() => expect(names()).toEqual(['checker']));
    expect(address()).toBe(
      '/gitlab-tokens/tokens?owner=example-org%2Fpayments',
    );
    await userEvent.type(owner, ' / {Enter}');
    expect(api.asked.map(({ owner: asked }) => asked)).toEqual([
      undefined,
      ['example-org/payments'],
    ]);
  });
});
