import { mockApis } from '@backstage/frontend-test-utils';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeTokensApi } from '../../__testUtils__/FakeTokensApi';
import { testAtNow } from '../../__testUtils__/portal';
import { anOwner, aToken, manyTokens } from '../../__testUtils__/tokens';
import {
  address,
  findNames,
  findTable,
  groups,
  names,
  showTokensPage,
} from '../../__testUtils__/tokensPage';

describe('TokensPage', () => {
  testAtNow();

  it('shows the active tokens in the order in which they expire, with all that matters about them', async () => {
    const api = new FakeTokensApi(groups);
    api.environments[0].policy.allowedScopes = ['read_api'];
    showTokensPage(api);
    expect(await findNames()).toEqual(['reader', 'deployer', 'checker']);
    expect(
      screen.getByRole('button', { name: 'Remove the filter State: Active' }),
    ).toBeVisible();
    const [, reader, , checker] = screen.getAllByRole('row');
    await waitFor(() =>
      expect(within(reader).getByText('Critical')).toBeVisible(),
    );
    expect(reader).toHaveTextContent('group access token');
    expect(reader).toHaveTextContent('example-org');
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
    const api = showTokensPage(new FakeTokensApi(manyTokens(5000)), {
      search: '?limit=100',
    });
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
    showTokensPage(api, { search: '?limit=25' });
    expect(
      await screen.findByText('1–25 of more than 26 tokens'),
    ).toBeVisible();
  });

  it('is sorted by the headers, with the keyboard too', async () => {
    showTokensPage(new FakeTokensApi(groups));
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

  it('keeps the columns that were chosen, and nothing else', async () => {
    const storage = mockApis.storage();
    showTokensPage(new FakeTokensApi(groups), { storage });
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
      ...['state', 'expiresAt', 'lastUsedAt', 'owner', 'role'],
      ...['scopes', 'tokenId'],
    ]);
  });

  it('says whether a token works next to its name, and its environment only where there are several', async () => {
    const several = [anOwner(), anOwner({ environment: 'qa' })];
    const token = aToken({ name: 'deployer', credentialOf: ['qa'] });
    showTokensPage(new FakeTokensApi([token]));
    const table = await findTable();
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual([
      ...['', 'Name', 'State', 'Expires', 'Last used'],
      ...['Kind', 'Owner', 'Role', 'Scopes', 'Actions'],
    ]);
    const name = () => screen.getByRole('rowheader', { name: /deployer/ });
    expect(name()).toHaveTextContent(/^deployerCredential of qa$/);
    cleanup();
    showTokensPage(new FakeTokensApi([token], several));
    await findTable();
    await waitFor(() =>
      expect(name()).toHaveTextContent(
        /^deployerDevelopment · Credential of qa$/,
      ),
    );
  });

  it('shows a few scopes, those first that the policy forbids, and says what the others are', async () => {
    const scopes = ['read_api', 'read_registry', 'read_repository', 'sudo'];
    const api = new FakeTokensApi([aToken({ scopes })]);
    api.environments[0].policy.allowedScopes = scopes.slice(0, 3);
    showTokensPage(api);
    const list = await screen.findByRole('list', { name: 'Scopes' });
    await waitFor(() =>
      expect(
        within(list)
          .getAllByRole('listitem')
          .map(item => item.getAttribute('aria-label')),
      ).toEqual([
        'sudo: surplus',
        'read_api',
        'more: read_registry and read_repository',
      ]),
    );
    expect(within(list).getByText('+2').closest('[title]')).toHaveAttribute(
      'title',
      'read_registry, read_repository',
    );
  });
});
