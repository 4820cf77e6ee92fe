import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { accessibilityProblems } from '../../__testUtils__/axe';
import { anEnvironment, inDays, NOW } from '../../__testUtils__/environments';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import {
  aDoneOperation,
  anOperation,
  aPlan,
} from '../../__testUtils__/operations';
import { aToken } from '../../__testUtils__/tokens';
import { gitlabTokensApiRef } from '../../api';
import { OperationInAddress } from '../operations/OperationInAddress';
import { RotateDialog } from './RotateDialog';
import { RotationSubject } from './rotationSubject';

// Whole flows, on a machine that does other things, too
jest.setTimeout(30_000);

const environment = anEnvironment({
  policy: { warnDays: 30, criticalDays: 7, maxLifetimeDays: 60 },
});
const credential: RotationSubject = { type: 'credential', environment };

function Page(props: { subject: RotationSubject }) {
  const [isOpen, setOpen] = useState(false);
  const { search } = useLocation();
  return (
    <>
      <button onClick={() => setOpen(true)}>Open it</button>
      <output aria-label="address">{search}</output>
      {isOpen && (
        <RotateDialog subject={props.subject} onClose={() => setOpen(false)} />
      )}
      <OperationInAddress />
    </>
  );
}

function show(api: FakeBrokerApi, { subject = credential, path = '/' } = {}) {
  return renderInTestApp(
    <TestApiProvider apis={[[gitlabTokensApiRef, api]]}>
      <Page subject={subject} />
    </TestApiProvider>,
    { initialRouteEntries: [path] },
  );
}

const open = () =>
  userEvent.click(screen.getByRole('button', { name: 'Open it' }));
const confirmButton = () => screen.findByRole('button', { name: 'Rotate now' });
const findEnabledConfirm = async () => {
  const button = await confirmButton();
  await waitFor(() => expect(button).toBeEnabled());
  return button;
};

