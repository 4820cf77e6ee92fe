import { Entity } from '@backstage/catalog-model';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { ManagedToken } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  anEnvironment,
  inDays,
  minutesAgo,
  NOW,
} from '../../__testUtils__/environments';
import { FakeEntityTokensApi } from '../../__testUtils__/FakeEntityTokensApi';
import { responseError } from '../../__testUtils__/responseError';
import { anOwner, aToken } from '../../__testUtils__/tokens';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { EntityTokensTab } from './EntityTokensTab';

jest.setTimeout(60_000);

const annotated = {
  'gitlab.com/project-slug': 'example-org/payments/api',
  'gitlab.com/instance': 'gitlab.example.com',
};
const project = {
  type: 'project',
  id: 21,
  path: 'example-org/payments/api',
} as const;

const ci = aToken({
  tokenId: 2,
  ref: 'dev.project.21.2',
  name: 'ci',
  kind: 'project',
  owner: project,
  scopes: ['read_repository', 'read_registry'],
  role: 'reporter',
  daysLeft: 12,
});
const inherited = aToken({ name: 'group reader', daysLeft: 90 });
const deploy = aToken({
  tokenId: 3,
  ref: 'qa.project-deploy.21.3',
  environment: 'qa',
  name: 'k8s',
  kind: 'project-deploy',
  owner: project,
  scopes: ['read_registry'],
  role: null,
  lastUsedAt: null,
  daysLeft: null,
});
const dead = aToken({
  ...ci,
  tokenId: 4,
  ref: 'dev.project.21.4',
  name: 'old',
  state: 'revoked',
});

const environments = [
  anEnvironment(),
  anEnvironment({ name: 'qa', title: 'Quality assurance' }),
];

const owners = [
  anOwner(),
  anOwner({ owner: project }),
  anOwner({ environment: 'qa', owner: project }),
];

function anApi(tokens: ManagedToken[] = [ci, inherited, deploy, dead]) {
  return new FakeEntityTokensApi(tokens, owners, environments);
}

function show(
  api: FakeEntityTokensApi,
  options: {
    annotations?: Record<string, string>;
    authorize?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  } = {},
) {
  const { annotations = annotated, authorize = AuthorizeResult.ALLOW } =
    options;
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', annotations },
  };
  renderInTestApp(
    <TestApiProvider
      apis={[
        [gitlabTokensApiRef, api],
        [permissionApiRef, mockApis.permission({ authorize })],
      ]}
    >
      <EntityProvider entity={entity}>
        <EntityTokensTab />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
  );
  return api;
}

const findTable = () =>
  screen.findByRole('table', {
    name: 'Tokens of example-org/payments/api and of the groups above it, by environment',
  });

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

describe('EntityTokensTab', () => {
  beforeEach(() => {
    // Only the clock stands still; timers run
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('shows the tokens of the project and of the groups above it by environment', async () => {
    const api = show(anApi());
    const table = within(await findTable());
    expect(api.entities).toEqual([
      { kind: 'Component', namespace: 'default', name: 'payments-api' },
    ]);
    await waitFor(() =>
      expect(
        table.getAllByRole('rowheader').map(({ textContent }) => textContent),
      ).toEqual([
        'Development',
        'ci',
        'group readerinherited from example-org',
        'Quality assurance',
        'k8s',
      ]),
    );
    expect(
      screen.getByText(
        `3 active tokens. The next to expire is ci: ${inDays(
          12,
        )} (in 12 days).`,
      ),
    ).toBeVisible();
    const row = await rowOf(/^ci/);
    for (const words of [
      'project access token',
      'Reporter',
      'read_registry',
      'Expiring',
      inDays(12),
      '2 hours ago',
    ]) {
      expect(row).toHaveTextContent(words);
    }
    const deployed = await rowOf(/^k8s/);
    expect(within(deployed).getAllByText('never')).toHaveLength(2);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('leaves out what no longer works until it is asked for', async () => {
    show(anApi());
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Show 1 expired or revoked token',
      }),
    );
    expect(await rowOf(/^old/)).toHaveTextContent('Revoked');
  });

  it('says how a token is used with this project, whose number the owners tell', async () => {
    show(anApi([inherited]));
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
    show(anApi());
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
    const api = show(anApi());
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
    show(anApi([{ ...ci, ref: 'dev.project.21.6' }]));
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
    show(anApi([denied]), { authorize: AuthorizeResult.DENY });
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

  it('shows the YAML to add where the entity names no project, and asks nothing', async () => {
    const api = show(anApi(), { annotations: {} });
    expect(await screen.findByText('No GitLab project')).toBeVisible();
    expect(document.body).toHaveTextContent(
      /name: payments-api\s+annotations:\s+gitlab\.com\/project-slug: group\/project/,
    );
    expect(api.entities).toEqual([]);
  });

  it('shows a skeleton until the tokens are there', async () => {
    const api = anApi();
    api.hold();
    show(api);
    expect(
      await screen.findByRole('status', { name: 'Loading the tokens' }),
    ).toHaveAttribute('aria-busy', 'true');
    await act(async () => api.release());
    expect(await findTable()).toBeVisible();
  });

  it('says that the viewer may not see tokens, and tries again', async () => {
    const api = anApi();
    api.fail(await responseError(403, 'NotAllowedError'));
    show(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.token.read',
    );
    api.fail(null);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await findTable()).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('keeps what it shows when it cannot be loaded again, and says so', async () => {
    const api = show(anApi());
    await findTable();
    api.fail(new TypeError('Failed to fetch'));
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'These tokens could not be loaded. What you see was asked for before.',
    );
    expect(await rowOf(/^ci/)).toBeVisible();
  });

  it('shows the tokens also while environments and owners cannot be loaded', async () => {
    const api = anApi();
    api.besides = {
      environments: await responseError(403, 'NotAllowedError'),
      owners: new Error('no owners today'),
    };
    show(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('gitlab-tokens.environment.read');
    await waitFor(() => expect(alert).toHaveTextContent('no owners today'));
    expect(await rowOf(/^dev$/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'How to use it: ci' }),
    );
    expect(
      await screen.findByText(/^The address of the GitLab of dev is not known/),
    ).toBeVisible();
  });

  it('says which of its owners could not be listed, and of no other', async () => {
    const api = anApi();
    const problem = {
      code: 'GATEWAY_UNREACHABLE',
      message: 'GitLab could not be reached.',
      action: 'Check the network.',
    };
    const listedAt = minutesAgo(3 * 24 * 60);
    api.owners = [
      anOwner({ problem, listedAt }),
      anOwner({ owner: { type: 'group', id: 99, path: 'others' }, problem }),
    ];
    show(api);
    const alert = await screen.findByRole('alert');
    expect(within(alert).getAllByRole('listitem')).toHaveLength(1);
    expect(alert).toHaveTextContent(
      'example-org (dev) GitLab could not be reached. Check the network. Shown are those of 3 days ago.',
    );
  });

  it.each([
    ['There are no tokens', owners],
    ['The tokens are not listed yet', [anOwner({ listedAt: null })]],
    ['Its tokens are not managed here', []],
  ])('says, where it has nothing to show: %s', async (title, listed) => {
    const api = new FakeEntityTokensApi([], listed, environments);
    show(api);
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect(screen.getByText('No active tokens.')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});
