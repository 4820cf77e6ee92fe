import { LoggerService } from '@backstage/backend-plugin-api';
import { randomUUID } from 'crypto';
import { Knex } from 'knex';
import { KnexInspectionStore } from '../../adapters/database/KnexInspectionStore';
import { KnexLeases } from '../../adapters/database/KnexLeases';
import { KnexLedger } from '../../adapters/database/KnexLedger';
import { builtInDeliveryTargets } from '../../adapters/delivery/builtInDeliveryTargets';
import { DeliveryTargets } from '../../adapters/delivery/DeliveryTargets';
import { GitlabConnector } from '../../adapters/gitlab/GitlabConnector';
import { SopsCredentialStore } from '../../adapters/sops/SopsCredentialStore';
import { SopsEscrow } from '../../adapters/sops/SopsEscrow';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { createRunner } from '../../operations/broker/createRunner';
import { OperationFollower } from '../../operations/broker/OperationFollower';
import { watched, watchedTarget } from './watching';

/** Milliseconds, of a clock that the tests move. */
export const SETTLE_TIME = 30_000;

/** Milliseconds of real time. */
export const REQUEST_TIMEOUT = 500;

/** What one process that carries out operations is made of. */
export interface EngineOptions {
  knex: Knex;
  /** Of the SOPS files. */
  directory: string;
  environments: EnvironmentSettings[];
  logger: LoggerService;
  now: () => Date;
  /** Milliseconds; `REQUEST_TIMEOUT` where left out. */
  requestTimeout?: number;
}

/** The real parts of a backend process, put together as it does it, with every effect of theirs watched. */
export function assembleEngine(options: EngineOptions) {
  const { knex, directory, environments, now } = options;
  const connector = new GitlabConnector({
    requestsPerMinute: 1_000_000,
    requestTimeout: options.requestTimeout ?? REQUEST_TIMEOUT,
    retries: { firstDelay: 1 },
    now,
  });
  const connections = {
    connect: connector.connect,
    connectTokens: connector.connectTokens,
    connectBroker: connector.connectBroker,
    connectDirectory: connector.connectDirectory,
    connectRepository: connector.connectRepository,
    connectVariables: connector.connectVariables,
    proveDeployToken: connector.proveDeployToken,
  };
  const credentials = new SopsCredentialStore(directory);
  const targets = new DeliveryTargets();
  builtInDeliveryTargets({
    ...connections,
    settings: environments,
    directory,
    credentials,
    leases: watched(new KnexLeases(knex, now), 'database'),
  }).forEach(target => targets.add(watchedTarget(target)));
  const parts = {
    ...options,
    ...connections,
    credentials,
    targets,
    inspections: new KnexInspectionStore(knex),
    ledger: watched(new KnexLedger(knex, now), 'database'),
    escrow: new SopsEscrow({ directory, recipients: [] }),
    settleTime: SETTLE_TIME,
    randomId: () => randomUUID() as string,
  };
  const runner = createRunner(parts);
  const onStandstill = async () => {};
  const follower = new OperationFollower({ ...parts, runner, onStandstill });
  return { ...parts, runner, follower };
}

export type Engine = ReturnType<typeof assembleEngine>;
