import { ConflictError } from '@backstage/errors';
import knexFactory, { Knex } from 'knex';
import { createInterface } from 'readline';
import { TokenBroker } from '../../operations/TokenBroker';
import { assembleEngine, EngineOptions } from './engine';
import { plannerOf } from './planning';
import { RecordingLogger } from './RecordingLogger';

/** What this process is told in the first line of its standard input. The second one lets it begin. */
export interface RequestOrder
  extends Pick<EngineOptions, 'directory' | 'environments'> {
  database: Knex.Config['connection'];
  now: string;
  tokenRef: string;
  request: Parameters<TokenBroker['rotate']>[1];
  /** How many ask at the same moment. */
  times: number;
}

/** What became of the requests. */
export interface RequestReport {
  begun: number;
  /** Refusals that are answered with 409. */
  conflicts: number;
  /** Everything else, which there must not be. */
  others: string[];
  log: string[];
}

/** One backend process, which is asked many times at once to rotate the same token. */
async function main(): Promise<void> {
  const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
  const order: RequestOrder = JSON.parse(String((await lines.next()).value));
  const { database, tokenRef, request, times } = order;
  const knex = knexFactory({ client: 'pg', connection: database });
  const logger = new RecordingLogger();
  const now = () => new Date(order.now);
  const engine = assembleEngine({
    ...{ ...order, knex, logger, now },
    requestTimeout: 20_000,
  });
  const broker = new TokenBroker({ ...engine, planner: plannerOf(engine) });
  process.stdout.write('ready\n');
  await lines.next();
  const asked = Array.from({ length: times }, (_, index) =>
    broker.rotate(tokenRef, request, `user:default/person-${index}`),
  );
  const outcomes = await Promise.allSettled(asked);
  await engine.follower.stop();
  const refusals = outcomes.flatMap(it =>
    it.status === 'rejected' ? [it.reason] : [],
  );
  const report: RequestReport = {
    begun: times - refusals.length,
    conflicts: refusals.filter(isConflict).length,
    others: refusals.filter(it => !isConflict(it)).map(String),
    log: logger.lines,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`, () => process.exit(0));
}

function isConflict(error: unknown): boolean {
  return error instanceof ConflictError;
}

void main();
