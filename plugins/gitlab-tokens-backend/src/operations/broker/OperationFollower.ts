import { LoggerService } from '@backstage/backend-plugin-api';
import { isEnded, Operation } from '../../domain/Operation';
import { Ledger } from '../../ports/Ledger';
import { OperationRunner } from './OperationRunner';

/** The longest delay that timers take, in milliseconds. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Milliseconds by which timers may be early. */
const TIMER_MARGIN = 5;

/** How many operations go on at once, so that hundreds of tokens can be revoked by one request. */
const SIDE_BY_SIDE = 10;

/**
 * Sees to it that operations go on: those that this process has begun by timers, so that nobody waits for a schedule,
 * and those of a process that died, or of another that waits, by a look into the ledger.
 */
export class OperationFollower {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<Promise<unknown>>();
  /** Those that have to wait for their turn, in their order. */
  readonly #queue: (() => void)[] = [];
  #working = 0;
  #stopped = false;

  constructor(
    private readonly options: {
      ledger: Pick<Ledger, 'due'>;
      runner: Pick<OperationRunner, 'run'>;
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
    this.#forget(id);
    const work = () => this.#run(id, how);
    // A pasted value is in this process alone: whoever takes the operation up meanwhile has to give it up.
    await this.#track(how.pasted ? work() : this.#inTurn(work));
  }

  /** Takes over whatever nobody works on and may go on now. */
  async resumeDue(): Promise<void> {
    for (const { id } of await this.options.ledger.due()) {
      await this.follow(id, { ifDue: true });
    }
  }

  /** Begins nothing any more; resolves when what is under way has reached a step that somebody else can go on from. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
    while (this.#running.size > 0) {
      await Promise.allSettled(this.#running);
    }
  }

  async #track(work: Promise<void>): Promise<void> {
    this.#running.add(work);
    try {
      await work;
    } finally {
      this.#running.delete(work);
    }
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.#working < SIDE_BY_SIDE) {
      this.#working += 1;
    } else {
      await new Promise<void>(resolve => this.#queue.push(resolve));
    }
    try {
      await work();
    } finally {
      const next = this.#queue.shift();
      if (next) {
        next();
      } else {
        this.#working -= 1;
      }
    }
  }

  async #run(
    id: string,
    how: Parameters<OperationRunner['run']>[1],
  ): Promise<void> {
    const { logger, runner } = this.options;
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
        // Whoever waits for the operation, or for its turn, does not wait for what follows from its end.
        void this.#track(this.#tell(operation));
      }
    } catch (error) {
      logger.error(`Operation ${id} could not be followed`, error as Error);
    }
  }

  async #tell(operation: Operation): Promise<void> {
    const { logger, onStandstill } = this.options;
    try {
      await onStandstill(operation);
    } catch (error) {
      logger.error(
        `That operation ${operation.id} stands still could not be told`,
        error as Error,
      );
    }
  }

  #wait(id: string, notBefore: string) {
    const delay = Date.parse(notBefore) - this.options.now().getTime();
    this.#forget(id);
    const timer = setTimeout(
      () => void this.follow(id, { ifDue: true }),
      Math.min(Math.max(delay, 0) + TIMER_MARGIN, LONGEST_DELAY),
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
