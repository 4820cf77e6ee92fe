import knexFactory from 'knex';
import { RecordingLogger } from './RecordingLogger';
import { assembleEngine, EngineOptions } from './engine';
import { engineHands, Hands, PastedToken } from './Hands';
import { isChange, MOMENT, watchedBy, watchRequests } from './watching';

/** What this process is told on its standard input. */
export interface Order
  extends Pick<EngineOptions, 'directory' | 'environments'> {
  databaseFile: string;
  now: string;
  operation: string;
  action: keyof Hands;
  insisted: boolean;
  pasted: PastedToken | undefined;
  /** At which moment it is killed. */
  killAt: number;
}

/** What it says when it has come to its end alive. */
export interface Report {
  moments: number;
  shown: string | undefined;
}

async function read(): Promise<Order> {
  let text = '';
  for await (const chunk of process.stdin) {
    text += chunk;
  }
  return JSON.parse(text);
}

/** One backend process, which carries an operation out until it is killed. */
async function main(): Promise<void> {
  const order = await read();
  const { killAt, operation, action, insisted, pasted } = order;
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: order.databaseFile,
    useNullAsDefault: true,
  });
  const logger = new RecordingLogger(line => process.stderr.write(`${line}\n`));
  const now = () => new Date(order.now);
  const hands = engineHands(
    assembleEngine({ ...order, knex, logger, now }),
    operation,
    pasted,
  );
  let moments = 0;
  watchRequests();
  const shown = await watchedBy(
    async moment => {
      if (!isChange(moment)) {
        return;
      }
      const { phase, what } = moment;
      moments += 1;
      // Written at once, as pipes are on POSIX systems.
      process.stderr.write(`${MOMENT}${phase} ${what}\n`);
      if (moments === killAt) {
        process.kill(process.pid, 'SIGKILL');
        await new Promise(() => {});
      }
    },
    async () => (await hands[action](insisted)) ?? undefined,
  );
  const report: Report = { moments, shown };
  process.stdout.write(JSON.stringify(report), () => process.exit(0));
}

void main();
