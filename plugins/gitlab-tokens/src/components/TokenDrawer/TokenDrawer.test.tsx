import { createTheme } from '@material-ui/core/styles';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { anEnvironment, minutesAgo } from '../../__testUtils__/environments';
import { FakeTokenActionsApi } from '../../__testUtils__/FakeTokenActionsApi';
import { aDoneOperation, anOperation } from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';
import { aToken } from '../../__testUtils__/tokens';
import {
  address,
  deployer,
  showTokensPage,
} from '../../__testUtils__/tokensPage';
import { errorTextColour } from '../tones';

const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING;

describe('TokenDrawer', () => {
  testAtNow();

  it('opens everything about a token beside the list, by the keyboard, and closes it again', async () => {
    const policy = {
      warnDays: 30,
      criticalDays: 7,
      maxRole: 'developer' as const,
      allowedScopes: ['read_api'],
    };
    showTokensPage(
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
    showTokensPage(new FakeTokenActionsApi([deployer, old]), {
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
    showTokensPage(new FakeTokenActionsApi([deployer]), {
      search: '?token=dev.group.10.99',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This token is not there',
    );
  });

  it('leads from a credential to its environment', async () => {
    const credential = { ...deployer, credentialOf: ['dev'] };
    showTokensPage(new FakeTokenActionsApi([credential]), {
      search: `?token=${deployer.ref}`,
    });
    expect(
      await screen.findByRole('link', { name: 'Development' }),
    ).toHaveAttribute('href', '/gitlab-tokens/environments?environment=dev');
  });

  it('says how long a deploy token still works, of which no beginning is known', async () => {
    const deploy = aToken({
      tokenId: 5,
      ref: 'dev.project-deploy.21.5',
      name: 'composer',
      kind: 'project-deploy',
      createdAt: null,
      daysLeft: 18,
    });
    showTokensPage(new FakeTokenActionsApi([deploy]), {
      search: `?token=${deploy.ref}`,
    });
    const drawer = within(
      await screen.findByRole('dialog', { name: 'composer' }),
    );
    expect(drawer.getByText('18 days left')).toBeVisible();
    expect(drawer.queryByRole('meter')).not.toBeInTheDocument();
    const texts = ['Expiring', 'Rotate…', '18 days left'];
    const [state, action, days] = texts.map(text => drawer.getByText(text));
    expect(state.compareDocumentPosition(action)).toBe(FOLLOWING);
    expect(action.compareDocumentPosition(days)).toBe(FOLLOWING);
  });

  it('lists what was done with the token, with the way to it', async () => {
    const api = new FakeTokenActionsApi([deployer]);
    const parked = { code: 'NO', message: 'No.', action: 'Go.' };
    api.ledger = [
      anOperation({ id: 'op-3', oldTokenId: 42, parked }),
      aDoneOperation({
        id: 'op-1',
        kind: 'issue',
        oldTokenId: null,
        newTokenId: 42,
        createdAt: minutesAgo(60),
      }),
      aDoneOperation({ id: 'other', oldTokenId: 7 }),
    ];
    showTokensPage(api, { search: `?token=${deployer.ref}` });
    const list = within(
      await screen.findByRole('list', { name: 'What was done with it here' }),
    );
    const [newest, oldest, ...others] = list.getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(newest).toHaveTextContent(
      'Rotated · 1 minute agouser:default/adaStands still: Create the new token in GitLab',
    );
    // The theme's own red is too faint to be read
    expect(within(newest).getByText(/^Stands still/)).toHaveStyle({
      color: errorTextColour(createTheme()),
    });
    expect(oldest).toHaveTextContent('Issued · 1 hour agouser:default/adaDone');
    expect(within(oldest).getByRole('link')).toHaveAttribute(
      'href',
      '/gitlab-tokens/activity?operation=op-1',
    );
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('says that nothing was done with the token', async () => {
    showTokensPage(new FakeTokenActionsApi([deployer]), {
      search: `?token=${deployer.ref}`,
    });
    expect(await screen.findByText('Nothing yet.')).toBeVisible();
  });
});
