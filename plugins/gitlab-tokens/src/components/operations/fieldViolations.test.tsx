import { Violation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  chooseReveal,
  fillInToken,
  findEnabled,
  openIssueDialog,
  press,
  STRICT,
} from '../../__testUtils__/dialogs';
import {
  DIALOGS,
  findProgress,
  TOKEN,
} from '../../__testUtils__/enteredDialogs';
import { inDays } from '../../__testUtils__/environments';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import { anOperation, aRevocationPlan } from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';

const newApi = () => new FakeBrokerApi([STRICT]);

/** What a screen reader says of a field that is wrong. */
function expectWrong(field: HTMLElement, why: string | RegExp) {
  expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(field).toHaveAccessibleDescription(why);
}

const violation = (
  code: Violation['code'],
  field: string,
  { found = null, allowed = [] }: Partial<Violation> = {},
): Violation => ({ code, field, found, allowed, message: 'In English' });

describe('what the backend finds wrong stands at its field', () => {
  testAtNow();

  it('in the form of a new token, also when it says so at the last moment', async () => {
    const refused = await aResponseError(400, {
      violations: [
        violation('NAME_EMPTY', 'name'),
        violation('ROLE_NOT_ALLOWED', 'role', { allowed: ['guest'] }),
        violation('SCOPE_NOT_ALLOWED', 'scopes.0', {
          found: 'read_api',
          allowed: ['read_registry'],
        }),
        violation('EXPIRY_TOO_FAR', 'expiresAt', { allowed: [inDays(20)] }),
        violation('DELIVERY_INVALID', 'deliver.0.key'),
        violation('DELIVERY_INVALID', 'deliver.0.project'),
      ],
    });
    const api = newApi();
    api.starting = () => {
      throw refused;
    };
    await DIALOGS.Issue.enter(api);
    await userEvent.click(await findEnabled('Issue now'));
    expect(await screen.findByLabelText('Name')).toHaveValue('My own name');
    expectWrong(screen.getByLabelText('Name'), 'Give it a name.');
    expectWrong(screen.getByLabelText('Role'), /Choose one of: Guest\./);
    const scope = screen.getByRole('checkbox', { name: 'read_api' });
    expect(scope).toBeChecked();
    expectWrong(
      scope,
      /^The policy does not allow read_api\. It allows: read_registry\./,
    );
    expect(
      screen.getByRole('checkbox', { name: 'read_registry' }),
    ).not.toHaveAttribute('aria-invalid');
    expectWrong(
      screen.getByLabelText('Expires on'),
      'The policy does not allow that long. The last possible day: Jun 21, 2026.',
    );
    const place = 'This is not a valid place for the value.';
    expectWrong(screen.getByLabelText('Key'), place);
    expectWrong(screen.getByLabelText('Full path'), place);

    // The way on: what was wrong is forgotten with the next plan
    api.starting = () => api.set(anOperation());
    await userEvent.type(screen.getByLabelText('Name'), '!');
    await press('Show the plan');
    await userEvent.click(await findEnabled('Issue now'));
    await findProgress();
  });

  it('at the choice of a delivery where it is about none of its fields', async () => {
    const refused = await aResponseError(400, {
      violations: [violation('DELIVERY_UNKNOWN', 'deliver.0.target')],
    });
    const api = newApi();
    await openIssueDialog(api);
    await fillInToken();
    await chooseReveal();
    api.planning = () => {
      throw refused;
    };
    await press('Show the plan');
    expect(
      await screen.findByText(/^The backend has no delivery/),
    ).toBeVisible();
    expectWrong(
      screen.getByRole('radiogroup', { name: 'Where the value goes' }),
      /^The backend has no delivery/,
    );
  });

  it('in a rotation', async () => {
    const refused = await aResponseError(400, {
      violations: [
        violation('EXPIRY_IN_PAST', 'expiresAt', { allowed: [inDays(1)] }),
        violation('DELIVERY_INVALID', 'deliver.0.key'),
      ],
    });
    const api = newApi();
    api.starting = () => {
      throw refused;
    };
    await DIALOGS.Rotate.enter(api);
    await userEvent.click(await findEnabled('Rotate now'));
    await waitFor(() =>
      expectWrong(screen.getByLabelText('Key'), /not a valid place/),
    );
    expectWrong(screen.getByLabelText('Expires on'), /^Such a token would/);
    DIALOGS.Rotate.expectKept();
    expect(api.gotOf('rotateToken')).toHaveLength(1);
  });

  it('at the names of the environments, among them one that came meanwhile', async () => {
    const refused = await aResponseError(400, {
      violations: [
        violation('CONFIRMATION_MISSING', 'confirm', { allowed: ['qa'] }),
      ],
    });
    const api = newApi();
    api.starting = () => {
      throw refused;
    };
    await DIALOGS.Revoke.enter(api);
    const plan = aRevocationPlan(TOKEN, {
      isCredential: true,
      otherEnvironments: ['qa'],
    });
    api.revocationPlans = () => ({ items: [{ token: TOKEN.ref, plan }] });
    await userEvent.click(await findEnabled('Revoke 1 token'));
    const field = await screen.findByLabelText('Type “qa” to confirm');
    expectWrong(field, /^The portal of qa runs on this by now/);
    DIALOGS.Revoke.expectKept();
    await userEvent.type(field, 'qa');
    expect(field).toHaveAttribute('aria-invalid', 'false');
    api.starting = () => api.set(anOperation());
    await userEvent.click(await findEnabled('Revoke 1 token'));
    await findProgress();
    expect(api.gotOf('revokeTokens').pop()?.request).toEqual({
      tokens: [TOKEN.ref],
      confirm: ['dev', 'qa'],
    });
  });
});
