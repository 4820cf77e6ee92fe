import { describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from '../broker.test/__testUtils__/BrokerWorld';
import { scenarioNamed } from '../broker.test/__testUtils__/scenarios';
import { Inspector } from './Inspector';

describeWithSops('Inspector', () => {
  const world = new BrokerWorld();

  beforeAll(() => world.start());
  afterAll(() => world.stop());

  /** An inspection that has asked GitLab, and waits for the answer. */
  async function underWay() {
    await world.reset(scenarioNamed('rotate a group credential, overlap'));
    await world.gitlab.clearRequests();
    await world.gitlab.addFault({
      path: 'personal_access_tokens/self$',
      times: 1,
      fault: { kind: 'delay', ms: 200 },
    });
    const inspector = new Inspector(world.engine());
    const first = inspector.inspect(world.environment);
    while (looks() === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    return { inspector, first };
  }

  function looks(): number {
    return world.gitlab.requests().filter(({ path }) => path.endsWith('/self'))
      .length;
  }

  it('shares an inspection that is under way with whoever asks', async () => {
    const { inspector, first } = await underWay();
    expect(await inspector.inspect(world.environment)).toBe(await first);
    expect(looks()).toBe(1);
  });

  it('looks once more after a change, which one that is under way may not have seen', async () => {
    const { inspector, first } = await underWay();
    const anew = await inspector.inspectAnew(world.environment);
    expect(anew).not.toBe(await first);
    expect(anew.outcome).toBe('accepted');
    expect(looks()).toBe(2);
  });
});
