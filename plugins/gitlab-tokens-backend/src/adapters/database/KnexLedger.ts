import {
  isDeployKind,
  TOKEN_KINDS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Knex } from 'knex';
import {
  isEnded,
  isNextStep,
  NewOperation,
  Operation,
  OperationProgress,
} from '../../domain/Operation';
import { TokenTrace } from '../../domain/tokenTrace';
import {
  Ledger,
  OperationChangedError,
  OperationFilter,
  OperationInProgressError,
  OperationPage,
} from '../../ports/Ledger';
import {
  fromOperationRow,
  newOperationRow,
  OperationRow,
  progressColumns,
} from './operationRows';

const TABLE = 'gitlab_tokens_operations';

/**
 * The ledger in the plugin's own database. What must happen only once hangs on a single statement each: a unique index
 * for opening, and an update that names the version and the lease for everything else.
 */
export class KnexLedger implements Ledger {
  constructor(private readonly knex: Knex, private readonly now: () => Date) {}

  async open(operation: NewOperation): Promise<Operation> {
    const inserted = await this.#rows()
      .insert(newOperationRow(operation, this.now().toISOString()))
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
    const written = await this.#rows()
      .where({ id, version, lease_holder: lease?.holder ?? '' })
      .andWhere('lease_until', '>', this.now().getTime())
      .update({
        ...progressColumns(progress),
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

  async due(): Promise<Operation[]> {
    const now = this.now().getTime();
    const rows = await this.#rows()
      .whereNotNull('open_subject')
      .andWhere(waiting =>
        waiting
          .where('not_before', '<=', now)
          // Whoever is parked without a time waits for a person.
          .orWhere(it => it.whereNull('not_before').whereNull('parked')),
      )
      .andWhere(lease =>
        lease.whereNull('lease_holder').orWhere('lease_until', '<=', now),
      )
      .orderBy(['created_at', 'id']);
    return rows.map(fromOperationRow);
  }

  async list(query: OperationFilter): Promise<OperationPage> {
    const { offset, limit } = query;
    const [rows, [{ total }]] = await Promise.all([
      this.#matching(query)
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(offset)
        .limit(limit),
      this.#matching(query).count<{ total: number | string }[]>({ total: '*' }),
    ]);
    return { operations: rows.map(fromOperationRow), total: Number(total) };
  }

  async lastDone(subject: string): Promise<Operation | undefined> {
    const row = await this.#rows()
      .where({ subject, step: 'done' })
      .orderBy([
        { column: 'updated_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first();
    return row && fromOperationRow(row);
  }

  async openIn(environment: string): Promise<Operation[]> {
    const rows = await this.#rows()
      .where({ environment })
      .whereNotNull('open_subject');
    return rows.map(fromOperationRow);
  }

  #matching({ environment, kind, state, token }: OperationFilter) {
    const rows = this.#rows();
    if (environment !== undefined) {
      rows.where({ environment });
    }
    if (kind !== undefined) {
      rows.where({ kind });
    }
    if (state === 'ended') {
      rows.whereNull('open_subject');
    } else if (state !== undefined) {
      rows.whereNotNull('open_subject');
    }
    if (state === 'parked') {
      rows.whereNotNull('parked');
    }
    if (token) {
      whereConcerns(rows, token);
    }
    return rows;
  }

  #rows() {
    return this.knex<OperationRow>(TABLE);
  }

  async #existing(id: string): Promise<Operation> {
    return (await this.get(id))!;
  }
}

function whereConcerns(
  rows: Knex.QueryBuilder<OperationRow>,
  { environments, isDeployToken, tokenId }: TokenTrace,
): void {
  const kinds = TOKEN_KINDS.filter(
    kind => isDeployKind(kind) === isDeployToken,
  );
  rows
    .whereIn('environment', environments)
    .whereIn('token_kind', kinds)
    .where(either =>
      either
        .where({ old_token_id: tokenId })
        .orWhere({ new_token_id: tokenId }),
    );
}
