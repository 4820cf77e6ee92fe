import { screen, waitFor } from '@testing-library/react';
import { FakeTokenActionsApi } from '../../__testUtils__/FakeTokenActionsApi';
import { testAtNow } from '../../__testUtils__/portal';
import { aToken } from '../../__testUtils__/tokens';
import { showTokensPage } from '../../__testUtils__/tokensPage';

const deployer = aToken({ name: 'deployer' });

// In a file of its own: what somebody may is remembered from one test to the next
describe('TokenDrawer, for whoever may not see operations', () => {
  testAtNow();

  it('says nothing of operations to whoever may not see them', async () => {
    showTokensPage(new FakeTokenActionsApi([deployer]), {
      search: `?token=${deployer.ref}`,
      denied: ['gitlab-tokens.operation.read'],
    });
    await screen.findByRole('dialog', { name: 'deployer' });
    // The buttons know by now what the viewer may
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Rotate…' })).toHaveAttribute(
        'aria-disabled',
        'false',
      ),
    );
    expect(
      screen.queryByRole('heading', { name: 'What was done with it here' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('Nothing yet.')).not.toBeInTheDocument();
  });
});
