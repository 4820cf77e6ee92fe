import { LoggerService } from '@backstage/backend-plugin-api';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { isDue, isEnded, Operation } from '../../domain/Operation';
import { Escrow } from '../../ports/Escrow';
import { Ledger, OperationChangedError } from '../../ports/Ledger';
import { Cancelling } from './Cancelling';
import { Delivering } from './Delivering';
import { Minting } from './Minting';
import { INTERNAL_ERROR, parkedBy } from './ParkedError';
import { Proving } from './Proving';
import { Retiring } from './Retiring';
import { RunningOperation } from './RunningOperation';
import { Showing } from './Showing';
import { Conversations } from './Conversations';

/** Milliseconds after which what may pass by itself is tried again. */
const NEXT_TRY = 60_000;

/** What the runner works with. */
export interface OperationRunnerOptions {
  ledger: Ledger;
  conversations: Conversations;
  escrow: Escrow;
  minting: Minting;
  delivering: Delivering;
  proving: Proving;
  retiring: Retiring;
  cancelling: Cancelling;
  showing: Showing;
  logger: LoggerService;
  now: () => Date;
  randomId: () => string;
}

/**
 * Carries operations out, from whatever step the ledger has, in this order and no other: mint, seal, deliver, prove,
 * retire. No step is begun that is not written down, and nothing old is touched before the new value is proven in its
 * place, so that at every instant at which this process may die, somebody can go on with what the ledger says.
 */
export class OperationRunner {
  constructor(private readonly options: OperationRunnerOptions) {}

  /**
   * Goes on with an operation until it ends, parks or has to wait. Nothing happens where somebody else works on it.
   *
   * @param how - `insisted`: a person says so, against a limit of automatic attempts. `ifDue`: nobody says so, and
   * since it was looked at, somebody else may have gone on with it. `pasted`: the value of an operation that takes over
   * a pasted token
   */
  async run(
    id: string,
    how: {
      insisted?: boolean;
      ifDue?: boolean;
      pasted?: { value: Secret; id: number };
    } = {},
  ): Promise<Operation | undefined> {
    const running = await this.#take(id);
    if (!running) {
      return undefined;
    }
    if (how.ifDue && !isDue(running.now, this.options.now())) {
      await running.release().catch(() => {});
      return undefined;
    }
    return this.#under(running, async () => {
      const { parked, notBefore } = running.now;
      if (parked || notBefore) {
        await running.advance({ parked: null, notBefore: null });
      }
      if (how.pasted) {
        await this.#adopt(running, how.pasted);
      }
      await this.#proceed(running, how.insisted ?? false);
    });
  }

  /**
   * Undoes an operation.
   *
   * @throws ConflictError when it is too late; what else stands in the way is thrown as it is
   */
  async cancel(id: string): Promise<Operation | undefined> {
    const { cancelling } = this.options;
    const running = await this.#take(id);
    if (!running) {
      return undefined;
    }
    try {
      await cancelling.run(running);
      return running.now;
    } finally {
      await running.release().catch(() => {});
    }
  }

  /** Gives a value that waits to be shown, once; undefined where none does, or somebody else works on it. */
  async reveal(id: string): Promise<Secret | undefined> {
    const running = await this.#take(id);
    if (!running) {
      return undefined;
    }
    try {
      return await this.options.showing.show(running);
    } finally {
      await running.release().catch(() => {});
    }
  }

  async #under(
    running: RunningOperation,
    work: () => Promise<void>,
  ): Promise<Operation> {
    try {
      await work();
    } catch (error) {
      await this.#park(running, error);
    } finally {
      await running.release().catch(() => {});
    }
    return running.now;
  }

  async #adopt(
    running: RunningOperation,
    { value, id }: { value: Secret; id: number },
  ): Promise<void> {
    const { conversations, escrow } = this.options;
    const environment = conversations.environment(running.now.environment);
    await running.advance({
      step: 'minted',
      newTokenId: id,
      sealed: await escrow.seal(environment, value),
    });
    running.value = value;
  }

  async #proceed(running: RunningOperation, insisted: boolean): Promise<void> {
    while (!isEnded(running.now.step)) {
      await running.keep();
      const waitUntil = await this.#step(running, insisted);
      if (waitUntil !== undefined && waitUntil > this.#time()) {
        await running.advance({
          notBefore: new Date(waitUntil).toISOString(),
        });
        return;
      }
    }
  }

  /** One step, and milliseconds of the epoch where it has to wait. */
  async #step(
    running: RunningOperation,
    insisted: boolean,
  ): Promise<number | undefined> {
    const { minting, delivering, proving, retiring } = this.options;
    const { kind, step } = running.now;
    switch (step) {
      case 'planned':
        if (kind === 'paste') {
          // The process that had the value is dead, and nothing has happened.
          await running.advance({ step: 'cancelled' });
          return undefined;
        }
        if (await this.#isSuperseded(running.now)) {
          await running.advance({ step: 'cancelled' });
          return undefined;
        }
        return kind === 'revoke'
          ? retiring.run(running, { insisted })
          : minting.run(running, { insisted });
      case 'minting':
        return minting.run(running, { insisted });
      case 'awaiting':
        if (await this.options.showing.endUnshown(running)) {
          return undefined;
        }
        return delivering.run(running);
      case 'minted':
      case 'delivering':
        return delivering.run(running);
      case 'delivered':
        await proving.run(running);
        return undefined;
      default:
        return retiring.run(running, { insisted });
    }
  }

  /**
   * While this was planned, another rotation of the same token may have begun and ended. Whoever asked is told so, but
   * may have died before, or be slower than this.
   */
  async #isSuperseded({ kind, subject }: Operation): Promise<boolean> {
    const last = await this.options.ledger.lastDone(subject);
    return kind === 'rotate' && last?.kind === 'rotate';
  }

  async #park(running: RunningOperation, error: unknown): Promise<void> {
    const { logger } = this.options;
    const { id, environment, kind } = running.now;
    if (error instanceof OperationChangedError) {
      logger.info(`Somebody else has taken over operation ${id}`);
      return;
    }
    const parked = parkedBy(error);
    if (!parked) {
      logger.error(`Operation ${id} failed`, error as Error);
    }
    const problem = parked?.problem ?? INTERNAL_ERROR;
    const notBefore = parked?.passing
      ? new Date(this.#time() + NEXT_TRY).toISOString()
      : null;
    try {
      await running.renew();
      await running.advance({ parked: problem, notBefore });
      logger.warn(
        `Operation ${id} (${kind}, ${environment}) is parked at ${running.now.step}: ${problem.message} ${problem.action}`,
        { operation: id, environment, code: problem.code },
      );
    } catch {
      // The ledger fails, too. The lease runs out, and the job goes on from the last step that was written down.
      logger.error(
        `Operation ${id} stopped with ${problem.code}, which could not be written down; it is taken over when its lease has run out`,
      );
    }
  }

  #take(id: string): Promise<RunningOperation | undefined> {
    const { ledger, now, randomId } = this.options;
    return RunningOperation.take(id, { ledger, now, holder: randomId() });
  }

  #time(): number {
    return this.options.now().getTime();
  }
}
