import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
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
import { gitlabTokensApiRef } from '../../api';
import { OperationDialog } from './OperationDialog';
import { OperationInAddress } from './OperationInAddress';

// Whole flows, on a machine that does other things, too
jest.setTimeout(30_000);

const VALUE = 'glpat-shown-once-0123456789';

function Address() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

function Opener(props: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>Open it</button>
      {isOpen && (
        <OperationDialog
          operation={{ id: props.id }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function show(api: FakeBrokerApi, path = '/?operation=op-1&environment=dev') {
  return renderInTestApp(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      <OperationInAddress />
      <Address />
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
}

const stages = async () =>
  within(await screen.findByRole('list', { name: 'Steps' }))
    .getAllByRole('listitem')
    .map(item => item.textContent);

describe('an operation in the address of the page', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
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
      `Wait until ${time}: until then both values workwaiting`,
    );
    expect(status).toHaveTextContent(/^Wait until .*: waiting$/);

    api.set(aDoneOperation());
    await pass(10_100);
    expect((await stages()).every(it => it?.endsWith('done'))).toBe(true);
    expect(status).toHaveTextContent(
      '“Backstage (dev)” was rotated, and the old token is revoked.',
    );
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

  it('keeps what it knows while the backend is away, and goes on asking', async () => {
    const api = new FakeBrokerApi([], [anOperation()]);
    show(api);
    await stages();
    const known = api.looking;
    api.looking = () => {
      throw new TypeError('Failed to fetch');
    };
    await pass(1_100);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend gave no usable answer (Failed to fetch). The operation goes on',
    );
    expect((await stages())[0]).toMatch(/under way$/);
    api.looking = known;
    api.set(aDoneOperation());
    await pass(10_100);
    expect(screen.queryByRole('alert')).toBeNull();
    expect((await stages())[0]).toMatch(/done$/);
  });

  it('says that there is no such operation, and asks no more', async () => {
    const api = new FakeBrokerApi();
    const refused = await aResponseError(404);
    const looks = jest.spyOn(api, 'getOperation').mockRejectedValue(refused);
    show(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such operation',
    );
    await pass(30_000);
    expect(looks).toHaveBeenCalledTimes(1);
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

  it('takes the operation out of the address when it is closed, and nothing else', async () => {
    show(new FakeBrokerApi([], [anOperation()]));
    await stages();
    expect(screen.getByText(/Closing this does not stop it/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('/?environment=dev')).toBeInTheDocument();
  });

  it('is closed by Escape, and the focus goes back to where it was', async () => {
    renderInTestApp(
      <TestApiProvider
        apis={[[gitlabTokensApiRef, new FakeBrokerApi([], [anOperation()])]]}
      >
        <Opener id="op-1" />
      </TestApiProvider>,
    );
    await user.tab();
    const opener = await screen.findByRole('button', { name: 'Open it' });
    opener.focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', {
      name: 'Operation op-1',
    });
    expect(dialog.parentElement?.parentElement).toContainElement(
      document.activeElement as HTMLElement,
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(opener).toHaveFocus();
  });
});

describe('a value that is shown once', () => {
  const awaiting = anOperation({
    kind: 'issue',
    step: 'awaiting',
    plan: aPlan({
      kind: 'issue',
      mode: null,
      oldToken: null,
      consequences: [],
      deliveries: [{ target: 'reveal', place: null }],
    }),
    deliveries: [
      {
        target: 'reveal',
        state: 'awaiting',
        place: null,
        url: null,
        errorCode: null,
      },
    ],
    actions: ['reveal', 'cancel'],
  });

  it('is asked for by a button, shown masked, copied, and forgotten when the dialog closes', async () => {
    const user = userEvent.setup();
    const api = new FakeBrokerApi([], [awaiting]);
    api.revealing = () => {
      api.set(aDoneOperation({ ...awaiting, step: 'done', actions: [] }));
      return { value: VALUE, username: 'gitlab+deploy-token-7' };
    };
    const log = (['log', 'warn', 'error', 'debug', 'info'] as const).map(name =>
      jest.spyOn(console, name).mockImplementation(() => {}),
    );
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    show(api);
    const ask = await screen.findByRole('button', {
      name: 'Show the value now',
    });
    expect(api.gotOf('revealValue')).toEqual([]);
    await user.dblClick(ask);
    expect(api.gotOf('revealValue')).toHaveLength(1);

    const field = await screen.findByRole('textbox', { name: 'Value' });
    expect(document.body.innerHTML).not.toContain(VALUE);
    expect(screen.getByText('gitlab+deploy-token-7')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(field).toHaveValue(VALUE);
    await user.click(screen.getByRole('button', { name: 'Hide' }));
    expect(document.body.innerHTML).not.toContain(VALUE);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied')).toBeVisible();
    expect(copied.mock.calls).toEqual([[VALUE]]);

    // The operation has ended meanwhile; what was shown stays until the dialog is closed
    expect(
      (
        await screen.findAllByText(
          '“Backstage (dev)” was issued and delivered.',
        )
      ).length,
    ).toBeGreaterThan(0);
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await user.click(screen.getByRole('button', { name: 'Close' }));

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.documentElement.outerHTML).not.toContain(VALUE);
    for (const storage of [sessionStorage, localStorage]) {
      expect(JSON.stringify({ ...storage })).not.toContain(VALUE);
    }
    expect(JSON.stringify(window.history.state)).not.toContain(VALUE);
    expect(window.location.href).not.toContain(VALUE);
    for (const spy of log) {
      expect(JSON.stringify(spy.mock.calls)).not.toContain(VALUE);
      spy.mockRestore();
    }
  });

  it('is shown only to whoever asked for the operation', async () => {
    const api = new FakeBrokerApi([], [awaiting]);
    const refused = await aResponseError(403);
    api.revealing = () => {
      throw refused;
    };
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the value now' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'shown only to whoever asked',
    );
  });
});
