import { ConflictError } from '@backstage/errors';
import { DEMO_KEY_FILE, describeWithSops } from '../__testUtils__/sopsFiles';
import { DeliveryTargets } from '../adapters/delivery/DeliveryTargets';
import { createRunner } from '../operations/broker/createRunner';
import { TokenBroker } from '../operations/TokenBroker';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { plannerOf } from './__testUtils__/planning';
import { scenarioNamed } from './__testUtils__/scenarios';

jest.setTimeout(60_000);

describeWithSops('what stands in the way of somebody who waits', () => {
  const world = new BrokerWorld();

  beforeAll(() => world.start());
  afterAll(() => world.stop());
  afterEach(() => {
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
  });

  /** An operation whose value waits to be shown, in a process that has lost the key of the file. */
  async function withoutKey() {
    const { id } = await world.open(
      scenarioNamed('issue a project token to reveal'),
    );
    const engine = world.engine();
    await engine.runner.run(id);
    expect((await world.ledger.get(id))!.step).toBe('awaiting');
    process.env.SOPS_AGE_KEY_FILE = '/nowhere/key.txt';
    const broker = new TokenBroker({ ...engine, planner: plannerOf(engine) });
    return { broker, id };
  }

  it('is said with what to do when a value cannot be shown', async () => {
    const { broker, id } = await withoutKey();
    const refusal = await broker.reveal(id).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConflictError);
    expect(String(refusal)).toMatch(/cannot be opened here/);
    expect(String(refusal)).toMatch(/key/);
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    expect((await broker.reveal(id)).value.reveal()).toMatch(/^glpat-/);
  });

  it('is said with what to do when an operation cannot be cancelled', async () => {
    const { broker, id } = await withoutKey();
    const refusal = await broker.cancel(id).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ConflictError);
    expect(String(refusal)).toMatch(/dev\.enc\.yaml.*key/);
    expect((await world.ledger.get(id))!.step).toBe('awaiting');
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    expect((await broker.cancel(id)).step).toBe('cancelled');
  });

  it('is a target that is gone, which nobody can ask whether it has the value', async () => {
    const { id } = await world.open(
      scenarioNamed('rotate a project token, overlap, to ci-variable'),
    );
    await world.gitlab.addFault({
      path: 'personal_access_tokens/self$',
      fault: { kind: 'status', status: 500 },
    });
    const engine = world.engine();
    const delivered = (await engine.runner.run(id))!;
    expect(delivered).toMatchObject({
      step: 'delivered',
      parked: { code: 'GATEWAY_SERVER_ERROR' },
    });
    await world.gitlab.clearFaults();
    const targets = new DeliveryTargets();
    const stopped = await createRunner({ ...engine, targets }).run(id);
    expect(stopped).toMatchObject({
      step: 'delivered',
      parked: { code: 'TARGET_UNKNOWN' },
    });
    const { tokens = [] } = world.gitlab.state();
    expect(tokens.find(it => it.id === 102)?.revoked).not.toBe(true);
  });
});
