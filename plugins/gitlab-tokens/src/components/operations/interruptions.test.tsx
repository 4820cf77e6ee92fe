import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  anIssuePlan,
  chooseReveal,
  fillInToken,
  findEnabled,
  openIssueDialog,
  press,
  PROJECT,
  STRICT,
} from '../../__testUtils__/dialogs';
import { DIALOGS, findProgress } from '../../__testUtils__/enteredDialogs';
import { inDays } from '../../__testUtils__/environments';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import { anOperation, aPlan } from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';

const newApi = () => new FakeBrokerApi([STRICT]);

describe.each(Object.entries(DIALOGS))('%s', (_, dialog) => {
  testAtNow();
  const { enter, button, method, permission, expectKept } = dialog;

  it('sends one request, however often the button and Enter are pressed', async () => {
    const api = newApi();
    let answer = () => {};
    api.starting = () =>
      new Promise(resolve => {
        answer = () => resolve(api.set(anOperation()));
      });
    await enter(api);
    const confirm = await findEnabled(button);
    await userEvent.dblClick(confirm);
    confirm.focus();
    await userEvent.keyboard('{Enter}{Enter} ');
    expect(api.gotOf(method)).toHaveLength(1);
    await act(async () => answer());
    await findProgress();
    expect(api.gotOf(method)).toHaveLength(1);
  });

  it('keeps what was entered when the answer is lost, links to the ledger, and can be tried again', async () => {
    const lost = await aResponseError(500);
    const api = newApi();
    const failures: Error[] = [new TypeError('Failed to fetch'), lost];
    api.starting = () => {
      const failure = failures.shift();
      if (failure) {
        throw failure;
      }
      return api.set(anOperation());
    };
    await enter(api);
    await userEvent.click(await findEnabled(button));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'The backend gave no usable answer. It may have begun all the same: look under Activity before you try again.In detail: Failed to fetch',
    );
    const link = within(alert).getByRole('link', {
      name: /^Look under Activity/,
    });
    expect(link).toHaveAttribute('href', '/gitlab-tokens/activity');
    expect(link).toHaveAttribute('target', '_blank');
    expectKept();

    await userEvent.click(await findEnabled(button));
    await waitFor(() => expect(api.gotOf(method)).toHaveLength(2));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It may have begun all the same',
    );
    expectKept();

    await userEvent.click(await findEnabled(button));
    await findProgress();
    expect(screen.queryByRole('alert')).toBeNull();
    const requests = api.gotOf(method).map(({ request }) => request);
    expect(requests).toEqual([requests[0], requests[0], requests[0]]);
  });

  it('keeps what was entered after every refusal, says what it means, and can be tried again', async () => {
    const refusals: [status: number, words: string][] = [
      [401, 'Your session is over, and nothing was begun.'],
      [403, permission],
      [503, 'The backend gave no usable answer.'],
    ];
    const api = newApi();
    await enter(api);
    for (const [status, words] of refusals) {
      const refused = await aResponseError(status);
      api.starting = () => {
        throw refused;
      };
      await userEvent.click(await findEnabled(button));
      await waitFor(() =>
        expect(screen.getByRole('alert')).toHaveTextContent(words),
      );
      expect(
        within(screen.getByRole('alert')).queryAllByRole('link'),
      ).toHaveLength(status === 503 ? 1 : 0);
      expectKept();
    }
    expect(api.gotOf(method)).toHaveLength(refusals.length);
    api.starting = () => api.set(anOperation());
    await userEvent.click(await findEnabled(button));
    await findProgress();
  });
});

describe('a plan that does not come', () => {
  testAtNow();

  it('leaves the form as it was, and is asked for once at a time', async () => {
    const api = newApi();
    await openIssueDialog(api);
    await fillInToken();
    await chooseReveal();
    let fail = () => {};
    api.planning = () =>
      new Promise((_, reject) => {
        fail = () => reject(new TypeError('Failed to fetch'));
      });
    await userEvent.tripleClick(
      screen.getByRole('button', { name: 'Show the plan' }),
    );
    expect(api.gotOf('planIssue')).toHaveLength(1);
    await act(async () => fail());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend gave no usable answer. Check that it runs, and try again.',
    );
    expect(screen.getByLabelText('Role')).toHaveValue('developer');
    expect(screen.getByRole('checkbox', { name: 'read_api' })).toBeChecked();
    expect(screen.getByLabelText('Expires on')).toHaveValue(inDays(30));
    api.planning = () => anIssuePlan();
    await press('Try again');
    expect(await findEnabled('Issue now')).toBeVisible();
  });

  it('leaves the choices of a rotation as they were', async () => {
    const api = newApi();
    await DIALOGS.Rotate.enter(api);
    await findEnabled('Rotate now');
    const signedOut = await aResponseError(401);
    api.planning = () => {
      throw signedOut;
    };
    await userEvent.type(screen.getByLabelText('Key'), '_2');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Your session is over',
    );
    expect(screen.getByLabelText('Key')).toHaveValue('MY_TOKEN_2');
    api.planning = () => aPlan();
    await press('Try again');
    await findEnabled('Rotate now');
    expect(screen.getByLabelText('Full path')).toHaveValue(PROJECT);
  });
});
