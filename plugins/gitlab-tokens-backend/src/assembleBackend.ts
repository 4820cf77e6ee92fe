import { AuditorService, AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogEntityOwners } from './adapters/catalog/CatalogEntityOwners';
import { KnexInventoryWriter } from './adapters/database/KnexInventoryWriter';
import { KnexTokenExpiryCounts } from './adapters/database/KnexTokenExpiryCounts';
import { assembleBroker, BrokerParts } from './assembleBroker';
import { Operation } from './domain/Operation';
import { AutomaticRotation } from './operations/AutomaticRotation';
import { EnvironmentCatalog } from './operations/EnvironmentCatalog';
import { Inspector } from './operations/Inspector';
import { InventoryRefresher } from './operations/inventory/InventoryRefresher';
import { TokenCatalog } from './operations/inventory/TokenCatalog';
import { BrokerWatch } from './operations/planning/BrokerWatch';
import { LookAgain } from './operations/LookAgain';
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
  const { auditor, knex, now } = parts;
  const audit = new OperationAudit(auditor);
  const core = assembleBroker({
    ...parts,
    onStandstill,
  });
  const inspector = new Inspector(core);
  const environments = new EnvironmentCatalog({
    ...core,
    inspector,
    brokers: core.brokerFacts,
  });
  const refresher = new InventoryRefresher({
    ...core,
    writer: new KnexInventoryWriter(knex, now),
    entities: new CatalogEntityOwners(parts),
  });
  const lookAgain = new LookAgain({ ...core, inspector, refresher });

  async function onStandstill(operation: Operation): Promise<void> {
    await audit.tell(operation);
    await lookAgain.after(operation);
  }

  return {
    environments,
    inspector,
    refresher,
    brokerWatch: new BrokerWatch(core),
    tokens: new TokenCatalog({
      ...core,
      expiries: new KnexTokenExpiryCounts(knex),
    }),
    broker: core.broker,
    follower: core.follower,
    rotation: new AutomaticRotation(core),
  };
}
