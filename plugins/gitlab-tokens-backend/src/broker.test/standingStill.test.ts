import { describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { scenarioNamed } from './__testUtils__/scenarios';
import { OperationFollower } from '../operations/broker/OperationFollower';

jest.setTimeout(60_000);

describeWithSops('an operation that was due when it was looked at', () => {
  const world = new BrokerWorld();

  beforeAll(() => world.start());
  afterAll(() => world.stop());
  afterEach(() => world.gitlab.clearFaults());

  /** A look into the ledger, then the same operation done by another, who is refused, then what the look leads to. */
  async function refusedMeanwhile(status: number) {
    const { id } = await world.open(scenarioNamed('revoke a project token'));
    const due = await world.ledger.due();
    expect(due.map(each => each.id)).toEqual([id]);
    await world.gitlab.addFault({
      method: 'DELETE',
      fault: { kind: 'status', status },
    });
    const engine = world.engine();
    const parked = await engine.runner.run(id);
    expect(parked!.parked).not.toBeNull();
    await world.gitlab.clearFaults();
    await world.gitlab.clearRequests();
    let told = 0;
    const late = new OperationFollower({
      ...engine,
      ledger: { due: async () => due },
      onStandstill: async () => {
        told += 1;
      },
    });
    await late.resumeDue();
    await late.stop();
    expect(world.gitlab.requests()).toEqual([]);
    expect(told).toBe(0);
    const { lease, parked: still, notBefore } = (await world.ledger.get(id))!;
    expect(lease).toBeNull();
    expect(still).toEqual(parked!.parked);
    expect(notBefore).toEqual(parked!.notBefore);
    return { engine, id, parked: parked! };
  }

  it('waits for its person, where it was parked meanwhile', async () => {
    const { engine, id, parked } = await refusedMeanwhile(403);
    expect(parked.notBefore).toBeNull();
    await engine.follower.follow(id, { insisted: true });
    expect((await world.ledger.get(id))!.step).toBe('done');
  });

  it('waits for its time, where it is to be tried again later', async () => {
    const { engine, id, parked } = await refusedMeanwhile(500);
    await world.moveTo(Date.parse(parked.notBefore!));
    await engine.follower.resumeDue();
    expect((await world.ledger.get(id))!.step).toBe('done');
  });
});
