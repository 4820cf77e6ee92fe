import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anIssuePlan,
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
import {
  aDoneOperation,
  anOperation,
  aRevealing,
} from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';

const VALUE = 'glpat-issued-0123456789';

describe('IssueDialog', () => {
  testAtNow();

  it('issues what was chosen, after the plan was agreed to, and only once', async () => {
    const api = new FakeBrokerApi([STRICT]);
    api.planning = () => anIssuePlan();
    api.starting = () =>
      api.set(anOperation({ kind: 'issue', plan: anIssuePlan() }));
    await openIssueDialog(api);
    expect(await screen.findByLabelText('Owner')).toHaveValue(PROJECT);
    expect(screen.getByLabelText('Name')).toHaveValue('api CI');
    expect(screen.getByLabelText('Full path')).toHaveValue(PROJECT);
    expect(screen.getByText(/Acts as a bot with a role in this/)).toBeVisible();
    await fillInToken();
    await userEvent.type(screen.getByLabelText('Key'), 'GITLAB_TOKEN');
    await press('Show the plan');
    expect(
      await screen.findByRole('region', { name: 'What will be made' }),
    ).toBeVisible();
    expect(api.gotOf('issueToken')).toEqual([]);
    await userEvent.tripleClick(
      screen.getByRole('button', { name: 'Issue now' }),
    );
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeVisible();
    const request = {
      environment: 'dev',
      kind: 'project',
      owner: PROJECT,
      name: 'api CI',
      scopes: ['read_api'],
      role: 'developer',
      expiresAt: inDays(30),
      deliver: [
        {
          target: 'ci-variable',
          project: PROJECT,
          key: 'GITLAB_TOKEN',
          environmentScope: '*',
          protected: true,
          masked: true,
        },
      ],
    };
    expect(api.got).toEqual([
      { method: 'planIssue', request },
      { method: 'issueToken', request },
    ]);
  });

  it('has no confirm button where something stands against it, and the way back', async () => {
    const api = new FakeBrokerApi([STRICT]);
    api.planning = () =>
      anIssuePlan({
        blockers: [
          { code: 'BROKER_MISSING', message: 'No broker.', action: 'Add one.' },
        ],
      });
    await openIssueDialog(api);
    await fillInToken();
    await chooseReveal();
    await press('Show the plan');
    expect(await screen.findByRole('alert')).toHaveTextContent('No broker.');
    expect(screen.queryByRole('button', { name: 'Issue now' })).toBeNull();
    await press('Back');
    expect(screen.getByLabelText('Role')).toHaveValue('developer');
    expect(screen.getByRole('checkbox', { name: 'read_api' })).toBeChecked();
  });

  it('shows the value once and forgets it with the dialog', async () => {
    const api = new FakeBrokerApi([STRICT]);
    const plan = anIssuePlan({
      deliveries: [{ target: 'reveal', place: null }],
    });
    const operation = aRevealing(plan);
    api.planning = () => plan;
    api.starting = () => api.set(operation);
    api.revealing = () => {
      api.set(aDoneOperation({ ...operation, step: 'done', actions: [] }));
      return { value: VALUE, username: null };
    };
    await openIssueDialog(api);
    await fillInToken();
    await chooseReveal();
    await press('Show the plan');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Issue now' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the value now' }),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Show' }));
    expect(screen.getByLabelText('Value')).toHaveValue(VALUE);
    await press('Close');
    expect(screen.getByText('It is closed')).toBeInTheDocument();
    expect(document.documentElement.outerHTML).not.toContain(VALUE);
    expect(
      JSON.stringify({ ...sessionStorage, ...localStorage }),
    ).not.toContain(VALUE);
    expect(JSON.stringify(window.history.state)).not.toContain(VALUE);
    expect(window.location.href).not.toContain(VALUE);
  });

  it('names the permission that is missing', async () => {
    const refused = await aResponseError(403);
    const api = new FakeBrokerApi([STRICT]);
    api.planning = () => {
      throw refused;
    };
    await openIssueDialog(api);
    await fillInToken();
    await chooseReveal();
    await press('Show the plan');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.token.issue',
    );
  });
});
