import { storageApiRef } from '@backstage/core-plugin-api';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { gitlabTokensApiRef } from '../api';
import { TokensPage } from '../components/TokensTab/TokensPage';
import { rootRouteRef } from '../routes';
import { AddressBar } from './AddressBar';
import { FakeTokensApi } from './FakeTokensApi';
import { aToken } from './tokens';

/** What of a portal a test of the list of tokens can choose. */
export type TokensPortal = {
  /** The end of the address, from its question mark on. */
  search?: string;
  /** Names of the permissions that the viewer lacks. */
  denied?: string[];
  permissions?: ReturnType<typeof mockApis.permission>;
  storage?: ReturnType<typeof mockApis.storage>;
};

/** Tokens that differ in all that the list shows, one of which has expired. */
export const groups = [
  aToken({ tokenId: 1, name: 'deployer', daysLeft: 40 }),
  aToken({
    tokenId: 2,
    name: 'reader',
    daysLeft: 5,
    scopes: ['read_api', 'api'],
  }),
  aToken({
    tokenId: 3,
    name: 'checker',
    daysLeft: null,
    kind: 'project',
    owner: { type: 'project', id: 20, path: 'example-org/payments/api' },
  }),
  aToken({ tokenId: 4, name: 'old', state: 'expired', daysLeft: -3 }),
];

/** A token with all that its details can say. */
export const deployer = aToken({
  tokenId: 42,
  ref: 'dev.group.10.42',
  name: 'deployer',
  description: 'Deploys the shop',
  role: 'owner',
  scopes: ['api'],
  entityOwners: ['group:default/payments'],
});

/** A permission API that denies some permissions, by their names. */
function permissionsWithout(denied: string[] = []) {
  return mockApis.permission({
    authorize: ({ permission }) =>
      denied.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
}

/** Shows the list of tokens in a portal, with its address below it. */
export function showTokensPage<T extends FakeTokensApi>(
  api: T,
  options: TokensPortal = {},
): T {
  const { search = '', denied, storage = mockApis.storage() } = options;
  const { permissions = permissionsWithout(denied) } = options;
  renderInTestApp(
    <TestApiProvider
      apis={[
        [gitlabTokensApiRef, api],
        [storageApiRef, storage],
        [permissionApiRef, permissions],
      ]}
    >
      <TokensPage />
      <AddressBar />
    </TestApiProvider>,
    {
      initialRouteEntries: [`/gitlab-tokens/tokens${search}`],
      mountedRoutes: { '/gitlab-tokens': rootRouteRef },
    },
  );
  return api;
}

/** The table is found by its caption: asking for roles takes long where there are many rows. */
export async function findTable(): Promise<HTMLTableElement> {
  const caption = await screen.findByText(
    'Tokens of the configured groups, projects and people',
  );
  return caption.closest('table')!;
}

/** The names of the tokens that are shown, from above. */
export const names = () =>
  [...document.querySelectorAll('tbody th')].map(
    ({ textContent }) => textContent,
  );

/** The same as soon as there are any. */
export async function findNames() {
  await findTable();
  return names();
}

export const address = () => screen.getByLabelText('Address').textContent;

/** Opens the menu of a token. */
export const openMenu = async (name: string) =>
  userEvent.click(
    await screen.findByRole('button', { name: `Actions for ${name}` }),
  );
