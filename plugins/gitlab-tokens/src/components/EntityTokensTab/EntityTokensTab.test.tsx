import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockBreakpoint } from '@backstage/test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  anEntityApi,
  findEntityTable,
  rowOf,
  showEntityTokens,
} from '../../__testUtils__/entityTokens';
import { inDays } from '../../__testUtils__/environments';
import { testAtNow } from '../../__testUtils__/portal';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { EntityTokensTab } from './EntityTokensTab';

describe('EntityTokensTab', () => {
  testAtNow();

  it('shows the tokens of the project and of the groups above it by environment', async () => {
    const api = showEntityTokens(anEntityApi());
    const table = within(await findEntityTable());
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
    showEntityTokens(anEntityApi());
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Show 1 expired or revoked token',
      }),
    );
    expect(await rowOf(/^old/)).toHaveTextContent('Revoked');
  });

  it('shows the YAML to add where the entity names no project, and asks nothing', async () => {
    const api = showEntityTokens(anEntityApi(), { annotations: {} });
    expect(await screen.findByText('No GitLab project')).toBeVisible();
    expect(document.body).toHaveTextContent(
      /name: payments-api\s+annotations:\s+gitlab\.com\/project-slug: group\/project/,
    );
    expect(api.entities).toEqual([]);
  });

  it('leaves the dialog of a token behind when the page goes to another entity', async () => {
    let goTo = (_: string) => {};
    const Page = () => {
      const [name, setName] = useState('payments-api');
      goTo = setName;
      const annotations = {
        'gitlab.com/project-slug': `example-org/payments/${name}`,
      };
      const metadata = { name, annotations };
      const apiVersion = 'backstage.io/v1alpha1';
      return (
        <EntityProvider entity={{ apiVersion, kind: 'Component', metadata }}>
          <EntityTokensTab />
        </EntityProvider>
      );
    };
    const api = anEntityApi();
    renderInTestApp(
      <TestApiProvider
        apis={[
          [gitlabTokensApiRef, api],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <Page />
      </TestApiProvider>,
      { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Issue a token…' }),
    );
    await screen.findByRole('dialog', { name: 'Issue a token' });
    act(() => goTo('ledger'));
    expect(
      await screen.findByRole('heading', {
        name: 'Tokens of example-org/payments/ledger',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('stands in cards in a narrow window, environment by environment', async () => {
    const { matchMedia } = window;
    mockBreakpoint({ matches: true });
    showEntityTokens(anEntityApi());
    const list = within(
      await screen.findByRole('list', { name: 'Development' }),
    );
    expect(list.getAllByRole('listitem')).toHaveLength(2);
    expect(
      list.getByRole('button', { name: 'How to use it: ci' }),
    ).toBeVisible();
    expect(
      screen.getByRole('list', { name: 'Quality assurance' }),
    ).toHaveTextContent('k8s');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(await accessibilityProblems()).toEqual([]);
    Object.assign(window, { matchMedia });
  });
});
