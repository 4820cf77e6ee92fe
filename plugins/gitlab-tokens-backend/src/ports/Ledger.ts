import { ConflictError } from '@backstage/errors';
import {
  NewOperation,
  Operation,
  OperationProgress,
} from '../domain/Operation';

/** Another operation on the same subject is open. */
export class OperationInProgressError extends ConflictError {
  readonly operation: Operation;

  constructor(operation: Operation) {
    super(
      `Operation ${operation.id} (${operation.kind}) is under way for the same token, at step ${operation.step}`,
    );
    this.operation = operation;
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

  /** Open operations that nobody works on and that wait for nobody, oldest first: their process has died. */
  abandoned(): Promise<Operation[]>;
}
