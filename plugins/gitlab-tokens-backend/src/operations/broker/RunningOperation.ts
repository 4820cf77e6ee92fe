import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { Operation, OperationProgress } from '../../domain/Operation';
import { Ledger, OperationChangedError } from '../../ports/Ledger';

/** Milliseconds. Every step renews the lease and ends well before it runs out: requests have a limit of ten seconds. */
const LEASE = 120_000;

/** How often, and at which distance in milliseconds, the one thing that must be written down is tried. */
const INSISTENCE = { attempts: 8, delay: 500 };

/**
 * An operation that this process works on: the ledger's row as it is now, under this process's lease. Whoever has lost
 * the lease cannot write any more.
 */
export class RunningOperation {
  /** The new value while it is in this process; otherwise the escrow has it. */
  value: Secret | undefined;
  #row: Operation;

  private constructor(
    private readonly ledger: Ledger,
    private readonly holder: string,
    row: Operation,
  ) {
    this.#row = row;
  }

  /** Undefined where somebody else works on it, or where it has ended. */
  static async take(
    ledger: Ledger,
    id: string,
    holder: string,
  ): Promise<RunningOperation | undefined> {
    const row = await ledger.take(id, holder, LEASE);
    return row && new RunningOperation(ledger, holder, row);
  }

  /** The operation as the ledger has it. */
  get now(): Operation {
    return this.#row;
  }

  /** @throws OperationChangedError when the lease is lost */
  async renew(): Promise<void> {
    const row = await this.ledger.take(this.#row.id, this.holder, LEASE);
    if (!row) {
      throw new OperationChangedError(this.#row.id);
    }
    this.#row = row;
  }

  async advance(progress: Partial<OperationProgress>): Promise<void> {
    this.#row = await this.ledger.advance(this.#row, progress);
  }

  /**
   * Writes down what is lost otherwise: a failing database is tried again, and an answer of it that got lost is told
   * from a change that was.
   */
  async insist(progress: Partial<OperationProgress>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.advance(progress);
        return;
      } catch (error) {
        if (attempt === INSISTENCE.attempts) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, INSISTENCE.delay));
        if (await this.#hasHappened(progress)) {
          return;
        }
      }
    }
  }

  async release(): Promise<void> {
    await this.ledger.release(this.#row);
  }

  async #hasHappened({ step }: Partial<OperationProgress>): Promise<boolean> {
    try {
      await this.renew();
    } catch (error) {
      if (error instanceof OperationChangedError) {
        throw error;
      }
      return false;
    }
    return this.#row.step === step;
  }
}
