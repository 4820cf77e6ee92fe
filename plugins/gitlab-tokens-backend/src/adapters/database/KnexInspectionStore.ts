import { Knex } from 'knex';
import { Inspection, InspectionOutcome } from '../../domain/Inspection';
import { InspectionStore } from '../../ports/InspectionStore';

const TABLE = 'gitlab_tokens_inspections';

/** A row; what is only ever read whole is kept as JSON text. */
interface InspectionRow {
  environment: string;
  inspected_at: string;
  outcome: InspectionOutcome;
  problem: string | null;
  file: string | null;
  observed: string | null;
}

/** The last inspections in the plugin's own database. */
export class KnexInspectionStore implements InspectionStore {
  constructor(private readonly knex: Knex) {}

  async list(): Promise<Inspection[]> {
    return (await this.knex<InspectionRow>(TABLE).select()).map(fromRow);
  }

  async get(environment: string): Promise<Inspection | undefined> {
    const row = await this.knex<InspectionRow>(TABLE)
      .where({ environment })
      .first();
    return row && fromRow(row);
  }

  async save(inspection: Inspection): Promise<void> {
    await this.knex<InspectionRow>(TABLE)
      .insert(toRow(inspection))
      .onConflict('environment')
      .merge();
  }
}

function toRow(inspection: Inspection): InspectionRow {
  const { environment, inspectedAt, outcome } = inspection;
  return {
    environment,
    inspected_at: inspectedAt,
    outcome,
    problem: toText(inspection.problem),
    file: toText(inspection.file),
    observed: toText(inspection.observed),
  };
}

function fromRow(row: InspectionRow): Inspection {
  return {
    environment: row.environment,
    inspectedAt: row.inspected_at,
    outcome: row.outcome,
    problem: fromText(row.problem),
    file: fromText(row.file),
    observed: fromText(row.observed),
  };
}

function toText(value: object | null): string | null {
  return value && JSON.stringify(value);
}

function fromText(text: string | null) {
  return text === null ? null : JSON.parse(text);
}
