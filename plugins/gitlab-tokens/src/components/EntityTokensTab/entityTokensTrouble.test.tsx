import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  anEntityApi,
  environments,
  findEntityTable,
  owners,
  rowOf,
  showEntityTokens,
} from '../../__testUtils__/entityTokens';
import { minutesAgo } from '../../__testUtils__/environments';
import { FakeEntityTokensApi } from '../../__testUtils__/FakeEntityTokensApi';
import { testAtNow } from '../../__testUtils__/portal';
import { responseError } from '../../__testUtils__/responseError';
import { anOwner } from '../../__testUtils__/tokens';

describe('EntityTokensTab, where it has nothing to show, or not yet', () => {
  testAtNow();

  it('shows a skeleton until the tokens are there', async () => {
    const api = anEntityApi();
    api.hold();
    showEntityTokens(api);
    expect(
      await screen.findByRole('status', { name: 'Loading the tokens' }),
    ).toHaveAttribute('aria-busy', 'true');
    await act(async () => api.release());
    expect(await findEntityTable()).toBeVisible();
  });

  it('says that the viewer may not see tokens, and tries again', async () => {
    const api = anEntityApi();
    api.fail(await responseError(403, 'NotAllowedError'));
    showEntityTokens(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.token.read',
    );
    api.fail(null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findEntityTable()).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps what it shows when it cannot be loaded again, and says so', async () => {
    const api = showEntityTokens(anEntityApi());
    await findEntityTable();
    api.fail(new TypeError('Failed to fetch'));
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'These tokens could not be loaded. What you see was asked for before.',
    );
    expect(await rowOf(/^ci/)).toBeVisible();
  });

  it('shows the tokens also while environments and owners cannot be loaded', async () => {
    const api = anEntityApi();
    api.besides = {
      environments: await responseError(403, 'NotAllowedError'),
      owners: new Error('no owners today'),
    };
    showEntityTokens(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('gitlab-tokens.environment.read');
    await waitFor(() => expect(alert).toHaveTextContent('no owners today'));
    expect(await rowOf(/^dev$/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'How to use it: ci' }),
    );
    expect(
      await screen.findByText(/^The address of the GitLab of dev is not known/),
    ).toBeVisible();
  });

  it('says which of its owners could not be listed, and of no other', async () => {
    const api = anEntityApi();
    const problem = {
      code: 'GATEWAY_UNREACHABLE',
      message: 'GitLab could not be reached.',
      action: 'Check the network.',
    };
    const listedAt = minutesAgo(3 * 24 * 60);
    api.owners = [
      anOwner({ problem, listedAt }),
      anOwner({ owner: { type: 'group', id: 99, path: 'others' }, problem }),
    ];
    showEntityTokens(api);
    const alert = await screen.findByRole('alert');
    expect(within(alert).getAllByRole('listitem')).toHaveLength(1);
    expect(alert).toHaveTextContent(
      'example-org (dev) GitLab could not be reached. Check the network. Shown are those of 3 days ago.',
    );
  });

  it.each([
    ['There are no tokens', owners],
    ['The tokens are not listed yet', [anOwner({ listedAt: null })]],
    ['Its tokens are not managed here', []],
  ])('says, where it has nothing to show: %s', async (title, listed) => {
    const api = new FakeEntityTokensApi([], listed, environments);
    showEntityTokens(api);
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.getByText('No active tokens.')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});
