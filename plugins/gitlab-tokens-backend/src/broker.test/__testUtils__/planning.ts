import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import {
  anInspectedFile,
  anInspection,
  anObservation,
} from '../../__testUtils__/builders';
import { KnexBrokerFacts } from '../../adapters/database/KnexBrokerFacts';
import { KnexInspectionStore } from '../../adapters/database/KnexInspectionStore';
import { KnexTokenInventory } from '../../adapters/database/KnexTokenInventory';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { PlannedOperation } from '../../domain/PlannedOperation';
import { BrokerInspector } from '../../operations/planning/BrokerInspector';
import { Planner } from '../../operations/planning/Planner';
import { Engine } from './engine';
import { fillInventory } from './inventory';
import { VALUES } from './organisation';

/** A plan; of a pasted token, with its number. */
export type PlannedRequest = PlannedOperation & { tokenId?: number };

/** The real planner, with an inventory that knows the organisation's tokens. */
export async function createPlanner(
  engine: Engine,
  environment: EnvironmentSettings,
): Promise<Planner> {
  await fillInventory(engine);
  await inspect(engine, environment);
  return plannerOf(engine);
}

/** The real planner on what its database has. */
export function plannerOf(engine: Engine): Planner {
  const { knex } = engine;
  const inventory = new KnexTokenInventory(knex);
  const store = new KnexBrokerFacts(knex);
  const brokers = new BrokerInspector({ ...engine, store });
  return new Planner({ ...engine, inventory, brokers });
}

/** The file that holds the token which is its own broker was seen by the inspector. */
async function inspect(
  { credentials, knex }: Engine,
  environment: EnvironmentSettings,
): Promise<void> {
  const { instance, digest, token, broker } = await credentials.read(
    environment,
  );
  if (!broker && token?.equals(Secret.of(VALUES.alone))) {
    await new KnexInspectionStore(knex).save(
      anInspection({
        file: anInspectedFile({ host: instance.host, digest }),
        observed: anObservation({ tokenId: 109, kind: 'personal', userId: 2 }),
      }),
    );
  }
}
