import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AddressBar } from '../../__testUtils__/AddressBar';
import { anEnvironment, NOW } from '../../__testUtils__/environments';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { FakeTokenActionsApi } from '../../__testUtils__/FakeTokenActionsApi';
import { aToken } from '../../__testUtils__/tokens';
import { gitlabTokensApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { TokensPage } from './TokensPage';

function show(
  api: FakeTokenActionsApi,
  options: { search?: string; denied?: string[] } = {},
) {
  const permissionApi = mockApis.permission({
    authorize: ({ permission }) =>
      options.denied?.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
  });
  renderInTestApp(
    <TestApiProvider
      apis={[
        [gitlabTokensApiRef, api],
        [permissionApiRef, permissionApi],
      ]}
    >
      <TokensPage />
      <AddressBar />
    </TestApiProvider>,
    {
      initialRouteEntries: [`/gitlab-tokens/tokens${options.search ?? ''}`],
      mountedRoutes: { '/gitlab-tokens': rootRouteRef },
    },
  );
  return api;
}

const address = () => screen.getByLabelText('Address').textContent;

const openMenu = async (name: string) =>
  userEvent.click(
    await screen.findByRole('button', { name: `Actions for ${name}` }),
  );

const deployer = aToken({
  tokenId: 42,
  ref: 'dev.group.10.42',
  name: 'deployer',
  description: 'Deploys the shop',
  role: 'owner',
  scopes: ['api'],
  entityOwners: ['group:default/payments'],
});

// Drawing many rows takes a while where many tests run at once
jest.setTimeout(30_000);

describe('the actions of TokensPage', () => {
  beforeEach(() => {
    // Only the clock stands still; timers run
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('offers to issue a token', async () => {
    show(new FakeTokenActionsApi([deployer]));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Issue a token…' }),
    );
    const dialog = await screen.findByRole('dialog', { name: /issue/i });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('opens everything about a token beside the list, by the keyboard, and closes it again', async () => {
    const policy = {
      warnDays: 30,
      criticalDays: 7,
      maxRole: 'developer' as const,
      allowedScopes: ['read_api'],
    };
    show(
      new FakeTokenActionsApi([deployer], undefined, [
        anEnvironment({ policy }),
      ]),
    );
    const opener = await screen.findByRole('button', {
      name: 'Details of deployer',
    });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    expect(address()).toBe('/gitlab-tokens/tokens?token=dev.group.10.42');
    const drawer = within(
      await screen.findByRole('dialog', { name: 'deployer' }),
    );
    const value = (label: string) =>
      drawer.getByText(label, { selector: 'dt' }).nextElementSibling;
    expect(value('Description')).toHaveTextContent('Deploys the shop');
    expect(value('Environment')).toHaveTextContent('Development');
    expect(value('Kind')).toHaveTextContent('group access token');
    expect(value('Owner')).toHaveTextContent('example-org');
    expect(value('Role')).toHaveTextContent('Owner');
    expect(value('Number in GitLab')).toHaveTextContent('42');
    expect(value('Created')).toHaveTextContent('30 days ago');
    expect(value('Listed from GitLab')).toHaveTextContent('12 minutes ago');
    expect(value('Owned in the catalog by')).toHaveTextContent(
      'group:default/payments',
    );
    expect(drawer.getByRole('meter')).toHaveAttribute(
      'aria-valuetext',
      '60 days left of 90 days',
    );
    expect(
      within(drawer.getByRole('list', { name: 'Breaks the policy' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Its role is Owner; Developer is the highest allowed.',
      'Its scope api is not allowed.',
    ]);
    expect(
      drawer.getByRole('link', { name: /^Open in GitLab/ }),
    ).toHaveAttribute(
      'href',
      'https://gitlab.example.com/groups/example-org/-/settings/access_tokens',
    );
    expect(screen.getByRole('dialog', { name: 'deployer' })).toHaveFocus();
    await userEvent.tab();
    expect(drawer.getByRole('button', { name: 'Close' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(address()).toBe('/gitlab-tokens/tokens');
    expect(opener).toHaveFocus();
  });

  it('opens a token that a link names, although it is not in the list', async () => {
    const old = aToken({ tokenId: 7, name: 'old', state: 'revoked' });
    show(new FakeTokenActionsApi([deployer, old]), {
      search: `?token=${old.ref}`,
    });
    const drawer = within(await screen.findByRole('dialog', { name: 'old' }));
    expect(drawer.getByText('Revoked')).toBeVisible();
    expect(drawer.getByRole('button', { name: 'Revoke…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await userEvent.hover(drawer.getByRole('button', { name: 'Revoke…' }));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'It is revoked already.',
    );
  });

  it('says that a token which a link names is not there', async () => {
    show(new FakeTokenActionsApi([deployer]), {
      search: '?token=dev.group.10.99',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This token is not there',
    );
  });

  it('leads from a credential to its environment', async () => {
    const credential = { ...deployer, credentialOf: ['dev'] };
    show(new FakeTokenActionsApi([credential]), {
      search: `?token=${deployer.ref}`,
    });
    expect(
      await screen.findByRole('link', { name: 'Development' }),
    ).toHaveAttribute('href', '/gitlab-tokens/environments?environment=dev');
  });

  it('says in the menu which permission is missing, where the keyboard finds it', async () => {
    const token = aToken({ tokenId: 51, name: 'guarded' });
    show(new FakeTokenActionsApi([token]), {
      denied: ['gitlab-tokens.token.rotate'],
    });
    await openMenu('guarded');
    const rotate = await screen.findByRole('menuitem', {
      name: /^Rotate….*gitlab-tokens\.token\.rotate/,
    });
    expect(rotate).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{ArrowDown}');
    expect(rotate).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const revoke = screen.getByRole('menuitem', { name: 'Revoke…' });
    await waitFor(() =>
      expect(revoke).toHaveAttribute('aria-disabled', 'false'),
    );
  });

  it('asks for permissions of a token only when its menu is opened', async () => {
    const authorize = jest.fn(
      (): AuthorizeResult.ALLOW => AuthorizeResult.ALLOW,
    );
    const token = aToken({ tokenId: 61, name: 'quiet' });
    renderInTestApp(
      <TestApiProvider
        apis={[
          [gitlabTokensApiRef, new FakeTokenActionsApi([token])],
          [permissionApiRef, mockApis.permission({ authorize })],
        ]}
      >
        <TokensPage />
      </TestApiProvider>,
      { mountedRoutes: { '/gitlab-tokens': rootRouteRef } },
    );
    await screen.findByRole('button', { name: 'Actions for quiet' });
    expect(authorize).not.toHaveBeenCalled();
    await openMenu('quiet');
    await waitFor(() => expect(authorize).toHaveBeenCalledTimes(2));
  });

  it('rotates a token, and a credential as that of its environment', async () => {
    const plain = aToken({ tokenId: 71, name: 'plain' });
    const credential = aToken({
      tokenId: 72,
      name: 'credential',
      credentialOf: ['dev'],
    });
    const api = show(new FakeTokenActionsApi([plain, credential]));
    await openMenu('plain');
    await waitFor(() =>
      expect(screen.getByRole('menuitem', { name: 'Rotate…' })).toHaveAttribute(
        'aria-disabled',
        'false',
      ),
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Rotate…' }));
    expect(
      await screen.findByRole('dialog', { name: /plain/ }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await openMenu('credential');
    await waitFor(() =>
      expect(screen.getByRole('menuitem', { name: 'Rotate…' })).toHaveAttribute(
        'aria-disabled',
        'false',
      ),
    );
    await userEvent.click(screen.getByRole('menuitem', { name: 'Rotate…' }));
    expect(
      await screen.findByRole('dialog', { name: /Development/ }),
    ).toBeInTheDocument();
    expect(api.planned).toEqual([
      { token: 'dev.group.10.71' },
      { environment: 'dev' },
    ]);
  });

  it('revokes what is ticked on several pages, and forgets the ticks when other tokens are asked for', async () => {
    const tokens = Array.from({ length: 26 }, (_, index) =>
      aToken({ tokenId: 100 + index, daysLeft: index + 1 }),
    );
    show(new FakeTokenActionsApi(tokens), { search: '?limit=25' });
    await userEvent.click(await screen.findByLabelText('Select Token 101'));
    expect(screen.getByText('1 token selected')).toBeVisible();
    expect(
      screen.getByLabelText('Select all tokens of this page'),
    ).toHaveAttribute('aria-checked', 'mixed');
    await userEvent.click(screen.getByLabelText('Next page'));
    await userEvent.click(await screen.findByLabelText('Select Token 125'));
    expect(screen.getByText('2 tokens selected')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Revoke…' }));
    const stops = await screen.findByRole('list', { name: 'What stops' });
    expect(stops).toHaveTextContent('“Token 101”');
    expect(stops).toHaveTextContent('“Token 125”');
    await userEvent.click(
      screen.getByRole('button', { name: 'Revoke 2 tokens' }),
    );
    await userEvent.click(
      await within(screen.getByRole('dialog')).findByRole('button', {
        name: 'Close',
      }),
    );
    // The second page is empty now
    await userEvent.click(
      await screen.findByRole('button', { name: 'Go to the first page' }),
    );
    expect(await screen.findByText('1–24 of 24 tokens')).toBeVisible();
    expect(screen.queryByText('2 tokens selected')).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByLabelText('Select all tokens of this page'),
    );
    expect(screen.getByText('24 tokens selected')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the filter State: Active' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('24 tokens selected')).not.toBeInTheDocument(),
    );
  });

  it('has nothing that axe finds wrong, with filters, ticks and a drawer open', async () => {
    show(new FakeTokenActionsApi([deployer]));
    await userEvent.click(await screen.findByLabelText('Select deployer'));
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await screen.findByRole('textbox', { name: 'Kind' });
    expect(await accessibilityProblems()).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Details of deployer' }),
    );
    await screen.findByRole('dialog', { name: 'deployer' });
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('lets nobody tick a token that is revoked already', async () => {
    const revoked = aToken({ tokenId: 5, name: 'gone', state: 'revoked' });
    show(new FakeTokenActionsApi([revoked, deployer]), {
      search: '?state=any',
    });
    expect(await screen.findByLabelText('Select gone')).toBeDisabled();
    await userEvent.click(
      screen.getByLabelText('Select all tokens of this page'),
    );
    expect(screen.getByText('1 token selected')).toBeVisible();
  });
});
