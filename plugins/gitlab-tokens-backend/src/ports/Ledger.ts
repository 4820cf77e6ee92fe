import { ConflictError } from '@backstage/errors';
import {
  NewOperation,
  Operation,
  OperationKind,
  OperationProgress,
  OperationStep,
} from '../domain/Operation';
import { TokenTrace } from '../domain/tokenTrace';

/** Another operation on the same subject is open. */
export class OperationInProgressError extends ConflictError {
  readonly operationId: string;
  readonly step: OperationStep;
  // Errors are answered with all of their own properties, and the row holds the sealed value.
  readonly #operation: Operation;

  constructor(operation: Operation) {
    super(
      `Operation ${operation.id} (${operation.kind}) is under way for the same token, at step ${operation.step}`,
    );
    this.operationId = operation.id;
    this.step = operation.step;
    this.#operation = operation;
  }

  get operation(): Operation {
    return this.#operation;
  }
}

/** The operation was changed, or taken over, by somebody else since it was read. */
export class OperationChangedError extends ConflictError {
  constructor(id: string) {
    super(`Operation ${id} was changed by somebody else meanwhile`);
  }
}

/**
 * The operations, one row each, shared by all replicas. Nothing is done to GitLab or to a file that is not written
 * down here first.
 */
export interface Ledger {
  /** @throws OperationInProgressError when one on the same subject is open */
  open(operation: NewOperation): Promise<Operation>;

  get(id: string): Promise<Operation | undefined>;

  /**
   * Takes or renews the lease. Undefined where somebody else has it, where the operation has ended, or where there is
   * none.
   *
   * @param milliseconds - how long the lease lasts without being renewed
   */
  take(
    id: string,
    holder: string,
    milliseconds: number,
  ): Promise<Operation | undefined>;

  /**
   * Writes progress down and gives the operation as it is now. It takes the lease, and the operation must be as it was
   * read.
   *
   * @throws OperationChangedError when it is not, and nothing was written
   */
  advance(
    operation: Operation,
    progress: Partial<OperationProgress>,
  ): Promise<Operation>;

  /** Gives the lease back. Nothing happens where it is somebody else's. */
  release(operation: Operation): Promise<void>;

  /**
   * Open operations that nobody works on and that may go on now, oldest first: their process has died, their time has
   * come, or they were never begun. What is parked without a time waits for a person and is not among them.
   */
  due(): Promise<Operation[]>;

  /** Newest first. */
  list(query: OperationFilter): Promise<OperationPage>;

  /** The operation on a subject that was the last to end as planned. */
  lastDone(subject: string): Promise<Operation | undefined>;

  /** The open operations of an environment. */
  openIn(environment: string): Promise<Operation[]>;
}

/** Which operations of the ledger. */
export interface OperationFilter {
  environment?: string;
  kind?: OperationKind;
  /** `parked` are open, too. */
  state?: 'open' | 'parked' | 'ended';
  /** Those that made this token, or replaced or revoked it. */
  token?: TokenTrace;
  offset: number;
  limit: number;
}

/** Some operations of those that match, and how many these are. */
export interface OperationPage {
  operations: Operation[];
  total: number;
}
