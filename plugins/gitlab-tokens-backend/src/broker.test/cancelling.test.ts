import { describeWithSops } from '../__testUtils__/sopsFiles';
import { Operation } from '../domain/Operation';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { driveToEnd } from './__testUtils__/driving';
import { assembleEngine } from './__testUtils__/engine';
import { expectEnd } from './__testUtils__/expectEnd';
import { handsOf } from './__testUtils__/Hands';
import { Person } from './__testUtils__/Person';
import { Scenario, scenarioNamed } from './__testUtils__/scenarios';
import { expectNoPlaintext, livingIn } from './__testUtils__/truth';
import { Moment, watchedBy } from './__testUtils__/watching';

jest.setTimeout(120_000);

/** Nobody comes back from here: the process has died. */
const DEAD = new Promise<void>(() => {});

describeWithSops('cancelling', () => {
  const world = new BrokerWorld();
  let cancelled = 0;
  let refused = 0;

  beforeAll(() => world.start());
  afterAll(async () => {
    await world.stop();
    process.stderr.write(
      `${cancelled} operations were cancelled and left nothing; ${refused} could not be, and came to their end.\n`,
    );
  });

  const WAYS = [
    'rotate a group credential, overlap',
    'rotate a group credential, in-place',
    'rotate a group credential by a merge request',
    'rotate a projectDeploy token, overlap, to ci-variable',
    'issue a project token to reveal',
    'issue a service-account token to ci-variable and reveal',
    'revoke a group token',
  ].map(scenarioNamed);

  it.each(WAYS)(
    'undoes all, or is refused, wherever a process has died: $name',
    async scenario => {
      let at = 1;
      while (await cancelAfterDeath(scenario, at)) {
        at += 1;
      }
      expect(at).toBeGreaterThan(5);
    },
  );

  /** @returns whether there was such a moment */
  async function cancelAfterDeath(scenario: Scenario, at: number) {
    const { id } = await world.open(scenario);
    const before = world.gitlab.state();
    const place = await dieAt(scenario, id, at);
    if (!place) {
      return false;
    }
    const engine = assembleEngine(world.engineOptions);
    const person = new Person(world);
    const stopped = (await world.ledger.get(id))!;
    const words = `${place} (${at}.), at ${stopped.step}`;
    await world.moveOn({ ...stopped, notBefore: null });
    const outcome = await cancelPatiently(() => engine.runner.cancel(id));
    if (outcome === 'cancelled') {
      cancelled += 1;
      expect([words, livingIn(world.gitlab.state())]).toEqual([
        words,
        livingIn(before),
      ]);
      expect([words, openRequests()]).toEqual([words, []]);
      expect((await world.ledger.get(id))!.sealed).toBeNull();
      await expectNoPlaintext(world);
    } else {
      refused += 1;
      const hands = await handsOf(world, scenario, id);
      const operation = await driveToEnd(world, { hands, person, id });
      await expectEnd(world, scenario, {
        ...{ operation, before, person, words },
        isLost: false,
      });
    }
    return true;
  }

  async function dieAt(scenario: Scenario, id: string, at: number) {
    let number = 0;
    let place: string | undefined;
    let isDead = () => {};
    const death = new Promise<void>(resolve => {
      isDead = resolve;
    });
    const watcher = ({ phase, what }: Moment) => {
      number += 1;
      if (number !== at) {
        return undefined;
      }
      place = `${phase} ${what}`;
      isDead();
      return DEAD;
    };
    const hands = await handsOf(world, scenario, id);
    const life = watchedBy(watcher, () => hands.begin());
    await Promise.race([life, death]);
    return place;
  }

  /** Again, where it was too early to tell. */
  async function cancelPatiently(
    cancel: () => Promise<Operation | undefined>,
  ): Promise<'cancelled' | 'refused'> {
    for (let tries = 0; ; tries++) {
      try {
        return (await cancel())?.step === 'cancelled' ? 'cancelled' : 'refused';
      } catch (error) {
        if (tries === 3 || !/yet/.test(String(error))) {
          expect(String(error)).toMatch(/cannot be cancelled/);
          return 'refused';
        }
        await world.moveTo(world.now().getTime() + 60_000);
      }
    }
  }

  function openRequests() {
    const { mergeRequests = [] } = world.gitlab.state();
    return mergeRequests.filter(it => it.state === 'opened');
  }

  it('is refused where somebody has merged the merge request meanwhile', async () => {
    const scenario = scenarioNamed(
      'rotate a group credential by a merge request',
    );
    const { id } = await world.open(scenario);
    const before = world.gitlab.state();
    const hands = await handsOf(world, scenario, id);
    const person = new Person(world);
    await hands.begin();
    const engine = assembleEngine(world.engineOptions);
    let isMerged = false;
    const attempt = watchedBy(
      async ({ part, what, phase }) => {
        if (
          part === 'target' &&
          what.startsWith('withdraw') &&
          phase === 'before' &&
          !isMerged
        ) {
          isMerged = true;
          await person.merge();
        }
      },
      () => engine.runner.cancel(id),
    );
    await expect(attempt).rejects.toThrow(/cannot be cancelled/);
    expect(isMerged).toBe(true);
    const operation = await driveToEnd(world, { hands, person, id });
    const words = 'merged meanwhile';
    await expectEnd(world, scenario, {
      ...{ operation, before, person, words },
      isLost: false,
    });
  });

  it('ends an operation whose value is lost', async () => {
    const scenario = scenarioNamed('let a personal credential rotate itself');
    const { id } = await world.open(scenario);
    await world.gitlab.addFault({
      path: 'self/rotate$',
      fault: { kind: 'drop-after' },
    });
    const hands = await handsOf(world, scenario, id);
    await hands.begin();
    expect((await world.ledger.get(id))!.parked?.code).toBe('VALUE_LOST');
    const engine = assembleEngine(world.engineOptions);
    expect((await engine.runner.cancel(id))?.step).toBe('cancelled');
  });

  it('ends a rotation in place that GitLab has refused, and no other', async () => {
    const scenario = scenarioNamed('rotate a group credential, in-place');
    const { id } = await world.open(scenario);
    const before = world.gitlab.state();
    await world.gitlab.addFault({
      path: '/rotate$',
      fault: {
        kind: 'status',
        status: 403,
        body: '{"message":"403 Forbidden"}',
      },
    });
    const hands = await handsOf(world, scenario, id);
    await hands.begin();
    expect((await world.ledger.get(id))!.parked).not.toBeNull();
    const engine = assembleEngine(world.engineOptions);
    expect(await cancelPatiently(() => engine.runner.cancel(id))).toBe(
      'cancelled',
    );
    expect(livingIn(world.gitlab.state())).toEqual(livingIn(before));
  });
});
