import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openRevokeDialog } from '../../__testUtils__/dialogs';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import {
  aDoneOperation,
  anOperation,
  aRevocationPlan,
} from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';
import { aToken } from '../../__testUtils__/tokens';

const first = aToken({ name: 'First', tokenId: 301 });
const second = aToken({ name: 'Second', tokenId: 302 });

describe('RevokeDialog', () => {
  testAtNow();

  it('lists what stops, revokes all at once, and says what became of each', async () => {
    const api = new FakeBrokerApi();
    api.revocationPlans = () => ({
      items: [first, second].map(it => ({
        token: it.ref,
        plan: aRevocationPlan(it),
      })),
    });
    const begun = anOperation({ id: 'op-1', kind: 'revoke', step: 'retiring' });
    api.set(aDoneOperation({ id: 'op-1', kind: 'revoke' }));
    api.revoking = () => ({
      items: [
        { token: first.ref, operation: begun, problem: null },
        {
          token: second.ref,
          operation: null,
          problem: {
            code: 'OPERATION_IN_PROGRESS',
            message: 'It is being rotated.',
            action: 'Wait for it to end.',
          },
        },
      ],
    });
    await openRevokeDialog(api, [first, second]);
    const list = await screen.findByRole('list', { name: 'What stops' });
    expect(list).toHaveTextContent(
      '“First”, a group access token of example-org',
    );
    expect(list).toHaveTextContent('Whatever uses it is refused by GitLab.');
    expect(list).toHaveTextContent('“Second”');

    await userEvent.tripleClick(
      screen.getByRole('button', { name: 'Revoke 2 tokens' }),
    );
    expect(api.gotOf('revokeTokens')).toEqual([
      {
        method: 'revokeTokens',
        request: { tokens: [first.ref, second.ref], confirm: [] },
      },
    ]);
    const results = await screen.findByRole('list', {
      name: 'What became of them',
    });
    expect(results).toHaveTextContent(
      'Second: not revokedIt is being rotated.Wait for it to end.',
    );
    expect(await within(results).findByText('First: revoked')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByText('It is closed')).toBeVisible();
  });

  it('wants the name of each environment whose portal loses its credential', async () => {
    const api = new FakeBrokerApi();
    api.revocationPlans = () => ({
      items: [
        {
          token: first.ref,
          plan: aRevocationPlan(first, {
            isCredential: true,
            otherEnvironments: ['qa'],
            consequences: [
              'PORTAL_LOSES_CREDENTIAL',
              'OTHER_ENVIRONMENTS_LOSE_CREDENTIAL',
              'TOKEN_STOPS_AT_ONCE',
            ],
          }),
        },
      ],
    });
    await openRevokeDialog(api, [first]);
    expect(
      await screen.findByText(/The portal of dev runs on this token/),
    ).toBeVisible();
    const confirm = screen.getByRole('button', { name: 'Revoke 1 token' });
    expect(confirm).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Type “dev” to confirm'), 'dev');
    expect(confirm).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Type “qa” to confirm'), 'qa');
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(api.gotOf('revokeTokens')[0].request).toEqual({
        tokens: [first.ref],
        confirm: ['dev', 'qa'],
      }),
    );
  });

  it('leaves out what cannot be revoked, with the reason', async () => {
    const api = new FakeBrokerApi();
    api.revocationPlans = () => ({
      items: [
        { token: first.ref, plan: aRevocationPlan(first) },
        {
          token: second.ref,
          plan: aRevocationPlan(second, {
            blockers: [
              {
                code: 'BROKER_ROLE_TOO_LOW',
                message: 'The broker is a Developer.',
                action: 'Make it Maintainer.',
              },
            ],
          }),
        },
      ],
    });
    await openRevokeDialog(api, [first, second]);
    expect(
      await screen.findByText(
        'Cannot be revoked: The broker is a Developer. Make it Maintainer.',
      ),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Revoke 1 token' }),
    );
    await waitFor(() =>
      expect(api.gotOf('revokeTokens')[0].request).toEqual({
        tokens: [first.ref],
        confirm: [],
      }),
    );
  });

  it('names the permission that is missing', async () => {
    const refused = await aResponseError(403);
    const api = new FakeBrokerApi();
    api.revocationPlans = () => {
      throw refused;
    };
    await openRevokeDialog(api, [first]);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.token.revoke',
    );
    expect(screen.queryByRole('button', { name: /^Revoke/ })).toBeNull();
  });
});
