import { describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { Outcome, perform } from './__testUtils__/driving';
import { expectEnd } from './__testUtils__/expectEnd';
import { Scenario, scenarioNamed, WAYS } from './__testUtils__/scenarios';
import { Moment, Watcher } from './__testUtils__/watching';

jest.setTimeout(120_000);

/** What a database says that has gone away. */
class DatabaseGoneError extends Error {}

/** Tells of what is asked of the database, by numbers: before it is asked, and after it was done. */
function asked(tell: (number: number, moment: Moment) => void): Watcher {
  const numbers = { before: 0, after: 0 };
  return moment => {
    if (moment.part === 'database') {
      numbers[moment.phase] += 1;
      tell(numbers[moment.phase], moment);
    }
  };
}

describeWithSops('a database that fails', () => {
  const world = new BrokerWorld();
  let failures = 0;

  beforeAll(() => world.start());
  afterAll(async () => {
    await world.stop();
    process.stderr.write(
      `The database failed ${failures} times, and every operation came to its end.\n`,
    );
  });

  it.each(WAYS)('once: $name', async scenario => {
    const most = await countOf(scenario);
    expect(most).toBeGreaterThan(3);
    for (let at = 1; at <= most; at++) {
      for (const phase of ['before', 'after'] as const) {
        let what = '';
        const watcher = asked((number, moment) => {
          if (number === at && moment.phase === phase) {
            what = moment.what;
            throw new DatabaseGoneError();
          }
        });
        const outcome = await perform(world, scenario, { watcher });
        await expectEnd(world, withoutShowing(scenario, outcome), {
          ...outcome,
          isLost: false,
          words: `${phase} ${what} (${at}.)`,
        });
        failures += 1;
      }
    }
  });

  const LONG = [
    'rotate a group credential, overlap',
    'rotate a group credential, in-place',
  ].map(scenarioNamed);

  it.each(LONG)('for longer than anybody insists: $name', async scenario => {
    const most = await countOf(scenario);
    expect(most).toBeGreaterThan(3);
    for (let at = 1; at <= most; at++) {
      for (const phase of ['before', 'after'] as const) {
        let isGone = false;
        const watcher = asked((number, moment) => {
          isGone ||= number === at && moment.phase === phase;
          if (isGone && moment.phase === phase) {
            throw new DatabaseGoneError();
          }
        });
        const onPause = () => {
          isGone = false;
        };
        const outcome = await perform(world, scenario, { watcher, onPause });
        await expectEnd(world, scenario, {
          ...outcome,
          isLost: false,
          words: `from ${phase} the ${at}. on`,
        });
        failures += 1;
      }
    }
  });

  async function countOf(scenario: Scenario): Promise<number> {
    let most = 0;
    const watcher = asked(number => {
      most = Math.max(most, number);
    });
    await perform(world, scenario, { watcher });
    return most;
  }
});

/** Shown once or not at all: not, where it was not known whether that could be written down. */
function withoutShowing(scenario: Scenario, { person }: Outcome): Scenario {
  return person.shown.length === 0 && scenario.name.endsWith('reveal')
    ? { ...scenario, mayBeUnshown: true }
    : scenario;
}
