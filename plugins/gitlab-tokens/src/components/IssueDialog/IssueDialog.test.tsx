import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { anEnvironment, inDays, NOW } from '../../__testUtils__/environments';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import {
  aDoneOperation,
  anOperation,
  aPlan,
} from '../../__testUtils__/operations';
import { gitlabTokensApiRef } from '../../api';
import { IssuePresets } from '../../model/issueForm';
import { IssueDialog } from './IssueDialog';

// Whole flows, on a machine that does other things, too
jest.setTimeout(30_000);

const VALUE = 'glpat-issued-0123456789';
const dev = anEnvironment({
  policy: {
    warnDays: 30,
    criticalDays: 7,
    maxLifetimeDays: 60,
    maxRole: 'developer',
    allowedScopes: ['read_api', 'read_repository', 'read_registry'],
  },
});
const PATH = 'example-org/payments/api';
const presets: IssuePresets = {
  environment: 'dev',
  kind: 'project',
  owner: PATH,
};
const issuePlan = (changes = {}) =>
  aPlan({
    kind: 'issue',
    isCredential: false,
    mode: null,
    otherMode: null,
    oldToken: null,
    consequences: [],
    deliveries: [{ target: 'ci-variable', place: `GITLAB_TOKEN of ${PATH}` }],
    ...changes,
  });

function Page(props: { presets?: IssuePresets }) {
  const [isOpen, setOpen] = useState(true);
  return isOpen ? (
    <IssueDialog presets={props.presets} onClose={() => setOpen(false)} />
  ) : (
    <p>It is closed</p>
  );
}

const show = (api: FakeBrokerApi, opened: IssuePresets | undefined = presets) =>
  renderInTestApp(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      <Page presets={opened} />
    </TestApiProvider>,
  );

async function fillIn() {
  await userEvent.selectOptions(
    await screen.findByLabelText('Role'),
    'developer',
  );
  await userEvent.click(screen.getByRole('checkbox', { name: 'read_api' }));
  await userEvent.click(screen.getByRole('button', { name: '30 days' }));
}

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('IssueDialog', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('issues what was chosen, after the plan was agreed to, and only once', async () => {
    const api = new FakeBrokerApi([dev]);
    api.planning = () => issuePlan();
    api.starting = () =>
      api.set(anOperation({ kind: 'issue', plan: issuePlan() }));
    show(api);
    expect(await screen.findByLabelText('Owner')).toHaveValue(PATH);
    expect(screen.getByLabelText('Name')).toHaveValue('api CI');
    expect(screen.getByLabelText('Full path')).toHaveValue(PATH);
    expect(screen.getByText(/Acts as a bot with a role in this/)).toBeVisible();
    await fillIn();
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
      owner: PATH,
      name: 'api CI',
      scopes: ['read_api'],
      role: 'developer',
      expiresAt: inDays(30),
      deliver: [
        {
          target: 'ci-variable',
          project: PATH,
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

  it('does not let the policy’s limits be chosen, and says why', async () => {
    show(new FakeBrokerApi([dev]));
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
    const api = new FakeBrokerApi([dev]);
    show(api, {});
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
    const api = new FakeBrokerApi([dev]);
    api.owners = [
      ['group', 'example-org'],
      ['project', PATH],
    ].map(([type, path], id) => ({
      environment: 'dev',
      owner: { type: type === 'group' ? 'group' : 'project', id, path },
      tokens: 1,
      listedAt: null,
      problem: null,
    }));
    show(api, {});
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
        violation('DELIVERY_INVALID', 'deliver.0.project', []),
      ],
    });
    const api = new FakeBrokerApi([dev]);
    api.planning = () => {
      throw refused;
    };
    show(api);
    await fillIn();
    await userEvent.click(screen.getByRole('radio', { name: /^Shown once/ }));
    await press('Show the plan');
    await waitFor(() =>
      expect(screen.getByLabelText('Owner')).toHaveAccessibleDescription(
        'The environment does not manage the tokens of wrong/owner. Choose one of: example-org.',
      ),
    );
    expect(
      screen.getByText(/does not allow wrong\/owner. It allows: read_api/),
    ).toBeVisible();
    expect(screen.getByText('This is not a valid place: no.')).toBeVisible();
    await userEvent.type(screen.getByLabelText('Owner'), 'x');
    expect(screen.getByLabelText('Owner')).not.toHaveAccessibleDescription(
      /manage/,
    );
  });

  it('has no confirm button where something stands against it, and the way back', async () => {
    const api = new FakeBrokerApi([dev]);
    api.planning = () =>
      issuePlan({
        blockers: [
          { code: 'BROKER_MISSING', message: 'No broker.', action: 'Add one.' },
        ],
      });
    show(api);
    await fillIn();
    await userEvent.click(screen.getByRole('radio', { name: /^Shown once/ }));
    await press('Show the plan');
    expect(await screen.findByRole('alert')).toHaveTextContent('No broker.');
    expect(screen.queryByRole('button', { name: 'Issue now' })).toBeNull();
    await press('Back');
    expect(screen.getByLabelText('Role')).toHaveValue('developer');
    expect(screen.getByRole('checkbox', { name: 'read_api' })).toBeChecked();
  });

  it('shows the value once and forgets it with the dialog', async () => {
    const api = new FakeBrokerApi([dev]);
    const plan = issuePlan({ deliveries: [{ target: 'reveal', place: null }] });
    const operation = anOperation({
      kind: 'issue',
      plan,
      step: 'awaiting',
      deliveries: [
        {
          target: 'reveal',
          state: 'awaiting',
          place: null,
          url: null,
          errorCode: null,
        },
      ],
      actions: ['reveal', 'cancel'],
    });
    api.planning = () => plan;
    api.starting = () => api.set(operation);
    api.revealing = () => {
      api.set(aDoneOperation({ ...operation, step: 'done', actions: [] }));
      return { value: VALUE, username: null };
    };
    show(api);
    await fillIn();
    await userEvent.click(screen.getByRole('radio', { name: /^Shown once/ }));
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
    const api = new FakeBrokerApi([dev]);
    api.planning = () => {
      throw refused;
    };
    show(api);
    await fillIn();
    await userEvent.click(screen.getByRole('radio', { name: /^Shown once/ }));
    await press('Show the plan');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.token.issue',
    );
  });
});
