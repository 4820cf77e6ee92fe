import { LoggerService } from '@backstage/backend-plugin-api';
import { isEnded, Operation } from '../../domain/Operation';
import { Ledger } from '../../ports/Ledger';
import { OperationRunner } from './OperationRunner';

/** The longest delay that timers take, in milliseconds. */
const LONGEST_DELAY = 2 ** 31 - 1;

/**
 * Sees to it that operations go on: those that this process has begun by timers, so that nobody waits for a schedule,
 * and those of a process that died, or of another that waits, by a look into the ledger.
 */
export class OperationFollower {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<unknown>>();
  #stopped = false;

  constructor(
    private readonly options: {
      ledger: Ledger;
      runner: OperationRunner;
      logger: LoggerService;
      /** Told when an operation has ended or parked. */
      onStandstill: (operation: Operation) => Promise<void>;
      now: () => Date;
    },
  ) {}

  /** Goes on with an operation and follows it to its end; resolves when it ends, parks or waits for the first time. */
  async follow(
    id: string,
    how: Parameters<OperationRunner['run']>[1] = {},
  ): Promise<void> {
    const run = this.#run(id, how);
    this.#running.add(run);
    await run.finally(() => this.#running.delete(run));
  }

  /** Takes over whatever nobody works on and may go on now. */
  async resumeDue(): Promise<void> {
    for (const { id } of await this.options.ledger.due()) {
      await this.follow(id);
    }
  }

  /** Begins nothing any more; resolves when what is under way has reached a step that somebody else can go on from. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
    await Promise.allSettled(this.#running);
  }

  async #run(
    id: string,
    how: Parameters<OperationRunner['run']>[1],
  ): Promise<void> {
    const { logger, runner, onStandstill } = this.options;
    this.#forget(id);
    if (this.#stopped) {
      return;
    }
    try {
      const operation = await runner.run(id, how);
      if (!operation) {
        return;
      }
      if (!isEnded(operation.step) && operation.notBefore) {
        this.#wait(id, operation.notBefore);
      }
      if (isEnded(operation.step) || operation.parked) {
        await onStandstill(operation);
      }
    } catch (error) {
      logger.error(`Operation ${id} could not be followed`, error as Error);
    }
  }

  #wait(id: string, notBefore: string) {
    const delay = Date.parse(notBefore) - this.options.now().getTime();
    const timer = setTimeout(
      () => void this.follow(id),
      Math.min(Math.max(delay, 0), LONGEST_DELAY),
    );
    // An operation that waits is no reason for the process to stay.
    timer.unref();
    this.#timers.set(id, timer);
  }

  #forget(id: string) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}
