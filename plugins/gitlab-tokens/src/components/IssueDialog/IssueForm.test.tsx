import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  chooseReveal,
  fillInToken,
  openIssueDialog,
  press,
  PROJECT,
  STRICT,
} from '../../__testUtils__/dialogs';
import { inDays } from '../../__testUtils__/environments';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import { testAtNow } from '../../__testUtils__/portal';

describe('the form of a new token', () => {
  testAtNow();

  it('does not let the policy’s limits be chosen, and says why', async () => {
    await openIssueDialog(new FakeBrokerApi([STRICT]));
    const role = within(await screen.findByLabelText('Role'));
    expect(
      role.getByRole('option', {
        name: 'Maintainer (above the policy, which allows Developer at most)',
      }),
    ).toBeDisabled();
    expect(role.getByRole('option', { name: 'Developer' })).toBeEnabled();
    const api = screen.getByRole('checkbox', { name: 'api' });
    expect(api).toBeDisabled();
    expect(api).toHaveAccessibleDescription('The policy does not allow it.');
    const read = within(screen.getByRole('group', { name: 'Read' }));
    expect(
      read.getByRole('checkbox', { name: 'read_repository' }),
    ).toHaveAccessibleDescription('clone and pull');
    expect(screen.getByLabelText('Expires on')).toHaveAttribute(
      'max',
      inDays(60),
    );
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('says what is missing before it asks the backend', async () => {
    const api = new FakeBrokerApi([STRICT]);
    await openIssueDialog(api, {});
    await screen.findByLabelText('Owner');
    await press('Show the plan');
    expect(screen.getByLabelText('Owner')).toHaveAccessibleDescription(
      'This is needed.',
    );
    expect(screen.getByLabelText('Role')).toHaveAccessibleDescription(
      'Choose a role.',
    );
    expect(screen.getByText('Choose at least one scope.')).toBeVisible();
    expect(screen.getByLabelText('Expires on')).toHaveAccessibleDescription(
      'This is needed.',
    );
    expect(screen.getByLabelText('Key')).toHaveAccessibleDescription(
      /^Letters, digits and underscores/,
    );
    expect(api.got).toEqual([]);
  });

  it('takes other fields with another kind', async () => {
    const api = new FakeBrokerApi([STRICT]);
    api.owners = [
      ['group', 'example-org'],
      ['project', PROJECT],
    ].map(([type, path], id) => ({
      environment: 'dev',
      owner: { type: type === 'group' ? 'group' : 'project', id, path },
      tokens: 1,
      listedAt: null,
      problem: null,
    }));
    await openIssueDialog(api, {});
    await userEvent.selectOptions(
      await screen.findByLabelText('Kind'),
      'group-deploy',
    );
    expect(screen.getByText(/It cannot use the API/)).toBeVisible();
    expect(screen.queryByLabelText('Role')).toBeNull();
    expect(screen.queryByRole('checkbox', { name: 'read_api' })).toBeNull();
    expect(
      within(screen.getByRole('group', { name: 'Packages' })).getAllByRole(
        'checkbox',
      ),
    ).toHaveLength(2);
    await userEvent.type(screen.getByLabelText('Owner'), 'exam');
    const options = await screen.findAllByRole('option', { name: /^example/ });
    expect(options.map(it => it.textContent)).toEqual(['example-org']);
    await userEvent.click(options[0]);
    expect(screen.getByLabelText('Owner')).toHaveValue('example-org');
    expect(screen.getByLabelText('Name')).toHaveValue('example-org CI');
    await userEvent.clear(screen.getByLabelText('Name'));
    await userEvent.type(screen.getByLabelText('Name'), 'My own');
    await userEvent.type(screen.getByLabelText('Owner'), '/x');
    expect(screen.getByLabelText('Name')).toHaveValue('My own');
  });

  it('shows what the backend does not allow at its fields', async () => {
    const violation = (code: string, field: string, allowed: string[]) => ({
      ...{ code, field, allowed, found: 'wrong/owner', message: 'no' },
    });
    const refused = await aResponseError(400, {
      violations: [
        violation('OWNER_NOT_MANAGED', 'owner', ['example-org']),
        violation('SCOPE_NOT_ALLOWED', 'scopes.0', ['read_api']),
      ],
    });
    const api = new FakeBrokerApi([STRICT]);
    api.planning = () => {
      throw refused;
    };
    await openIssueDialog(api);
    await fillInToken();
    await chooseReveal();
    await press('Show the plan');
    await waitFor(() =>
      expect(screen.getByLabelText('Owner')).toHaveAccessibleDescription(
        'The environment does not manage the tokens of wrong/owner. Choose one of: example-org.',
      ),
    );
    expect(
      screen.getByText(/does not allow wrong\/owner. It allows: read_api/),
    ).toBeVisible();
    await userEvent.type(screen.getByLabelText('Owner'), 'x');
    expect(screen.getByLabelText('Owner')).not.toHaveAccessibleDescription(
      /manage/,
    );
  });
});
