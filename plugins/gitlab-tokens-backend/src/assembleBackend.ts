import {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogEntityOwners } from './adapters/catalog/CatalogEntityOwners';
import { KnexBrokerFacts } from './adapters/database/KnexBrokerFacts';
import { KnexInventoryWriter } from './adapters/database/KnexInventoryWriter';
import { assembleBroker, BrokerParts } from './assembleBroker';
import { Operation } from './domain/Operation';
import { AutomaticRotation } from './operations/AutomaticRotation';
import { EnvironmentCatalog } from './operations/EnvironmentCatalog';
import { Inspector } from './operations/Inspector';
import { InventoryRefresher } from './operations/inventory/InventoryRefresher';
import { TokenCatalog } from './operations/inventory/TokenCatalog';
import { BrokerWatch } from './operations/planning/BrokerWatch';
import { OperationAudit } from './operations/OperationAudit';

/** What the plugin's backend is put together from. */
export interface BackendParts extends Omit<BrokerParts, 'onStandstill'> {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
}

/** Everything that routes and jobs call. */
export type Backend = ReturnType<typeof assembleBackend>;

/** Puts the plugin's backend together. */
export function assembleBackend(parts: BackendParts) {
  const { auditor, knex, logger, now } = parts;
  const audit = new OperationAudit(auditor);
  const core = assembleBroker({
    ...parts,
    onStandstill: async operation => {
      await audit.tell(operation);
      await lookAgain(operation);
    },
  });
  const inspector = new Inspector(core);
  const environments = new EnvironmentCatalog({
    ...core,
    inspector,
    brokers: new KnexBrokerFacts(knex),
  });

  const refresher = new InventoryRefresher({
    ...core,
    writer: new KnexInventoryWriter(knex, now),
    entities: new CatalogEntityOwners(parts),
  });

  /** What an operation has changed is seen before the next schedule. */
  async function lookAgain(operation: Operation): Promise<void> {
    const { environment: name, plan, tokenKind } = operation;
    const environment = core.environments.find(it => it.name === name);
    const owner = plan.newToken?.owner ?? plan.oldToken?.owner;
    if (environment) {
      await settled(logger, [
        inspector.inspect(environment),
        core.brokers.refresh(environment),
        owner && tokenKind !== 'service-account'
          ? refresher.refreshOwner(environment, owner)
          : refresher.refreshEnvironment(environment),
      ]);
    }
  }

  return {
    environments,
    inspector,
    refresher,
    brokerWatch: new BrokerWatch(core),
    tokens: new TokenCatalog(core),
    broker: core.broker,
    follower: core.follower,
    rotation: new AutomaticRotation(core),
  };
}

async function settled(logger: LoggerService, work: Promise<unknown>[]) {
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === 'rejected') {
      logger.warn(`Could not look again: ${outcome.reason}`);
    }
  }
}
