import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anEntityApi,
  ci,
  inherited,
  showEntityTokens,
} from '../../__testUtils__/entityTokens';
import { testAtNow } from '../../__testUtils__/portal';

describe('the actions of EntityTokensTab', () => {
  testAtNow();

  it('says how a token is used with this project, whose number the owners tell', async () => {
    showEntityTokens(anEntityApi([inherited]));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'How to use it: group reader',
      }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'How to use group reader' }),
    );
    await userEvent.click(await dialog.findByRole('button', { name: /^curl/ }));
    expect(
      await dialog.findByRole('region', { name: /^curl, part 2/ }),
    ).toHaveTextContent('https://gitlab.example.com/api/v4/projects/21');
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('shows the details of a token', async () => {
    showEntityTokens(anEntityApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for ci' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Details' }),
    );
    expect(await screen.findByRole('dialog', { name: 'ci' })).toHaveTextContent(
      'group_10_bot_2',
    );
  });

  it('issues a token for the project, and looks again when that is over', async () => {
    const api = showEntityTokens(anEntityApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Issue a token…' }),
    );
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Issue a token' }),
    );
    expect(await dialog.findByLabelText(/^Owner/)).toHaveValue(
      'example-org/payments/api',
    );
    expect(dialog.getByLabelText(/^Kind/)).toHaveTextContent(
      'project access token',
    );
    expect(api.entities).toHaveLength(1);
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(api.entities).toHaveLength(2));
  });

  it('rotates and revokes', async () => {
    showEntityTokens(anEntityApi([{ ...ci, ref: 'dev.project.21.6' }]));
    for (const action of ['Rotate', 'Revoke']) {
      await userEvent.click(
        await screen.findByRole('button', { name: 'Actions for ci' }),
      );
      await userEvent.click(
        await screen.findByRole('menuitem', { name: `${action}…` }),
      );
      const dialog = await screen.findByRole('dialog', {
        name: new RegExp(`^${action}.*ci`),
      });
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(dialog).not.toBeInTheDocument());
    }
  });

  it('says which permission is missing, and does nothing then', async () => {
    // Another reference: what may be done with a token is remembered for all tests
    const denied = { ...ci, ref: 'dev.project.21.5' };
    showEntityTokens(anEntityApi([denied]), {
      authorize: AuthorizeResult.DENY,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for ci' }),
    );
    const rotate = await screen.findByRole('menuitem', { name: /^Rotate/ });
    await waitFor(() =>
      expect(rotate).toHaveTextContent(
        'You lack the permission gitlab-tokens.token.rotate.',
      ),
    );
    expect(rotate).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('menuitem', { name: /^Revoke/ })).toHaveTextContent(
      'gitlab-tokens.token.revoke',
    );
    await userEvent.click(rotate);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
