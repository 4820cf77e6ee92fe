import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gitlabTokensTokenIssuePermission } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { PermittedButton } from './PermittedButton';

async function findButton(
  resourceRef: string | null,
  authorize: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
) {
  const onClick = jest.fn();
  renderInTestApp(
    <TestApiProvider
      apis={[[permissionApiRef, mockApis.permission({ authorize })]]}
    >
      <PermittedButton
        permission={gitlabTokensTokenIssuePermission}
        resourceRef={resourceRef}
        variant="contained"
        color="primary"
        onClick={onClick}
      >
        Do it
      </PermittedButton>
    </TestApiProvider>,
  );
  return { button: await screen.findByRole('button'), onClick };
}

describe('a button for something that takes a permission', () => {
  it('works for those who have it', async () => {
    const ref = 'dev.group.10.1';
    const { button, onClick } = await findButton(ref, AuthorizeResult.ALLOW);
    await waitFor(() =>
      expect(button).toHaveAttribute('aria-disabled', 'false'),
    );
    await userEvent.click(button);
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(button).toHaveClass('MuiButton-containedPrimary');
  });

  it('says to the others what they lack, does nothing, and does not stand out', async () => {
    const ref = 'dev.group.10.2';
    const { button, onClick } = await findButton(ref, AuthorizeResult.DENY);
    await waitFor(() =>
      expect(button).toHaveAccessibleDescription(
        'You lack the permission gitlab-tokens.token.issue.',
      ),
    );
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).not.toHaveClass('MuiButton-contained');
    await userEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
  });

  it('does not ask about a token where there is none yet', async () => {
    const { button, onClick } = await findButton(null, AuthorizeResult.DENY);
    await userEvent.click(button);
    expect(onClick).toHaveBeenCalledTimes(1);
    expect(button).not.toHaveAccessibleDescription();
  });
});
