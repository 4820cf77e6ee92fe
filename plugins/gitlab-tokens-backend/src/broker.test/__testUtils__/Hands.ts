import { LoggerService } from '@backstage/backend-plugin-api';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { BrokerWorld } from './BrokerWorld';
import { assembleEngine, Engine } from './engine';
import { Scenario } from './scenarios';

/** What a backend process does about one operation, each when somebody or its schedule tells it to. */
export interface Hands {
  /** Right after it was asked for and opened. */
  begin(): Promise<void>;
  resume(insisted: boolean): Promise<void>;
  resumeDue(): Promise<void>;
  /** The value that was shown. */
  reveal(): Promise<string | undefined>;
}

/** What is told with an operation of a pasted token. */
export interface PastedToken {
  value: string;
  id: number;
}

/** The hands of an engine. What fails is logged, as the router and the scheduler do it. */
export function engineHands(
  { follower, runner, logger }: Engine & { logger: LoggerService },
  id: string,
  pasted?: PastedToken,
): Hands {
  const how = pasted && {
    pasted: { value: Secret.of(pasted.value), id: pasted.id },
  };
  return {
    begin: () => follower.follow(id, how),
    resume: insisted => follower.follow(id, { insisted }),
    resumeDue: () =>
      follower
        .resumeDue()
        .catch(error => logger.error('Nothing was taken over', error)),
    reveal: () =>
      runner.reveal(id).then(
        value => value?.reveal(),
        error => {
          logger.error('Not shown', error);
          return undefined;
        },
      ),
  };
}

/** The hands of one more backend process in this world. */
export async function handsOf(
  world: BrokerWorld,
  scenario: Scenario,
  id: string,
): Promise<Hands> {
  const engine = assembleEngine(world.engineOptions);
  return engineHands(engine, id, await pastedIn(world, scenario));
}

/** The pasted token of a scenario that has one. */
export async function pastedIn(
  world: BrokerWorld,
  scenario: Scenario,
): Promise<PastedToken | undefined> {
  const { pasted } = scenario;
  const planned = pasted ? await world.planned(scenario) : undefined;
  return pasted && planned?.tokenId !== undefined
    ? { value: pasted, id: planned.tokenId }
    : undefined;
}
