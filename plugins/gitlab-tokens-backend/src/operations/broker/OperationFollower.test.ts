import { mockServices } from '@backstage/backend-test-utils';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { aNewOperation } from '../../__testUtils__/builders';
import { Operation } from '../../domain/Operation';
import { OperationFollower } from './OperationFollower';
import { OperationRunner } from './OperationRunner';

const ENDED = { ...aNewOperation(), step: 'done' } as Operation;

/** Something that is waited for, and what happens when it is time. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open, opened };
}

function follow(
  run: OperationRunner['run'],
  onStandstill = async (_: Operation) => {},
) {
  return new OperationFollower({
    ledger: { due: async () => [] },
    runner: { run },
    logger: mockServices.logger.mock(),
    onStandstill,
    now: () => new Date(),
  });
}

const soon = () => new Promise(resolve => setImmediate(resolve));

describe('OperationFollower', () => {
  it('goes on with ten operations at once, and with the others in their turn', async () => {
    const begun: string[] = [];
    const gates = new Map<string, ReturnType<typeof gate>>();
    const follower = follow(async id => {
      begun.push(id);
      gates.set(id, gate());
      await gates.get(id)!.opened;
      return ENDED;
    });
    const ids = Array.from(
      { length: 25 },
      (_, number) => `operation-${number}`,
    );
    const all = Promise.all(ids.map(id => follower.follow(id)));
    await soon();
    expect(begun).toEqual(ids.slice(0, 10));
    gates.get('operation-3')!.open();
    await soon();
    expect(begun).toEqual(ids.slice(0, 11));
    for (const id of ids) {
      gates.get(id)?.open();
      await soon();
    }
    await all;
    expect(begun).toEqual(ids);
  });

  it('takes up at once what has a value in this process alone', async () => {
    const busy = gate();
    const begun: string[] = [];
    const follower = follow(async id => {
      begun.push(id);
      await busy.opened;
      return ENDED;
    });
    const all = Array.from({ length: 12 }, (_, number) =>
      follower.follow(`${number}`),
    );
    const pasted = { value: Secret.of('glpat-pasted'), id: 7 };
    all.push(follower.follow('paste', { pasted }));
    await soon();
    expect(begun).toHaveLength(11);
    expect(begun).toContain('paste');
    busy.open();
    await Promise.all(all);
    expect(begun).toHaveLength(13);
  });

  it('goes on by itself after a wait only where nobody else has gone on meanwhile', async () => {
    const goneOn = gate();
    const runs: Parameters<OperationRunner['run']>[1][] = [];
    const follower = follow(async (_, how) => {
      runs.push(how);
      if (runs.length > 1) {
        goneOn.open();
        return ENDED;
      }
      const notBefore = new Date().toISOString();
      return { ...ENDED, step: 'verified', notBefore };
    });
    await follower.follow('one', { insisted: true });
    await goneOn.opened;
    expect(runs).toEqual([{ insisted: true }, { ifDue: true }]);
  });

  it('does not keep those waiting who follow an operation until its end is told, but does not stop before', async () => {
    const told = gate();
    const follower = follow(
      async () => ENDED,
      () => told.opened,
    );
    await follower.follow('one');
    let isStopped = false;
    const stop = follower.stop().then(() => {
      isStopped = true;
    });
    await soon();
    expect(isStopped).toBe(false);
    told.open();
    await stop;
  });

  it('begins nothing that waits for its turn once it is stopped', async () => {
    const first = gate();
    const begun: string[] = [];
    const follower = follow(async id => {
      begun.push(id);
      await first.opened;
      return ENDED;
    });
    const all = Promise.all(
      Array.from({ length: 12 }, (_, number) => follower.follow(`${number}`)),
    );
    await soon();
    const stopped = follower.stop();
    first.open();
    await Promise.all([all, stopped]);
    expect(begun).toHaveLength(10);
  });
});
