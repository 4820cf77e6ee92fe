import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  findEnabled,
  openRotateDialog,
  STRICT,
} from '../../__testUtils__/dialogs';
import { inDays } from '../../__testUtils__/environments';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import { anOperation, aPlan } from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';
import { aToken } from '../../__testUtils__/tokens';

describe('what can be chosen about a rotation', () => {
  testAtNow();

  it('plans again with another mode and another expiry, which are what is sent', async () => {
    const api = new FakeBrokerApi([STRICT]);
    api.planning = request =>
      JSON.stringify(request).includes('in-place')
        ? aPlan({
            mode: 'in-place',
            otherMode: { mode: 'overlap', reason: null },
            consequences: ['OLD_VALUE_STOPS_AT_ONCE', 'BOT_USER_STAYS'],
          })
        : aPlan();
    api.starting = () => api.set(anOperation());
    await openRotateDialog(api);
    await userEvent.click(
      await screen.findByRole('radio', { name: /^In place/ }),
    );
    expect(await screen.findByText(/stops working the moment/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: '60 days (most)' }),
    );
    expect(screen.getByLabelText('Expires on')).toHaveValue(inDays(60));
    expect(screen.queryByRole('button', { name: '90 days' })).toBeNull();
    await userEvent.click(await findEnabled('Rotate now'));
    await screen.findByRole('list', { name: 'Steps' });
    expect(api.gotOf('rotateCredential')[0].request).toEqual({
      mode: 'in-place',
      expiresAt: inDays(60),
    });
  });

  it('says why the other mode is not possible', async () => {
    const api = new FakeBrokerApi([STRICT]);
    api.planning = () =>
      aPlan({
        otherMode: {
          mode: 'in-place',
          reason: {
            code: 'DEPLOY_TOKENS_CANNOT_ROTATE',
            message: 'GitLab cannot rotate deploy tokens.',
            action: 'Use overlap.',
          },
        },
      });
    await openRotateDialog(api);
    expect(
      await screen.findByRole('radio', { name: /^In place/ }),
    ).toBeDisabled();
    expect(
      screen.getByText(
        'Not possible: GitLab cannot rotate deploy tokens. Use overlap.',
      ),
    ).toBeVisible();
  });

  it('shows what the policy does not allow at the field', async () => {
    const refused = await aResponseError(400, {
      violations: [
        {
          code: 'EXPIRY_TOO_FAR',
          field: 'expiresAt',
          found: inDays(90),
          allowed: [inDays(60)],
          message: 'too far',
        },
      ],
    });
    const api = new FakeBrokerApi([STRICT]);
    api.planning = request => {
      if (JSON.stringify(request).includes('expiresAt')) {
        throw refused;
      }
      return aPlan();
    };
    await openRotateDialog(api);
    await userEvent.click(
      await screen.findByRole('button', { name: '7 days' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Expires on')).toHaveAccessibleDescription(
        'The policy does not allow that long. The last possible day: Jul 31, 2026.',
      ),
    );
    expect(screen.getByRole('button', { name: 'Rotate now' })).toBeDisabled();
  });

  it('asks where the value of another token goes, which no configuration says', async () => {
    const api = new FakeBrokerApi([STRICT]);
    api.planning = () => aPlan({ isCredential: false });
    api.starting = () => api.set(anOperation());
    await openRotateDialog(api, {
      type: 'token',
      token: aToken({ ref: 'dev.project.21.301' }),
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Into a CI/CD variable' }),
    );
    expect(screen.getByRole('button', { name: 'Rotate now' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Full path'), 'example-org/a');
    await userEvent.type(screen.getByLabelText('Key'), 'GITLAB_TOKEN');
    await userEvent.click(await findEnabled('Rotate now'));
    await screen.findByRole('list', { name: 'Steps' });
    expect(api.gotOf('rotateToken')).toEqual([
      {
        method: 'rotateToken',
        what: 'dev.project.21.301',
        request: {
          deliver: [
            {
              target: 'ci-variable',
              project: 'example-org/a',
              key: 'GITLAB_TOKEN',
              environmentScope: '*',
              protected: true,
              masked: true,
            },
          ],
        },
      },
    ]);
  });
});
