import { describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { perform } from './__testUtils__/driving';
import { SCENARIOS } from './__testUtils__/scenarios';
import { expectDone, expectNoPlaintext } from './__testUtils__/truth';
import { unwatched, Watcher } from './__testUtils__/watching';

jest.setTimeout(60_000);

describeWithSops('an operation that nothing disturbs', () => {
  const world = new BrokerWorld();

  beforeAll(() => world.start());
  afterAll(() => world.stop());

  it.each(SCENARIOS)('$name', async scenario => {
    const { plan, work } = await world.planned(scenario);
    expect({ blockers: plan.blockers, work }).toMatchObject({
      blockers: [],
      work: scenario.work,
    });
    const watcher: Watcher = async ({ part, phase }) => {
      if (part === 'database' && phase === 'after') {
        await unwatched(() => expectNoPlaintext(world));
      }
    };
    const outcome = await perform(world, scenario, { watcher });
    await expectDone(world, scenario, outcome);
  });
});
