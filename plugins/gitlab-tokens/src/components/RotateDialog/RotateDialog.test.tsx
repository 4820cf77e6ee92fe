import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { accessibilityProblems } from '../../__testUtils__/axe';
import {
  findEnabled,
  openRotateDialog,
  showRotation,
  STRICT,
} from '../../__testUtils__/dialogs';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import {
  aDoneOperation,
  anOperation,
  aPlan,
} from '../../__testUtils__/operations';
import { testAtNow } from '../../__testUtils__/portal';

describe('RotateDialog', () => {
  testAtNow();

  it('says what will happen before anything does', async () => {
    const api = new FakeBrokerApi([STRICT]);
    await openRotateDialog(api);
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
    const api = new FakeBrokerApi([STRICT]);
    let answer = () => {};
    api.starting = () =>
      new Promise(resolve => {
        answer = () => resolve(api.set(anOperation({ id: 'op-9' })));
      });
    await openRotateDialog(api);
    const confirm = await findEnabled('Rotate now');
    await userEvent.tripleClick(confirm);
    expect(api.gotOf('rotateCredential')).toEqual([
      { method: 'rotateCredential', what: 'dev', request: {} },
    ]);
    await act(async () => answer());
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
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
    expect(screen.getByLabelText('Address')).toHaveTextContent(/^\/$/);
    expect(api.gotOf('rotateCredential')).toHaveLength(1);
  });

  it('has no confirm button where something stands against it, and says what to do', async () => {
    const api = new FakeBrokerApi([STRICT]);
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
    await openRotateDialog(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The broker is a bot.');
    expect(alert).toHaveTextContent('Put a personal token of an Owner');
    expect(screen.queryByRole('button', { name: 'Rotate now' })).toBeNull();
    // Nothing is told that will not be
    expect(
      screen.queryByRole('region', { name: 'What will be made' }),
    ).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('offers to follow the operation that is under way instead', async () => {
    const api = new FakeBrokerApi([STRICT], [anOperation({ id: 'op-4' })]);
    const refused = await aResponseError(409, { operationId: 'op-4' });
    api.starting = () => {
      throw refused;
    };
    await openRotateDialog(api);
    await userEvent.click(await findEnabled('Rotate now'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Follow it' }),
    );
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent('op-4');
  });

  it('names the permission that is missing', async () => {
    const refused = await aResponseError(403);
    const api = new FakeBrokerApi([STRICT]);
    api.planning = () => {
      throw refused;
    };
    await openRotateDialog(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'gitlab-tokens.token.rotate',
    );
  });

  it('works by keyboard alone', async () => {
    const api = new FakeBrokerApi([STRICT]);
    api.starting = () => api.set(anOperation());
    showRotation(api);
    const opener = await screen.findByRole('button', { name: 'Open it' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const confirm = await findEnabled('Rotate now');
    for (let i = 0; i < 30 && document.activeElement !== confirm; i++) {
      await userEvent.tab();
    }
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('list', { name: 'Steps' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(opener).toHaveFocus());
  });
});
