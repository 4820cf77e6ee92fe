import { mockBreakpoint } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { FakeTokenActionsApi } from '../../__testUtils__/FakeTokenActionsApi';
import { FakeTokensApi } from '../../__testUtils__/FakeTokensApi';
import { testAtNow } from '../../__testUtils__/portal';
import { anOwner, aToken } from '../../__testUtils__/tokens';
import { address, showTokensPage } from '../../__testUtils__/tokensPage';

const tokens = [
  aToken({ tokenId: 1, name: 'deployer', daysLeft: 40 }),
  aToken({ tokenId: 2, name: 'reader', daysLeft: 5 }),
  aToken({ tokenId: 3, name: 'checker', daysLeft: null }),
  aToken({ tokenId: 4, name: 'gone', daysLeft: 3, state: 'revoked' }),
];

const findList = async () =>
  within(
    await screen.findByRole('list', {
      name: 'Tokens of the configured groups, projects and people',
    }),
  );

const cards = async () =>
  (await findList()).getAllByRole('listitem').map(card => card.textContent);

describe('the tokens in a narrow window', () => {
  testAtNow();
  const { matchMedia } = window;
  beforeEach(() => mockBreakpoint({ matches: true }));
  afterEach(() => Object.assign(window, { matchMedia }));

  it('stand in cards, with what matters most and nothing that is wrong for axe', async () => {
    showTokensPage(new FakeTokenActionsApi(tokens), { search: '?state=any' });
    await screen.findByText('Critical');
    const owner = 'group access token · example-org';
    expect(await cards()).toEqual([
      `goneRevoked${owner}`,
      `readerCriticalExpires 2026-06-06 (in 5 days)${owner}`,
      `deployerActiveExpires 2026-07-11 (in 40 days)${owner}`,
      `checkerActiveNever expires${owner}`,
    ]);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('has no columns to choose, and tells the environments where there are several', async () => {
    const several = [anOwner(), anOwner({ environment: 'qa' })];
    showTokensPage(new FakeTokensApi(tokens, several));
    await waitFor(async () =>
      expect((await cards())[0]).toMatch(/^readerDevelopmentCritical/),
    );
    expect(
      screen.queryByRole('button', { name: 'Columns' }),
    ).not.toBeInTheDocument();
  });

  it('are sorted, ticked and opened as in the table', async () => {
    showTokensPage(new FakeTokenActionsApi(tokens));
    await findList();
    await userEvent.selectOptions(screen.getByLabelText('Sort by'), 'Name');
    await waitFor(async () => expect((await cards())[0]).toMatch(/^checker/));
    await userEvent.click(
      screen.getByRole('button', { name: /^In rising order/ }),
    );
    await waitFor(async () => expect((await cards())[0]).toMatch(/^reader/));
    expect(address()).toBe('/gitlab-tokens/tokens?sort=name&order=desc');

    await userEvent.click(
      screen.getByLabelText('Select all tokens of this page'),
    );
    expect(screen.getByText('3 tokens selected')).toBeVisible();
    await userEvent.click(screen.getByLabelText('Select reader'));
    expect(screen.getByText('2 tokens selected')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Actions for reader' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Details' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'reader' }),
    ).toBeInTheDocument();
  });
});