describe('RotateDialog', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      now: NOW,
      advanceTimers: true,
      doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'performance'],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('says what will happen before anything does', async () => {
    const api = new FakeBrokerApi([environment]);
    show(api);
    await open();
    const dialog = within(
      await screen.findByRole('dialog', {
        name: 'Rotate the credential of Development',
      }),
    );
    const made = within(
      await dialog.findByRole('region', { name: 'What will be made' }),
    );
    expect(
      made.getByText('“Backstage (dev)”, a group access token of example-org'),
    ).toBeVisible();
    expect(
      made.getByText('Scopes: read_api and read_repository'),
    ).toBeVisible();
    expect(made.getByText('Role: Developer')).toBeVisible();
    expect(made.getByText(/^Expires: Sun, Aug 30, 2026/)).toBeVisible();
    const follows = dialog.getByRole('list', { name: 'What follows' });
    expect(follows).toHaveTextContent(
      'works until the new one is proven, and 10 minutes longer',
    );
    expect(follows).toHaveTextContent('another bot user');
    expect(
      dialog.getByRole('list', { name: 'Where the value goes' }),
    ).toHaveTextContent('SOPS file dev.enc.yaml');
    const calls = dialog.getByText('Requests to GitLab').closest('details');
    expect(calls).not.toHaveAttribute('open');
    expect(calls).toHaveTextContent(
      'Create: POST /groups/10/access_tokens, by the broker',
    );
    expect(api.gotOf('rotateCredential')).toEqual([]);
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('rotates once, however often the button is pressed, and shows the progress', async () => {
    const api = new FakeBrokerApi([environment]);
    let answer = () => {};
    api.starting = () =>
      new Promise(resolve => {
        answer = () => resolve(api.set(anOperation({ id: 'op-9' })));
      });
    show(api);
    await open();
    const confirm = await findEnabledConfirm();
    await userEvent.tripleClick(confirm);
    expect(api.gotOf('rotateCredential')).toEqual([
      { method: 'rotateCredential', what: 'dev', request: {} },
    ]);
    await act(async () => answer());
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeVisible();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?operation=op-9',
    );
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    expect(screen.getByText(/Closing this does not stop it/)).toBeVisible();
    api.set(aDoneOperation({ id: 'op-9' }));
    expect(
      (await screen.findAllByText(/was rotated, and the old token is revoked/))
        .length,
    ).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.getByLabelText('address')).toBeEmptyDOMElement();
    expect(api.gotOf('rotateCredential')).toHaveLength(1);
  });

  it('is found again after a reload', async () => {
    const api = new FakeBrokerApi([environment], [anOperation({ id: 'op-9' })]);
    show(api, { path: '/?operation=op-9' });
    expect(
      await screen.findByRole('dialog', { name: 'Operation op-9' }),
    ).toBeVisible();
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeVisible();
  });

  it('plans again with another mode and another expiry, which are what is sent', async () => {
    const api = new FakeBrokerApi([environment]);
    api.planning = request =>
      JSON.stringify(request).includes('in-place')
        ? aPlan({
            mode: 'in-place',
            otherMode: { mode: 'overlap', reason: null },
            consequences: ['OLD_VALUE_STOPS_AT_ONCE', 'BOT_USER_STAYS'],
          })
        : aPlan();
    api.starting = () => api.set(anOperation());
    show(api);
    await open();
    await userEvent.click(
      await screen.findByRole('radio', { name: /^In place/ }),
    );
    expect(await screen.findByText(/stops working the moment/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: '60 days (most)' }),
    );
    expect(screen.getByLabelText('Expires on')).toHaveValue(inDays(60));
    expect(screen.queryByRole('button', { name: '90 days' })).toBeNull();
    await userEvent.click(await findEnabledConfirm());
    await screen.findByRole('list', { name: 'Steps' });
    expect(api.gotOf('rotateCredential')[0].request).toEqual({
      mode: 'in-place',
      expiresAt: inDays(60),
    });
  });

  it('says why the other mode is not possible', async () => {
    const api = new FakeBrokerApi([environment]);
    api.planning = () =>
      aPlan({
        otherMode: {
          mode: 'in-place',
          reason: {
            code: 'DEPLOY_TOKENS_CANNOT_ROTATE',
            message: 'GitLab cannot rotate deploy tokens.',
            action: 'Use overlap.',
          },
        },
      });
    show(api);
    await open();
    expect(
      await screen.findByRole('radio', { name: /^In place/ }),
    ).toBeDisabled();
    expect(
      screen.getByText(
        'Not possible: GitLab cannot rotate deploy tokens. Use overlap.',
      ),
    ).toBeVisible();
  });

  it('shows what the policy does not allow at the field', async () => {
    const refused = await aResponseError(400, {
      violations: [
        {
          code: 'EXPIRY_TOO_FAR',
          field: 'expiresAt',
          found: inDays(90),
          allowed: [inDays(60)],
          message: 'too far',
        },
      ],
    });
    const api = new FakeBrokerApi([environment]);
    api.planning = request => {
      if (JSON.stringify(request).includes('expiresAt')) {
        throw refused;
      }
      return aPlan();
    };
    show(api);
    await open();
    await userEvent.click(
      await screen.findByRole('button', { name: '7 days' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Expires on')).toHaveAccessibleDescription(
        `The policy does not allow that long. The last possible day: ${inDays(
          60,
        )}.`,
      ),
    );
    expect(await confirmButton()).toBeDisabled();
  });

  it('has no confirm button where something stands against it, and says what to do', async () => {
    const api = new FakeBrokerApi([environment]);
    api.planning = () =>
      aPlan({
        blockers: [
          {
            code: 'BROKER_IS_BOT',
            message: 'The broker is a bot.',
            action: 'Put a personal token of an Owner into the file.',
          },
        ],
      });
    show(api);
    await open();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The broker is a bot.');
    expect(alert).toHaveTextContent('Put a personal token of an Owner');
    expect(screen.queryByRole('button', { name: 'Rotate now' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('offers to follow the operation that is under way instead', async () => {
    const api = new FakeBrokerApi([environment], [anOperation({ id: 'op-4' })]);
    const refused = await aResponseError(409, { operationId: 'op-4' });
    api.starting = () => {
      throw refused;
    };
    show(api);
    await open();
    await userEvent.click(await findEnabledConfirm());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Follow it' }),
    );
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeVisible();
    expect(screen.getByLabelText('address')).toHaveTextContent('op-4');
  });

  it('names the permission that is missing', async () => {
    const refused = await aResponseError(403);
    const api = new FakeBrokerApi([environment]);
    api.planning = () => {
      throw refused;
    };
    show(api);
    await open();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.token.rotate',
    );
  });

  it('warns that it may have begun where the answer was lost', async () => {
    const api = new FakeBrokerApi([environment]);
    api.starting = () => {
      throw new TypeError('Failed to fetch');
    };
    show(api);
    await open();
    await userEvent.click(await findEnabledConfirm());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It may have begun all the same: look under Activity',
    );
  });

  it('asks where the value of another token goes, which no configuration says', async () => {
    const api = new FakeBrokerApi([environment]);
    api.planning = () => aPlan({ isCredential: false });
    api.starting = () => api.set(anOperation());
    show(api, {
      subject: { type: 'token', token: aToken({ ref: 'dev.project.21.301' }) },
    });
    await open();
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Into a CI/CD variable' }),
    );
    expect(await confirmButton()).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Full path'), 'example-org/a');
    await userEvent.type(screen.getByLabelText('Key'), 'GITLAB_TOKEN');
    await userEvent.click(await findEnabledConfirm());
    await screen.findByRole('list', { name: 'Steps' });
    expect(api.gotOf('rotateToken')).toEqual([
      {
        method: 'rotateToken',
        what: 'dev.project.21.301',
        request: {
          deliver: [
            {
              target: 'ci-variable',
              project: 'example-org/a',
              key: 'GITLAB_TOKEN',
              environmentScope: '*',
              protected: true,
              masked: true,
            },
          ],
        },
      },
    ]);
  });

  it('works by keyboard alone', async () => {
    const api = new FakeBrokerApi([environment]);
    api.starting = () => api.set(anOperation());
    show(api);
    const opener = screen.getByRole('button', { name: 'Open it' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const confirm = await findEnabledConfirm();
    for (let i = 0; i < 30 && document.activeElement !== confirm; i++) {
      await userEvent.tab();
    }
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(opener).toHaveFocus());
  });
});
