import { describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { driveToEnd } from './__testUtils__/driving';
import { REQUEST_TIMEOUT } from './__testUtils__/engine';
import { expectEnd } from './__testUtils__/expectEnd';
import { handsOf } from './__testUtils__/Hands';
import { Person } from './__testUtils__/Person';
import { Scenario, WAYS } from './__testUtils__/scenarios';
import { isChange, Moment, watchedBy } from './__testUtils__/watching';

jest.setTimeout(180_000);

/** Stops whatever comes to its nth moment, until it is let go. */
class Standstill {
  moment: Moment | undefined;
  #number = 0;
  #isReached = () => {};
  #letGo = () => {};
  readonly reached = new Promise<void>(resolve => {
    this.#isReached = resolve;
  });
  readonly #over = new Promise<void>(resolve => {
    this.#letGo = resolve;
  });

  constructor(private readonly at: number) {}

  readonly watcher = async (moment: Moment) => {
    // Whoever stands still has read something, or is about to change something, or has done so.
    if (moment.phase === 'before' && !isChange(moment)) {
      return;
    }
    if (moment.part === 'database' && !isChange(moment)) {
      return;
    }
    this.#number += 1;
    if (this.#number === this.at) {
      this.moment = moment;
      this.#isReached();
      await this.#over;
    }
  };

  end() {
    this.#letGo();
  }
}

describeWithSops(
  'a process that stands still, and goes on after another has taken over',
  () => {
    const world = new BrokerWorld();
    let takeovers = 0;

    beforeAll(() => world.start());
    afterAll(async () => {
      await world.stop();
      process.stderr.write(
        `${takeovers} operations were taken over from a process that went on later.\n`,
      );
    });

    it.each(WAYS)('when all is done: $name', async scenario => {
      const moments = await everyMoment(scenario, { when: 'in the end' });
      expect(moments).toBeGreaterThan(4);
    });

    it.each(WAYS)('in the middle of it: $name', async scenario => {
      const moments = await everyMoment(scenario, { when: 'soon' });
      expect(moments).toBeGreaterThan(4);
    });

    async function everyMoment(
      scenario: Scenario,
      { when }: { when: 'soon' | 'in the end' },
    ): Promise<number> {
      let at = 1;
      while (await takeOver(scenario, at, when)) {
        at += 1;
      }
      takeovers += at - 1;
      return at - 1;
    }

    /** @returns whether there was such a moment */
    async function takeOver(scenario: Scenario, at: number, when: string) {
      const { id } = await world.open(scenario);
      const before = world.gitlab.state();
      const person = new Person(world);
      const standstill = new Standstill(at);
      const stopped = await handsOf(world, scenario, id);
      const first = watchedBy(standstill.watcher, () => stopped.begin());
      await Promise.race([first, standstill.reached]);
      if (!standstill.moment) {
        return false;
      }
      const { phase, what } = standstill.moment;
      const words = `${phase} ${what} (${at}.)`;
      const hands = await handsOf(world, scenario, id);
      if (when === 'soon') {
        const operation = (await world.ledger.get(id))!;
        await world.moveOn({ ...operation, notBefore: null });
        await hands.resumeDue();
      } else {
        await driveToEnd(world, { hands, person, id });
      }
      if (standstill.moment.part === 'gitlab' && phase === 'before') {
        // Long before its lease runs out, a request that was not sent yet has used up its time.
        await new Promise(resolve => setTimeout(resolve, REQUEST_TIMEOUT + 20));
      }
      standstill.end();
      await first;
      await world.quiet();
      const operation = await driveToEnd(world, { hands, person, id });
      await expectEnd(world, scenario, {
        ...{ operation, before, person, words },
        isLost: false,
      });
      return true;
    }
  },
);
