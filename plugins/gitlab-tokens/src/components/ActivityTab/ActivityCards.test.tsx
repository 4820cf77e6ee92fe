import { mockBreakpoint } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { anEnvironment } from '../../__testUtils__/environments';
import { FakeBrokerApi } from '../../__testUtils__/FakeBrokerApi';
import { aMergedRotation, aParkedIssue } from '../../__testUtils__/ledger';
import {
  showInPortal,
  testAtNow,
  userInFakeTime,
} from '../../__testUtils__/portal';
import { ActivityPage } from './ActivityPage';

const findCards = async () =>
  within(
    await screen.findByRole('list', {
      name: 'Operations on tokens, the newest first',
    }),
  ).getAllByRole('listitem');

const factsOf = (card: HTMLElement) =>
  within(card)
    .getAllByRole('term')
    .map((term, index) => [
      term.textContent,
      within(card).getAllByRole('definition')[index].textContent,
    ]);

describe('the ledger in a narrow window', () => {
  testAtNow({ timersStandStill: true });
  const user = userInFakeTime();
  const { matchMedia } = window;
  beforeEach(() => mockBreakpoint({ matches: true }));
  afterEach(() => Object.assign(window, { matchMedia }));

  function show() {
    const api = new FakeBrokerApi(
      [anEnvironment()],
      [aParkedIssue(), aMergedRotation()],
    );
    showInPortal(<ActivityPage />, api);
    return api;
  }

  it('stands in cards, with all that the table says and nothing that is wrong for axe', async () => {
    show();
    const [first, second] = await findCards();
    expect(first).toHaveTextContent(/^Issued · 1 hour ago/);
    expect(factsOf(first)).toEqual([
      ['Token', 'Backstage (dev)example-org'],
      ['Environment', 'qa'],
      ['Who', 'user:default/grace'],
      ['Delivered to', 'SOPS file dev.enc.yaml'],
      [
        'Step',
        'Stands still: Deliver it: SOPS file dev.enc.yamlThe file is locked.',
      ],
    ]);
    expect(second).toHaveTextContent(/^Rotated · 3 days ago/);
    expect(
      within(second).getByRole('link', { name: /example-org\/portal!7/ }),
    ).toBeVisible();
    expect(within(second).getByText('Done')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    jest.useRealTimers();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('is opened and resumed as in the table', async () => {
    const api = show();
    const [first, second] = await findCards();
    const resume = { name: /^Resume operation/ };
    expect(within(second).queryByRole('button', resume)).toBeNull();
    const details = within(second).getByRole('button', {
      name: 'Show operation op-3',
    });
    await user.click(details);
    expect(
      await screen.findByRole('dialog', { name: 'Operation op-3' }),
    ).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(details).toHaveFocus());

    api.set(aParkedIssue({ parked: null, actions: [] }));
    await user.click(
      within(first).getByRole('button', { name: 'Resume operation op-2' }),
    );
    expect(api.gotOf('resumeOperation')).toEqual([
      { method: 'resumeOperation', what: 'op-2' },
    ]);
    await waitFor(() =>
      expect(screen.queryByText('The file is locked.')).toBeNull(),
    );
  });
});
