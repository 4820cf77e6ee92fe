import { act, screen, waitFor, within } from '@testing-library/react';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { anEnvironment } from '../../__testUtils__/environments';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import { aMergedRotation, aParkedIssue } from '../../__testUtils__/ledger';
import { aDoneOperation } from '../../__testUtils__/operations';
import {
  showInPortal,
  testAtNow,
  userInFakeTime,
} from '../../__testUtils__/portal';
import { ActivityPage } from './ActivityPage';

const parked = aParkedIssue();
const done = aMergedRotation();

function show(operations: Operation[] = [parked, done], path = '/') {
  const api = new FakeBrokerApi(
    [anEnvironment(), anEnvironment({ name: 'qa', title: 'QA' })],
    operations,
  );
  showInPortal(<ActivityPage />, api, path);
  return api;
}

const rows = async () =>
  (
    await within(
      await screen.findByRole('table', { name: /^Operations on tokens/ }),
    ).findAllByRole('row')
  ).slice(1);

describe('ActivityPage', () => {
  testAtNow({ timersStandStill: true });
  const user = userInFakeTime();

  it('lists who did what, when, for which environment, and where it went', async () => {
    show();
    const [first, second] = await rows();
    expect(
      within(first)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      'user:default/grace',
      'Issued',
      'qa',
      'Backstage (dev)example-org',
      'SOPS file dev.enc.yaml',
      'Stands still: Deliver it: SOPS file dev.enc.yamlThe file is locked.',
      'ShowResume',
    ]);
    expect(within(first).getByRole('rowheader')).toHaveTextContent(
      '1 hour ago',
    );
    expect(within(second).getByRole('rowheader')).toHaveTextContent(
      '3 days ago',
    );
    expect(within(second).getByText('Done')).toBeVisible();
    expect(
      within(second).getByRole('link', { name: /example-org\/portal!7/ }),
    ).toHaveAttribute('href', done.deliveries[0].url);
    expect(screen.getByText('1–2 of 2 operations')).toBeVisible();
    // What stands still is none that is under way
    expect(screen.queryByText(/under way/)).not.toBeInTheDocument();
    expect(
      screen.getAllByRole('columnheader').map(it => it.getAttribute('scope')),
    ).toEqual(Array(8).fill('col'));
    jest.useRealTimers();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('resumes an unfinished one, and asks again', async () => {
    const api = show();
    await rows();
    api.set({ ...parked, parked: null, actions: [] });
    await user.click(
      screen.getByRole('button', { name: 'Resume operation op-2' }),
    );
    expect(api.gotOf('resumeOperation')).toEqual([
      { method: 'resumeOperation', what: 'op-2' },
    ]);
    await waitFor(() =>
      expect(screen.queryByText('The file is locked.')).toBeNull(),
    );
    expect(screen.getByText('1 operation under way')).toBeVisible();
  });

  it('asks every ten seconds while something is open, and not when nothing is', async () => {
    const api = show();
    await rows();
    expect(api.gotOf('listOperations')).toHaveLength(1);
    api.set({ ...parked, step: 'done', parked: null, actions: [] });
    await act(() => jest.advanceTimersByTimeAsync(10_100));
    expect(api.gotOf('listOperations')).toHaveLength(2);
    expect(screen.getAllByText('Done')).toHaveLength(2);
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(api.gotOf('listOperations')).toHaveLength(2);
  });

  it('narrows the list down, in its address too', async () => {
    const api = show();
    await rows();
    await user.selectOptions(screen.getByLabelText('State'), 'parked');
    await waitFor(async () => expect(await rows()).toHaveLength(1));
    await screen.findByRole('option', { name: 'qa' });
    await user.selectOptions(screen.getByLabelText('Environment'), 'dev');
    await user.selectOptions(screen.getByLabelText('Kind'), 'rotate');
    expect(
      await screen.findByText('No operation matches these filters.'),
    ).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?environment=dev&kind=rotate&state=parked',
    );
    expect(api.gotOf('listOperations').pop()?.request).toEqual({
      environment: 'dev',
      kind: 'rotate',
      state: 'parked',
      offset: 0,
      limit: 25,
    });
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    expect(await rows()).toHaveLength(2);
    expect(screen.getByLabelText('Address')).toHaveTextContent(/^\/$/);
  });

  it('shows the page that its address names, and the next one', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      aDoneOperation({ id: `op-${index}` }),
    );
    const api = show(many, '/?page=2&state=ended');
    await rows();
    expect(screen.getByText('26–50 of 60 operations')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51–60 of 60 operations')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?state=ended&page=3',
    );
    expect(api.gotOf('listOperations').pop()?.request).toMatchObject({
      state: 'ended',
      offset: 50,
    });
  });

  it('leads back from a page that is past the end', async () => {
    show(undefined, '/?page=9&state=open');
    expect(await screen.findByText('This page is empty')).toBeVisible();
    expect(screen.queryByText(/operations$/)).toBeNull();
    await user.click(
      screen.getByRole('button', { name: 'Go to the first page' }),
    );
    expect(await rows()).toHaveLength(1);
    expect(screen.getByLabelText('Address')).toHaveTextContent('?state=open');
  });

  it('opens the operation of its address, keeps the filters, and closes it', async () => {
    show(undefined, '/?operation=op-2&state=open');
    const dialog = await screen.findByRole('dialog', {
      name: 'Operation op-2',
    });
    expect(
      await within(dialog).findByText('Add a key, then resume.'),
    ).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByLabelText('Address')).toHaveTextContent('?state=open');
  });

  it('opens one by keyboard, and gives the focus back', async () => {
    show();
    await rows();
    const details = screen.getByRole('button', { name: 'Show operation op-3' });
    details.focus();
    await user.keyboard('{Enter}');
    expect(
      await screen.findByRole('dialog', { name: 'Operation op-3' }),
    ).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?operation=op-3',
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(details).toHaveFocus());
  });

  it('has the shape of a table while it loads', async () => {
    const api = new FakeBrokerApi();
    jest.spyOn(api, 'listOperations').mockReturnValue(new Promise(() => {}));
    showInPortal(<ActivityPage />, api);
    expect(
      await screen.findByRole('status', { name: 'Loading the operations' }),
    ).toHaveAttribute('aria-busy', 'true');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('names the permission that is missing', async () => {
    const refused = await aResponseError(403);
    const api = new FakeBrokerApi();
    jest.spyOn(api, 'listOperations').mockRejectedValue(refused);
    showInPortal(<ActivityPage />, api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.operation.read',
    );
  });

  it('says that nothing was done yet', async () => {
    show([]);
    expect(
      await screen.findByText(/^No token was issued, rotated, revoked/),
    ).toBeVisible();
  });
});
