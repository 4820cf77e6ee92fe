/**
 * Rotates the credential of the demo's dev environment again and again, in overlap mode and into its SOPS file. Prints
 * how long each took, and the requests of the last one, as one line of JSON.
 */
import knexFactory from 'knex';
import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { migratedDatabase } from '../plugins/gitlab-tokens-backend/src/adapters/database/migrate';
import { DeliveryTargets } from '../plugins/gitlab-tokens-backend/src/adapters/delivery/DeliveryTargets';
import { GitlabConnector } from '../plugins/gitlab-tokens-backend/src/adapters/gitlab/GitlabConnector';
import { assembleBroker } from '../plugins/gitlab-tokens-backend/src/assembleBroker';
import { EnvironmentSettings } from '../plugins/gitlab-tokens-backend/src/domain/EnvironmentSettings';
import { Operation } from '../plugins/gitlab-tokens-backend/src/domain/Operation';
import { Inspector } from '../plugins/gitlab-tokens-backend/src/operations/Inspector';

const [url, sopsDirectory, database, rounds] = process.argv.slice(2);

const dev: EnvironmentSettings = {
  name: 'dev',
  title: 'Development',
  current: false,
  file: 'dev.enc.yaml',
  declared: {
    kind: 'group',
    owner: 'example-org',
    name: 'Backstage (dev.portal.example.com)',
    role: 'developer',
    scopes: ['read_api', 'read_repository', 'write_repository'],
  },
  policy: { warnDays: 30, criticalDays: 7 },
  owners: ['example-org'],
  rotation: {
    expirationDays: 90,
    rotateBeforeDays: null,
    mode: 'overlap',
    gracePeriod: 0,
    deliver: [{ target: 'sops-file' }],
  },
};

const silent = () => {};
const logger: LoggerService = {
  debug: silent,
  info: silent,
  warn: text => console.error(text),
  error: text => console.error(text),
  child: () => logger,
};

async function requests(method: 'GET' | 'DELETE') {
  const answer = await fetch(`${url}/-/emulator/requests`, { method });
  return method === 'GET' ? answer.json() : [];
}

async function main() {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: database },
    useNullAsDefault: true,
  });
  await migratedDatabase({ getClient: async () => knex } as DatabaseService);
  let ended: (operation: Operation) => void = silent;
  const core = assembleBroker({
    knex,
    settings: {
      environments: [dev],
      sopsDirectory,
      escrowRecipients: [],
      settleTime: 60_000,
    },
    connector: new GitlabConnector(),
    targets: new DeliveryTargets(),
    logger,
    now: () => new Date(),
    onStandstill: async operation => ended(operation),
  });
  const inspector = new Inspector(core);
  const rotate = () =>
    new Promise<Operation>((resolve, reject) => {
      ended = resolve;
      core.broker.rotateCredential('dev', {}, 'bench').catch(reject);
    });

  const times: number[] = [];
  for (let round = 0; round < Number(rounds); round++) {
    // As the schedule does: a plan then asks only for the token itself.
    await inspector.inspect(dev);
    await core.brokers.refresh(dev);
    await requests('DELETE');
    const started = performance.now();
    const operation = await rotate();
    times.push(performance.now() - started);
    if (operation.step !== 'done') {
      throw new Error(`It stopped: ${operation.parked?.message}`);
    }
  }
  const calls = await requests('GET');
  console.log(JSON.stringify({ times, calls }));
  await knex.destroy();
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
