import { Knex } from 'knex';
import {
  isEnded,
  isNextStep,
  NewOperation,
  Operation,
  OperationProgress,
} from '../../domain/Operation';
import {
  Ledger,
  OperationChangedError,
  OperationInProgressError,
} from '../../ports/Ledger';
import { fromOperationRow, OperationRow } from './operationRows';

const TABLE = 'gitlab_tokens_operations';

/**
 * The ledger in the plugin's own database. What must happen only once hangs on a single statement each: a unique index
 * for opening, and an update that names the version and the lease for everything else.
 */
export class KnexLedger implements Ledger {
  constructor(private readonly knex: Knex, private readonly now: () => Date) {}

  async open(operation: NewOperation): Promise<Operation> {
    const inserted = await this.#rows()
      .insert(this.#newRow(operation))
      .onConflict('open_subject')
      .ignore()
      .returning('id');
    if (inserted.length === 1) {
      return this.#existing(operation.id);
    }
    const other = await this.#rows()
      .where({ open_subject: operation.subject })
      .first();
    // It may have ended between the two statements.
    return other
      ? Promise.reject(new OperationInProgressError(fromOperationRow(other)))
      : this.open(operation);
  }

  async get(id: string): Promise<Operation | undefined> {
    const row = await this.#rows().where({ id }).first();
    return row && fromOperationRow(row);
  }

  async take(
    id: string,
    holder: string,
    milliseconds: number,
  ): Promise<Operation | undefined> {
    const now = this.now().getTime();
    const taken = await this.#rows()
      .where({ id })
      .whereNotNull('open_subject')
      .andWhere(lease =>
        lease
          .whereNull('lease_holder')
          .orWhere('lease_holder', holder)
          .orWhere('lease_until', '<=', now),
      )
      .update({
        lease_holder: holder,
        lease_until: now + milliseconds,
        // Whoever held it before cannot write any more.
        version: this.knex.raw('version + 1'),
      });
    return taken === 1 ? this.get(id) : undefined;
  }

  async advance(
    operation: Operation,
    progress: Partial<OperationProgress>,
  ): Promise<Operation> {
    const { id, version, lease } = operation;
    const step = progress.step ?? operation.step;
    if (step !== operation.step && !isNextStep(operation.step, step)) {
      throw new Error(
        `Operation ${id} cannot go from ${operation.step} to ${step}`,
      );
    }
    const { deliveries, newTokenId, ...rest } = progress;
    const written = await this.#rows()
      .where({ id, version, lease_holder: lease?.holder ?? '' })
      .andWhere('lease_until', '>', this.now().getTime())
      .update({
        ...rest,
        ...(newTokenId === undefined ? {} : { new_token_id: newTokenId }),
        ...(deliveries ? { deliveries: JSON.stringify(deliveries) } : {}),
        ...(isEnded(step) ? { open_subject: null, sealed: null } : {}),
        version: version + 1,
        updated_at: this.now().toISOString(),
      });
    if (written !== 1) {
      throw new OperationChangedError(id);
    }
    return this.#existing(id);
  }

  async release({ id, lease }: Operation): Promise<void> {
    await this.#rows()
      .where({ id, lease_holder: lease?.holder ?? '' })
      .update({ lease_holder: null, lease_until: null });
  }

  async abandoned(): Promise<Operation[]> {
    const rows = await this.#rows()
      .whereNotNull('open_subject')
      .whereNull('parked')
      .whereNot('step', 'awaiting')
      .andWhere(lease =>
        lease
          .whereNull('lease_holder')
          .orWhere('lease_until', '<=', this.now().getTime()),
      )
      .orderBy(['created_at', 'id']);
    return rows.map(fromOperationRow);
  }

  #rows() {
    return this.knex<OperationRow>(TABLE);
  }

  async #existing(id: string): Promise<Operation> {
    return (await this.get(id))!;
  }

  #newRow(operation: NewOperation): OperationRow {
    const now = this.now().toISOString();
    return {
      id: operation.id,
      kind: operation.kind,
      environment: operation.environment,
      open_subject: operation.subject,
      subject: operation.subject,
      token_kind: operation.tokenKind,
      owner: operation.owner,
      requested_by: operation.requestedBy,
      plan: JSON.stringify(operation.plan),
      old_token_id: operation.oldTokenId,
      step: 'planned',
      parked: null,
      new_token_id: null,
      sealed: null,
      deliveries: '[]',
      attempts: 0,
      version: 1,
      lease_holder: null,
      lease_until: null,
      created_at: now,
      updated_at: now,
    };
  }
}
