import { LoggerService } from '@backstage/backend-plugin-api';
import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { KnexBrokerFacts } from './adapters/database/KnexBrokerFacts';
import { KnexInspectionStore } from './adapters/database/KnexInspectionStore';
import { KnexLeases } from './adapters/database/KnexLeases';
import { KnexLedger } from './adapters/database/KnexLedger';
import { KnexTokenInventory } from './adapters/database/KnexTokenInventory';
import { builtInDeliveryTargets } from './adapters/delivery/builtInDeliveryTargets';
import { DeliveryTargets } from './adapters/delivery/DeliveryTargets';
import { GitlabConnector } from './adapters/gitlab/GitlabConnector';
import { SopsCredentialStore } from './adapters/sops/SopsCredentialStore';
import { SopsEscrow } from './adapters/sops/SopsEscrow';
import { EnvironmentSettings } from './domain/EnvironmentSettings';
import { Operation } from './domain/Operation';
import { createRunner } from './operations/broker/createRunner';
import { OperationFollower } from './operations/broker/OperationFollower';
import { BrokerInspector } from './operations/planning/BrokerInspector';
import { Planner } from './operations/planning/Planner';
import { TokenBroker } from './operations/TokenBroker';

/** What the broker is put together from. */
export interface BrokerParts {
  knex: Knex;
  settings: {
    environments: EnvironmentSettings[];
    /** Absolute path. */
    sopsDirectory: string;
    escrowRecipients: string[];
    /** Milliseconds. */
    settleTime: number;
  };
  connector: GitlabConnector;
  /** Those of other modules; the built-in ones are added here. */
  targets: DeliveryTargets;
  logger: LoggerService;
  now: () => Date;
  /** Told when an operation has ended or parked. */
  onStandstill: (operation: Operation) => Promise<void>;
}

/** Puts the broker of tokens together with the outside worlds that it works on. */
export function assembleBroker(parts: BrokerParts) {
  const { knex, settings, connector, targets, logger, now } = parts;
  const { environments, sopsDirectory: directory } = settings;
  const credentials = new SopsCredentialStore(directory);
  const inspections = new KnexInspectionStore(knex);
  const ledger = new KnexLedger(knex, now);
  const inventory = new KnexTokenInventory(knex, { now });
  const escrow = new SopsEscrow({
    directory,
    recipients: settings.escrowRecipients,
  });
  builtInDeliveryTargets({
    ...connectionsOf(connector),
    settings: environments,
    directory,
    credentials,
    leases: new KnexLeases(knex, now),
  }).forEach(target => targets.add(target));

  const shared = {
    ...connectionsOf(connector),
    environments,
    credentials,
    inspections,
    inventory,
    ledger,
    escrow,
    targets,
    logger,
    now,
    randomId: () => randomUUID() as string,
  };
  const brokerFacts = new KnexBrokerFacts(knex);
  const brokers = new BrokerInspector({ ...shared, store: brokerFacts });
  const planner = new Planner({ ...shared, brokers });
  const runner = createRunner({ ...shared, settleTime: settings.settleTime });
  const { onStandstill } = parts;
  const follower = new OperationFollower({ ...shared, runner, onStandstill });
  const broker = new TokenBroker({ ...shared, planner, runner, follower });
  return {
    ...shared,
    brokerFacts,
    brokers,
    planner,
    runner,
    follower,
    broker,
  };
}

function connectionsOf(connector: GitlabConnector) {
  const { connect, connectTokens, connectBroker, connectDirectory } = connector;
  const { connectRepository, connectVariables, proveDeployToken } = connector;
  return {
    connect,
    connectTokens,
    connectBroker,
    connectDirectory,
    connectRepository,
    connectVariables,
    proveDeployToken,
  };
}
