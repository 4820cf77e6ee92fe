import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { press } from '../../__testUtils__/dialogs';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import { aDoneOperation, aRevealing } from '../../__testUtils__/operations';
import { showInPortal, testAtNow } from '../../__testUtils__/portal';
import { OperationInAddress } from '../operations/OperationInAddress';

const VALUE = 'glpat-shown-once-0123456789';

const show = (api: FakeBrokerApi) =>
  showInPortal(<OperationInAddress />, api, '/?operation=op-1');

describe('a value that is shown once', () => {
  testAtNow();
  const awaiting = aRevealing();

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

  it('is not lost to Escape while it is on its way', async () => {
    const api = new FakeBrokerApi([], [awaiting]);
    const refused = await aResponseError(403);
    let refuse = () => {};
    let answer = () => {};
    api.revealing = () =>
      new Promise((resolve, reject) => {
        refuse = () => reject(refused);
        answer = () => resolve({ value: VALUE, username: null });
      });
    show(api);
    const ask = await screen.findByRole('button', {
      name: 'Show the value now',
    });
    await userEvent.click(ask);
    await userEvent.keyboard('{Escape}');
    await act(async () => answer());
    expect(await screen.findByRole('textbox', { name: 'Value' })).toBeVisible();
    await press('Close');

    cleanup();
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the value now' }),
    );
    await act(async () => refuse());
    await screen.findByRole('alert');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
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

  it('says that it is lost where the answer was, although the operation goes on', async () => {
    const gone = await aResponseError(409);
    const api = new FakeBrokerApi([], [awaiting]);
    api.revealing = () => {
      api.set(aDoneOperation({ ...awaiting, step: 'done', actions: [] }));
      throw new TypeError('Failed to fetch');
    };
    show(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the value now' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend gave no usable answer. Try again',
    );
    await screen.findAllByText('“Backstage (dev)” was issued and delivered.');
    api.revealing = () => {
      throw gone;
    };
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the value now' }),
    );
    await waitFor(() =>
      expect(screen.getByRole('alert')).toHaveTextContent(
        'Nobody can show the value any more',
      ),
    );
  });
});
