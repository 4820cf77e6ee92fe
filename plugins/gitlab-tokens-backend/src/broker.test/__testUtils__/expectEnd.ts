import { BrokerWorld } from './BrokerWorld';
import { Outcome } from './driving';
import { Scenario } from './scenarios';
import { expectDone, expectNoPlaintext, livingIn } from './truth';

/**
 * `expectDone`, or the loss of the value where a token that rotates itself was cut off from its answer: nothing else
 * may end so. A failure tells what was done to the operation, and what was logged.
 */
export async function expectEnd(
  world: BrokerWorld,
  scenario: Scenario,
  { isLost, words, ...outcome }: Outcome & { isLost: boolean; words: string },
): Promise<void> {
  try {
    if (scenario.mayLoseValue && isLost) {
      expect(outcome.operation.parked?.code).toBe('VALUE_LOST');
      await expectNoPlaintext(world);
    } else if (scenario.pasted && outcome.operation.step === 'cancelled') {
      // Nobody else has the value of what was pasted before it is sealed: nothing has happened, and it is pasted anew.
      expect(outcome.operation.newTokenId).toBeNull();
      expect(livingIn(world.gitlab.state())).toEqual(livingIn(outcome.before));
      await expectNoPlaintext(world);
    } else {
      await expectDone(world, scenario, outcome);
    }
  } catch (error) {
    throw new Error(`${words}: ${error}\n${world.logger.lines.join('\n')}`);
  }
}
