import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeTokenActionsApi } from '../../__testUtils__/FakeTokenActionsApi';
import { testAtNow } from '../../__testUtils__/portal';
import { aToken } from '../../__testUtils__/tokens';
import { deployer, showTokensPage } from '../../__testUtils__/tokensPage';

describe('the ticks of TokensPage', () => {
  testAtNow();

  it('revokes what is ticked on several pages, and forgets the ticks when other tokens are asked for', async () => {
    const tokens = Array.from({ length: 26 }, (_, index) =>
      aToken({ tokenId: 100 + index, daysLeft: index + 1 }),
    );
    showTokensPage(new FakeTokenActionsApi(tokens), { search: '?limit=25' });
    await userEvent.click(await screen.findByLabelText('Select Token 101'));
    expect(screen.getByText('1 token selected')).toBeVisible();
    expect(
      screen.getByLabelText('Select all tokens of this page'),
    ).toBePartiallyChecked();
    await userEvent.click(screen.getByLabelText('Next page'));
    await userEvent.click(await screen.findByLabelText('Select Token 125'));
    expect(screen.getByText('2 tokens selected')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Revoke…' }));
    const stops = await screen.findByRole('list', { name: 'What stops' });
    expect(stops).toHaveTextContent('“Token 101”');
    expect(stops).toHaveTextContent('“Token 125”');
    await userEvent.click(
      screen.getByRole('button', { name: 'Revoke 2 tokens' }),
    );
    await userEvent.click(
      await within(screen.getByRole('dialog')).findByRole('button', {
        name: 'Close',
      }),
    );
    // The second page is empty now
    await userEvent.click(
      await screen.findByRole('button', { name: 'Go to the first page' }),
    );
    expect(await screen.findByText('1–24 of 24 tokens')).toBeVisible();
    expect(screen.queryByText('2 tokens selected')).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByLabelText('Select all tokens of this page'),
    );
    expect(screen.getByText('24 tokens selected')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the filter State: Active' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('24 tokens selected')).not.toBeInTheDocument(),
    );
  });

  it('lets nobody tick a token that is revoked already', async () => {
    const revoked = aToken({ tokenId: 5, name: 'gone', state: 'revoked' });
    showTokensPage(new FakeTokenActionsApi([revoked, deployer]), {
      search: '?state=any',
    });
    expect(await screen.findByLabelText('Select gone')).toBeDisabled();
    await userEvent.click(
      screen.getByLabelText('Select all tokens of this page'),
    );
    expect(screen.getByText('1 token selected')).toBeVisible();
  });
});
