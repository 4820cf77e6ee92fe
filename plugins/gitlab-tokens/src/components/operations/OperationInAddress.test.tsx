import { act, screen } from '@testing-library/react';
import {
  aResponseError,
  FakeBrokerApi,
} from '../../__testUtils__/FakeBrokerApi';
import { aDoneOperation, anOperation } from '../../__testUtils__/operations';
import {
  Opener,
  showInPortal,
  testAtNow,
  userInFakeTime,
} from '../../__testUtils__/portal';
import { stages } from '../../__testUtils__/stages';
import { OperationDialog } from './OperationDialog';
import { OperationInAddress } from './OperationInAddress';

const show = (api: FakeBrokerApi) =>
  showInPortal(<OperationInAddress />, api, '/?operation=op-1&environment=dev');

describe('an operation in the address of the page', () => {
  testAtNow({ timersStandStill: true });
  const user = userInFakeTime();
  const pass = (milliseconds: number) =>
    act(() => jest.advanceTimersByTimeAsync(milliseconds));

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

  it('takes the operation out of the address when it is closed, and nothing else', async () => {
    show(new FakeBrokerApi([], [anOperation()]));
    await stages();
    expect(screen.getByText(/Closing this does not stop it/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('/?environment=dev')).toBeInTheDocument();
  });

  it('is closed by Escape, and the focus goes back to where it was', async () => {
    showInPortal(
      <Opener>
        {close => (
          <OperationDialog operation={{ id: 'op-1' }} onClose={close} />
        )}
      </Opener>,
      new FakeBrokerApi([], [anOperation()]),
    );
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
