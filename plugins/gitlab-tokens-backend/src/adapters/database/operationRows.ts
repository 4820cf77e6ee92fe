import { Operation } from '../../domain/Operation';

/** A row of the ledger. PostgreSQL gives bigints as text. */
export interface OperationRow {
  id: string;
  kind: Operation['kind'];
  environment: string;
  open_subject: string | null;
  subject: string;
  token_kind: Operation['tokenKind'];
  owner: string | null;
  requested_by: string;
  plan: string;
  old_token_id: number | string | null;
  step: Operation['step'];
  parked: string | null;
  new_token_id: number | string | null;
  sealed: string | null;
  deliveries: string;
  attempts: number;
  version: number;
  lease_holder: string | null;
  lease_until: number | string | null;
  created_at: string;
  updated_at: string;
}

export function fromOperationRow(row: OperationRow): Operation {
  return {
    id: row.id,
    kind: row.kind,
    environment: row.environment,
    subject: row.subject,
    tokenKind: row.token_kind,
    owner: row.owner,
    requestedBy: row.requested_by,
    plan: JSON.parse(row.plan),
    oldTokenId: toNumber(row.old_token_id),
    step: row.step,
    parked: row.parked,
    newTokenId: toNumber(row.new_token_id),
    sealed: row.sealed,
    deliveries: JSON.parse(row.deliveries),
    attempts: row.attempts,
    version: row.version,
    lease: leaseOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function leaseOf(row: OperationRow): Operation['lease'] {
  const until = toNumber(row.lease_until);
  return row.lease_holder !== null && until !== null
    ? { holder: row.lease_holder, until: new Date(until).toISOString() }
    : null;
}

function toNumber(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
