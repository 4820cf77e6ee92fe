import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { minutesAgo } from '../../__testUtils__/environments';
import { FakeTokensApi } from '../../__testUtils__/FakeTokensApi';
import { testAtNow } from '../../__testUtils__/portal';
import { responseError } from '../../__testUtils__/responseError';
import { anOwner, manyTokens } from '../../__testUtils__/tokens';
import {
  findNames,
  findTable,
  groups,
  names,
  showTokensPage,
} from '../../__testUtils__/tokensPage';

describe('TokensPage, where it has nothing to show, or not yet', () => {
  testAtNow();

  it('shows a skeleton first, and later keeps what it shows until the next answer', async () => {
    const api = new FakeTokensApi(manyTokens(30));
    api.hold();
    showTokensPage(api, { search: '?limit=25' });
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
    const api = showTokensPage(new FakeTokensApi(manyTokens(60)), {
      search: '?limit=25',
    });
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

  it('says beforehand who may issue no token at all', async () => {
    const api = new FakeTokensApi(manyTokens(1));
    api.mayIssue = false;
    showTokensPage(api);
    const issue = await screen.findByRole('button', { name: 'Issue a token…' });
    await waitFor(() =>
      expect(issue).toHaveAccessibleDescription(
        'You lack the permission gitlab-tokens.token.issue.',
      ),
    );
    await userEvent.click(issue);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says why it has nothing to show, and tries again', async () => {
    const api = new FakeTokensApi(groups);
    api.fail(await responseError(403, 'NotAllowedError'));
    showTokensPage(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not see the tokensThe backend answered that you lack the permission gitlab-tokens.token.read.',
    );
    api.fail(null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findNames()).toHaveLength(3);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps what it shows when the next page fails, and says so', async () => {
    const api = showTokensPage(new FakeTokensApi(manyTokens(30)), {
      search: '?limit=25',
    });
    await findTable();
    api.fail(await responseError(503, 'ServiceUnavailableError'));
    await userEvent.click(screen.getByLabelText('Next page'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'These tokens could not be loaded. What you see was asked for before. The backend gave no usable answer (no).',
    );
    expect(names()[0]).toBe('Token 1');
  });

  it('shows the YAML to add while no owners are configured', async () => {
    showTokensPage(new FakeTokensApi([], []));
    expect(
      await screen.findByRole('heading', { name: 'No owners are configured' }),
    ).toBeVisible();
    expect(document.body).toHaveTextContent(
      'owners: [example-org, example-org/payments]',
    );
  });

  it('says that the tokens were not listed yet', async () => {
    showTokensPage(new FakeTokensApi([], [anOwner({ listedAt: null })]));
    expect(
      await screen.findByRole('heading', {
        name: 'The tokens are not listed yet',
      }),
    ).toBeVisible();
  });

  it('leads back from a page that is past the end', async () => {
    showTokensPage(new FakeTokensApi(groups), { search: '?page=9' });
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
    showTokensPage(
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
});
