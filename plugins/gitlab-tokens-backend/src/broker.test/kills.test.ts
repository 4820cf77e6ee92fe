import { describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { bundle } from './__testUtils__/bundle';
import { perform } from './__testUtils__/driving';
import { expectEnd } from './__testUtils__/expectEnd';
import { pastedIn } from './__testUtils__/Hands';
import { Death, MortalHands, Nursery } from './__testUtils__/MortalHands';
import { Scenario, WAYS } from './__testUtils__/scenarios';

jest.setTimeout(180_000);

describeWithSops('a process that is killed', () => {
  const world = new BrokerWorld();
  let nursery: Nursery;
  let kills = 0;

  beforeAll(async () => {
    await world.start();
    const program = await bundle('operationProcess', world.directory);
    nursery = new Nursery(program);
  });
  afterAll(async () => {
    nursery?.stop();
    await world.stop();
    process.stderr.write(
      `${kills} processes were killed, and every operation came to its end.\n`,
    );
  });

  /** What the others show, too, is left out: each death takes a process of its own. */
  const MORTAL = WAYS.filter(
    ({ name }) =>
      name !== 'issue a service-account token to ci-variable and reveal' &&
      name !== 'rotate a project token, in-place, to ci-variable',
  );

  it.each(MORTAL)('at every moment: $name', async scenario => {
    const deaths = { killed: 0, lived: 0 };
    let death: Death = { action: 1, moment: 1 };
    for (;;) {
      const fate = await withDeath(scenario, death);
      if (fate === undefined) {
        break;
      }
      deaths[fate] += 1;
      const { action, moment } = death;
      death =
        fate === 'killed'
          ? { action, moment: moment + 1 }
          : { action: action + 1, moment: 1 };
    }
    kills += deaths.killed;
    // What nobody survived was not done to its end.
    expect(deaths.lived).toBe(death.action - 1);
    expect(deaths.killed).toBeGreaterThan(5);
  });

  async function withDeath(scenario: Scenario, death: Death) {
    const pasted = await pastedIn(world, scenario);
    let mortal: MortalHands | undefined;
    const outcome = await perform(world, scenario, {
      hands: (own, id) => {
        mortal = new MortalHands(own, { world, nursery, id, pasted, death });
        return mortal;
      },
    });
    const isUnshown = outcome.person.shown.length === 0;
    await expectEnd(
      world,
      { ...scenario, ...(isUnshown ? { mayBeUnshown: true } : {}) },
      {
        ...outcome,
        isLost: isAnswerLost(mortal),
        words: `killed in action ${death.action}, ${
          mortal?.fate
        } ${mortal?.lastMoments.join(', ')}`,
      },
    );
    return mortal?.fate;
  }
});

/** Dead with a value that nobody else has: between GitLab's answer and the commit of what was sealed. */
function isAnswerLost(mortal: MortalHands | undefined): boolean {
  const last = mortal?.fate === 'killed' ? mortal.lastMoments : [];
  const isAnswer = (moment?: string) =>
    moment?.includes('after POST') && moment.endsWith('/self/rotate');
  return Boolean(
    isAnswer(last.at(-1)) ||
      (isAnswer(last.at(-2)) && last.at(-1)?.includes('before')),
  );
}
