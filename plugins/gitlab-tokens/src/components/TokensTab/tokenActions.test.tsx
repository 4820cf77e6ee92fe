import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { FakeTokenActionsApi } from '../../__testUtils__/FakeTokenActionsApi';
import { testAtNow } from '../../__testUtils__/portal';
import { aToken } from '../../__testUtils__/tokens';
import {
  deployer,
  openMenu,
  showTokensPage,
} from '../../__testUtils__/tokensPage';

describe('the actions of TokensPage', () => {
  testAtNow();

  it('offers to issue a token', async () => {
    showTokensPage(new FakeTokenActionsApi([deployer]));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Issue a token…' }),
    );
    const dialog = await screen.findByRole('dialog', { name: /issue/i });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('says in the menu which permission is missing, where the keyboard finds it', async () => {
    const token = aToken({ tokenId: 51, name: 'guarded' });
    showTokensPage(new FakeTokenActionsApi([token]), {
      denied: ['gitlab-tokens.token.rotate'],
    });
    await openMenu('guarded');
    const rotate = await screen.findByRole('menuitem', {
      name: /^Rotate….*gitlab-tokens\.token\.rotate/,
    });
    expect(rotate).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{ArrowDown}');
    expect(rotate).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const revoke = screen.getByRole('menuitem', { name: 'Revoke…' });
    await waitFor(() =>
      expect(revoke).toHaveAttribute('aria-disabled', 'false'),
    );
  });

  it('asks for permissions of a token only when its menu is opened', async () => {
    const authorize = jest.fn(
      (): AuthorizeResult.ALLOW => AuthorizeResult.ALLOW,
    );
    const token = aToken({ tokenId: 61, name: 'quiet' });
    showTokensPage(new FakeTokenActionsApi([token]), {
      permissions: mockApis.permission({ authorize }),
    });
    await screen.findByRole('button', { name: 'Actions for quiet' });
    expect(authorize).not.toHaveBeenCalled();
    await openMenu('quiet');
    await waitFor(() => expect(authorize).toHaveBeenCalledTimes(2));
  });

  it('rotates a token, and a credential as that of its environment', async () => {
    const plain = aToken({ tokenId: 71, name: 'plain' });
    const credential = aToken({
      tokenId: 72,
      name: 'credential',
      credentialOf: ['dev'],
    });
    const api = showTokensPage(new FakeTokenActionsApi([plain, credential]));
    await openMenu('plain');
    await waitFor(() =>
      expect(screen.getByRole('menuitem', { name: 'Rotate…' })).toHaveAttribute(
        'aria-disabled',
        'false',
      ),
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Rotate…' }));
    expect(
      await screen.findByRole('dialog', { name: /plain/ }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await openMenu('credential');
    await waitFor(() =>
      expect(screen.getByRole('menuitem', { name: 'Rotate…' })).toHaveAttribute(
        'aria-disabled',
        'false',
      ),
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Rotate…' }));
    expect(
      await screen.findByRole('dialog', { name: /Development/ }),
    ).toBeInTheDocument();
    expect(api.planned).toEqual([
      { token: 'dev.group.10.71' },
      { environment: 'dev' },
    ]);
  });

  it('has nothing that axe finds wrong, with filters, ticks and a drawer open', async () => {
    showTokensPage(new FakeTokenActionsApi([deployer]));
    await userEvent.click(await screen.findByLabelText('Select deployer'));
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await screen.findByRole('textbox', { name: 'Kind' });
    expect(await accessibilityProblems()).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Details of deployer' }),
    );
    await screen.findByRole('dialog', { name: 'deployer' });
    expect(await accessibilityProblems()).toEqual([]);
  });
});
