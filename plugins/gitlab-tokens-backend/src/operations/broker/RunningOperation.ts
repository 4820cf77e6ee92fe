import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { Operation, OperationProgress } from '../../domain/Operation';
import { Ledger, OperationChangedError } from '../../ports/Ledger';

/** Milliseconds. Every step renews the lease and ends well before it runs out: requests have a limit of ten seconds. */
const LEASE = 120_000;

/** Milliseconds for which a lease counts as just renewed: each renewal is a write. */
const JUST_RENEWED = 10_000;

/** How often, and at which distance in milliseconds, the one thing that must be written down is tried. */
const INSISTENCE = { attempts: 8, delay: 500 };

/** Who works on an operation. */
export interface LeaseHolder {
  ledger: Ledger;
  /** Of this run alone: two runs of one process must not share a lease. */
  holder: string;
  now: () => Date;
}

/**
 * An operation that this process works on: the ledger's row as it is now, under this process's lease. Whoever has lost
 * the lease cannot write any more.
 */
export class RunningOperation {
  /** The new value while it is in this process; otherwise the escrow has it. */
  value: Secret | undefined;
  #row: Operation;

  private constructor(private readonly options: LeaseHolder, row: Operation) {
    this.#row = row;
  }

  /** Undefined where somebody else works on it, or where it has ended. */
  static async take(
    id: string,
    options: LeaseHolder,
  ): Promise<RunningOperation | undefined> {
    const row = await options.ledger.take(id, options.holder, LEASE);
    return row && new RunningOperation(options, row);
  }

  /** The operation as the ledger has it. */
  get now(): Operation {
    return this.#row;
  }

  /**
   * Renews the lease, unless that was just done.
   *
   * @throws OperationChangedError when the lease is lost
   */
  async keep(): Promise<void> {
    const until = Date.parse(this.#row.lease?.until ?? '');
    if (!(until - this.options.now().getTime() > LEASE - JUST_RENEWED)) {
      await this.renew();
    }
  }

  /** @throws OperationChangedError when the lease is lost */
  async renew(): Promise<void> {
    const { ledger, holder } = this.options;
    const row = await ledger.take(this.#row.id, holder, LEASE);
    if (!row) {
      throw new OperationChangedError(this.#row.id);
    }
    this.#row = row;
  }

  async advance(progress: Partial<OperationProgress>): Promise<void> {
    this.#row = await this.options.ledger.advance(this.#row, progress);
  }

  /**
   * Writes down what is lost otherwise, the new token: a failing database is tried again, and an answer of it that got
   * lost is told from a change that was.
   *
   * @throws OperationChangedError when somebody else has gone on with the operation meanwhile
   */
  async insist(
    progress: Partial<OperationProgress> & { newTokenId: number },
  ): Promise<void> {
    const { step, attempts } = this.#row;
    for (let attempt = 1; ; attempt++) {
      try {
        await this.advance(progress);
        return;
      } catch (error) {
        if (attempt === INSISTENCE.attempts) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, INSISTENCE.delay));
        await this.#lookAgain();
        if (this.#row.newTokenId === progress.newTokenId) {
          return;
        }
        if (this.#row.step !== step || this.#row.attempts !== attempts) {
          throw new OperationChangedError(this.#row.id);
        }
      }
    }
  }

  /** Whether the ledger lacks a token for certain; false also where it does not answer. */
  async lacks(newTokenId: number): Promise<boolean> {
    try {
      const row = await this.options.ledger.get(this.#row.id);
      return row?.newTokenId !== newTokenId;
    } catch {
      return false;
    }
  }

  async release(): Promise<void> {
    await this.options.ledger.release(this.#row);
  }

  /** The row as it is now, where the database tells. */
  async #lookAgain(): Promise<void> {
    try {
      await this.renew();
    } catch (error) {
      if (error instanceof OperationChangedError) {
        throw error;
      }
    }
  }
}
