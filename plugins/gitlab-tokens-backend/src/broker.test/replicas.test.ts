import { TestDatabases } from '@backstage/backend-test-utils';
import { spawn } from 'child_process';
import { Knex } from 'knex';
import { createInterface } from 'readline';
import { join } from 'path';
import { DEMO_KEY_FILE, describeWithSops } from '../__testUtils__/sopsFiles';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { bundle } from './__testUtils__/bundle';
import { driveToEnd } from './__testUtils__/driving';
import { assembleEngine } from './__testUtils__/engine';
import { handsOf } from './__testUtils__/Hands';
import { Person } from './__testUtils__/Person';
import { fillInventory, REFS } from './__testUtils__/inventory';
import type {
  RequestOrder,
  RequestReport,
} from './__testUtils__/requestProcess';
import { scenarioNamed, VARIABLE } from './__testUtils__/scenarios';
import { expectDone } from './__testUtils__/truth';

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['POSTGRES_15'],
  disableDocker: true,
});
const describeWithPostgres = databases.supports('POSTGRES_15')
  ? describeWithSops
  : describe.skip;
if (!databases.supports('POSTGRES_15')) {
  process.stderr.write(
    'Skipped: that two processes rotate a token once is tried on PostgreSQL, which there is none of.\n',
  );
}

/** Simultaneous requests to each of the two processes. */
const TIMES = 50;

describeWithPostgres('two processes on one PostgreSQL', () => {
  const world = new BrokerWorld();
  let knex: Knex;
  let program: string;

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_15');
    await world.start(knex);
    program = await bundle('requestProcess', world.directory);
  });
  afterAll(() => world.stop());

  it.each(['overlap', 'in-place'] as const)(
    'make one rotation of a hundred simultaneous requests for the same token, %s',
    async mode => {
      const scenario = scenarioNamed(
        `rotate a project token, ${mode}, to ci-variable`,
      );
      await world.reset(scenario);
      await fillInventory(assembleEngine(world.engineOptions));
      const before = world.gitlab.state();
      const order: RequestOrder = {
        directory: world.directory,
        environments: [world.environment],
        database: knex.client.config.connection,
        now: world.now().toISOString(),
        tokenRef: REFS.project,
        request: { mode, expiresAt: '2026-08-30', deliver: [VARIABLE] },
        times: TIMES,
      };
      const replicas = [started(order), started(order)];
      await Promise.all(replicas.map(it => it.ready));
      replicas.forEach(it => it.begin());
      const reports = await Promise.all(replicas.map(it => it.report));
      reports.forEach(({ log }) => world.logger.lines.push(...log));

      const sum = (count: (report: RequestReport) => number) =>
        reports.reduce((total, report) => total + count(report), 0);
      expect({
        begun: sum(it => it.begun),
        conflicts: sum(it => it.conflicts),
        others: reports.flatMap(it => it.others),
      }).toEqual({ begun: 1, conflicts: 2 * TIMES - 1, others: [] });

      const done = await knex('gitlab_tokens_operations').whereNot({
        step: 'cancelled',
      });
      expect(done).toHaveLength(1);
      const [{ id }] = done;
      const person = new Person(world);
      const hands = await handsOf(world, scenario, id);
      const operation = await driveToEnd(world, { hands, person, id });
      await expectDone(world, scenario, { operation, before, person });
      expect(askedForATokenOften()).toBe(1);
    },
  );

  function askedForATokenOften(): number {
    return world.gitlab
      .requests()
      .filter(
        ({ method, path }) =>
          method === 'POST' && path.includes('/access_tokens'),
      ).length;
  }

  function started(order: RequestOrder) {
    const child = spawn(process.execPath, [program], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        PATH: process.env.PATH,
        SOPS_AGE_KEY_FILE: DEMO_KEY_FILE,
        NODE_PATH: join(__dirname, '../../../../node_modules'),
      },
    });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    child.stdin.write(`${JSON.stringify(order)}\n`);
    const ready = lines.next();
    return {
      ready,
      begin: () => child.stdin.write('now\n'),
      report: ready
        .then(() => lines.next())
        .then((line): RequestReport => JSON.parse(String(line.value))),
    };
  }
});
