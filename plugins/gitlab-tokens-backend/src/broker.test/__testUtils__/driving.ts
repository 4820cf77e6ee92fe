import { Seed } from '@gitlab-tokens/gitlab-emulator';
import { isEnded, Operation } from '../../domain/Operation';
import { canReveal } from '../../domain/operationActions';
import { BrokerWorld } from './BrokerWorld';
import { Hands, handsOf } from './Hands';
import { Person } from './Person';
import { Scenario } from './scenarios';
import { expectNoPlaintext } from './truth';
import { watchedBy, Watcher } from './watching';

/** More than any operation takes, its interruptions included. */
const MOST_ROUNDS = 60;

/** How often somebody resumes what stands still. */
const PATIENCE = 3;

/** An operation that has come to its end, or stands still. */
export interface Outcome {
  operation: Operation;
  /** GitLab before it. */
  before: Seed;
  person: Person;
}

/** How an operation is carried out. */
export interface Way {
  watcher?: Watcher;
  /** Called whenever who works on it has come to a standstill. */
  onPause?: () => void;
  /** Who works on it; one process where it is left out. */
  hands?: (own: Hands, id: string) => Hands;
}

/** Carries a scenario out from its beginning to its end. */
export async function perform(
  world: BrokerWorld,
  scenario: Scenario,
  { watcher = () => {}, onPause, hands = own => own }: Way = {},
): Promise<Outcome> {
  const { id } = await world.open(scenario);
  const before = world.gitlab.state();
  const person = new Person(world);
  const own = await handsOf(world, scenario, id);
  const working = hands(own, id);
  await watchedBy(watcher, () => working.begin());
  onPause?.();
  await world.quiet();
  const driven = { hands: working, person, id, watcher, onPause };
  const operation = await driveToEnd(world, driven);
  return { operation, before, person };
}

/**
 * Lets time pass and people do what is theirs until an operation has ended, or stands still although somebody has
 * resumed it again and again.
 */
export async function driveToEnd(
  world: BrokerWorld,
  options: Omit<Way, 'hands'> & { hands: Hands; person: Person; id: string },
): Promise<Operation> {
  const { hands, person, id, watcher = () => {}, onPause } = options;
  let resumed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const operation = (await world.ledger.get(id))!;
    const standsStill = operation.parked !== null && !operation.notBefore;
    if (isEnded(operation.step) || (standsStill && resumed === PATIENCE)) {
      return operation;
    }
    resumed += standsStill ? 1 : 0;
    await expectNoPlaintext(world);
    // Whoever waits for a value looks for it as soon as it may be there, and not when its time is up.
    const isShowing = canReveal(operation) && person.shown.length === 0;
    const moved = isShowing ? { ...operation, notBefore: null } : operation;
    await world.moveOn(moved);
    await watchedBy(watcher, async () => {
      await person.act(hands, operation);
      await (standsStill || isShowing
        ? hands.resume(standsStill)
        : hands.resumeDue());
    });
    onPause?.();
    await world.quiet();
  }
  const { step, parked } = (await world.ledger.get(id))!;
  throw new Error(
    `It came to no end: ${step}, ${parked?.code}\n${world.logger.lines.join(
      '\n',
    )}`,
  );
}
