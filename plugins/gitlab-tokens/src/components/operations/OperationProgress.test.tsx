import { act, screen, waitFor, within } from '@testing-library/react';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { NOW } from '../../__testUtils__/environments';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import {
  aDoneOperation,
  anOperation,
  aPlan,
} from '../../__testUtils__/operations';
import {
  showInPortal,
  testAtNow,
  userInFakeTime,
} from '../../__testUtils__/portal';
import { stages } from '../../__testUtils__/stages';
import { OperationInAddress } from './OperationInAddress';

const show = (api: FakeBrokerApi) =>
  showInPortal(<OperationInAddress />, api, '/?operation=op-1');

describe('the progress of an operation', () => {
  testAtNow({ timersStandStill: true });
  const user = userInFakeTime();
  const pass = (milliseconds: number) =>
    act(() => jest.advanceTimersByTimeAsync(milliseconds));

  it('shows its steps in words and follows them to the end', async () => {
    const api = new FakeBrokerApi([], [anOperation({ attempts: 2 })]);
    show(api);
    expect(
      await screen.findByRole('heading', { name: 'Rotating a token of dev' }),
    ).toBeVisible();
    expect(
      screen.getByText(/^Asked for by user:default\/ada on/),
    ).toBeVisible();
    expect(screen.getByText(/asked for 2 times/)).toBeVisible();
    expect(await stages()).toEqual([
      'Create the new token in GitLabunder way',
      'Seal the new value, so that it cannot be lostto come',
      'Deliver it: SOPS file dev.enc.yamlto come',
      'Prove it: GitLab accepts the value that was deliveredto come',
      'Wait out the grace period, during which both values workto come',
      'Revoke the old tokento come',
    ]);
    const status = within(screen.getByRole('dialog')).getByRole('status');
    expect(status).toHaveTextContent(
      'Create the new token in GitLab: under way',
    );

    const until = new Date(NOW.getTime() + 600_000).toISOString();
    api.set(anOperation({ step: 'verified', notBefore: until, actions: [] }));
    await pass(1_100);
    const time = new Intl.DateTimeFormat('en', {
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date(until));
    expect((await stages())[4]).toBe(
      `Wait until ${time}: until then both values workwaiting, 10 minutes left`,
    );
    expect(status).toHaveTextContent(/^Wait until .*: waiting$/);

    api.set(aDoneOperation());
    await pass(10_100);
    expect((await stages()).every(it => it?.endsWith('done'))).toBe(true);
    expect(status).toHaveTextContent(
      '“Backstage (dev)” was rotated, and the old token is revoked.',
    );
  });

  it('counts a short grace period down to the second, and is silent about it', async () => {
    const seconds = 20;
    const plan = aPlan({ gracePeriodSeconds: seconds });
    const notBefore = new Date(NOW.getTime() + seconds * 1000).toISOString();
    const api = new FakeBrokerApi(
      [],
      [anOperation({ plan, step: 'verified', notBefore, actions: [] })],
    );
    show(api);
    const time = new Intl.DateTimeFormat('en', {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }).format(new Date(notBefore));
    const waiting = `Wait until ${time}: until then both values work`;
    await stages();
    const status = within(screen.getByRole('dialog')).getByRole('status');
    const spoken: (string | null)[] = [];
    const listener = new MutationObserver(() =>
      spoken.push(status.textContent),
    );
    listener.observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const left = async () => {
      const [, word] = (await stages())[4]?.split(waiting) ?? [];
      return Number(/^waiting, (\d+) seconds? left$/.exec(word)?.[1]);
    };
    const first = await left();
    expect(first).toBeGreaterThan(seconds - 4);
    await pass(1_000);
    expect(await left()).toBeLessThan(first);
    await pass((seconds - 5) * 1_000);
    expect(await left()).toBeLessThanOrEqual(4);
    expect(status).toHaveTextContent(`${waiting}: waiting`);
    expect(spoken).toEqual([]);

    api.set(aDoneOperation({ plan }));
    await pass(12_000);
    expect(status).toHaveTextContent(/was rotated, and the old token/);
    expect(spoken).toHaveLength(1);
    listener.disconnect();
  });

  it('stops asking once it has ended, and asks rarely while it waits for somebody', async () => {
    const problem = { code: 'X', message: 'It broke.', action: 'Mend it.' };
    const api = new FakeBrokerApi(
      [],
      [anOperation({ parked: problem, actions: ['resume'] })],
    );
    const looks = jest.spyOn(api, 'getOperation');
    show(api);
    await screen.findByText('It broke.');
    await pass(4_000);
    expect(looks).toHaveBeenCalledTimes(1);
    api.set(aDoneOperation());
    await pass(2_000);
    expect(looks).toHaveBeenCalledTimes(2);
    await pass(60_000);
    expect(looks).toHaveBeenCalledTimes(2);
  });

  it('says why it stands still and what to do, and lets it go on', async () => {
    const parked = {
      code: 'GATEWAY_UNREACHABLE',
      message: 'GitLab could not be reached.',
      action: 'Check the network, then resume.',
    };
    const api = new FakeBrokerApi(
      [],
      [anOperation({ step: 'retiring', parked, actions: ['resume'] })],
    );
    show(api);
    expect(
      await screen.findByText('It stands still at: Revoke the old token'),
    ).toBeVisible();
    expect(screen.getByText('GitLab could not be reached.')).toBeVisible();
    expect(screen.getByText('Check the network, then resume.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Cancel the/ })).toBeNull();

    api.set(anOperation({ step: 'retiring', actions: [] }));
    await user.dblClick(screen.getByRole('button', { name: 'Resume' }));
    expect(api.gotOf('resumeOperation')).toHaveLength(1);
    await waitFor(() =>
      expect(screen.queryByText('GitLab could not be reached.')).toBeNull(),
    );
    expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull();
  });

  it('tells the reason of a delivery once, beside the codes of others', async () => {
    const parked = { code: 'LOCKED', message: 'It is locked.', action: '' };
    const deliveries = ['LOCKED', 'GONE'].map(errorCode => ({
      target: 'sops-file',
      state: 'failed' as const,
      place: `${errorCode}.yaml`,
      url: null,
      errorCode,
    }));
    const operation = anOperation({ step: 'delivering', parked, deliveries });
    show(new FakeBrokerApi([], [operation]));
    expect(
      await screen.findByText('The delivery failed (GONE).'),
    ).toBeVisible();
    expect(screen.getByText('It is locked.')).toBeVisible();
    expect(screen.queryByText(/\(LOCKED\)/)).not.toBeInTheDocument();
  });

  it('cancels it, and says that the old token is as before', async () => {
    const api = new FakeBrokerApi([], [anOperation()]);
    show(api);
    await user.click(
      await screen.findByRole('button', { name: 'Cancel the operation' }),
    );
    expect(
      await screen.findAllByText(/The old token is as it was before/),
    ).not.toHaveLength(0);
    expect((await stages())[0]).toMatch(/not done$/);
  });

  it('promises to revoke what it made only where nobody uses that yet', async () => {
    const parked = { code: 'X', message: 'Not proven.', action: 'Look.' };
    const api = new FakeBrokerApi([], [anOperation()]);
    show(api);
    const cancel = await screen.findByRole('button', {
      name: 'Cancel the operation',
    });
    expect(cancel).toHaveAccessibleDescription(/^What was made so far is rev/);
    const actions = ['resume' as const, 'cancel' as const];
    api.set(anOperation({ step: 'delivered', parked, actions }));
    await pass(1_100);
    expect(await screen.findByText('Not proven.')).toBeVisible();
    expect(cancel).toBeVisible();
    expect(cancel).not.toHaveAccessibleDescription();
  });

  it('tells which permission is missing to resume it', async () => {
    const parked = { code: 'X', message: 'It broke.', action: 'Mend it.' };
    const api = new FakeBrokerApi(
      [],
      [anOperation({ parked, actions: ['resume'] })],
    );
    const refused = await aResponseError(403);
    jest.spyOn(api, 'resumeOperation').mockRejectedValue(refused);
    show(api);
    await user.click(await screen.findByRole('button', { name: 'Resume' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.token.rotate',
    );
  });

  it('links to where the value went, and says what a merge request waits for', async () => {
    const delivery = {
      target: 'sops-merge-request',
      state: 'awaiting' as const,
      place: 'example-org/portal!7',
      url: 'https://gitlab.example.com/example-org/portal/-/merge_requests/7',
      errorCode: null,
    };
    show(
      new FakeBrokerApi(
        [],
        [anOperation({ step: 'awaiting', deliveries: [delivery] })],
      ),
    );
    expect(
      await screen.findByRole('link', { name: /example-org\/portal!7/ }),
    ).toHaveAttribute('href', delivery.url);
    jest.useRealTimers();
    expect(await accessibilityProblems()).toEqual([]);
    expect(screen.getByText(/waits for the merge request/)).toBeVisible();
  });
});
