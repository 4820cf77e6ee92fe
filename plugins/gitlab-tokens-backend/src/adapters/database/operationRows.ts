import {
  NewOperation,
  Operation,
  OperationProgress,
} from '../../domain/Operation';

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
  work: string;
  old_token_id: number | string | null;
  step: Operation['step'];
  parked: string | null;
  problem: string | null;
  new_token_id: number | string | null;
  new_username: string | null;
  sealed: string | null;
  deliveries: string;
  attempts: number;
  minting_since: string | null;
  proven_at: string | null;
  not_before: number | string | null;
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
    work: JSON.parse(row.work),
    oldTokenId: toNumber(row.old_token_id),
    step: row.step,
    parked: row.problem === null ? null : JSON.parse(row.problem),
    newTokenId: toNumber(row.new_token_id),
    newUsername: row.new_username,
    sealed: row.sealed,
    deliveries: JSON.parse(row.deliveries),
    attempts: row.attempts,
    mintingSince: row.minting_since,
    provenAt: row.proven_at,
    notBefore: toTimestamp(row.not_before),
    version: row.version,
    lease: leaseOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** The row of an operation that is opened now. */
export function newOperationRow(
  operation: NewOperation,
  now: string,
): OperationRow {
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
    work: JSON.stringify(operation.work),
    old_token_id: operation.oldTokenId,
    step: 'planned',
    parked: null,
    problem: null,
    new_token_id: null,
    new_username: null,
    sealed: null,
    deliveries: '[]',
    attempts: 0,
    minting_since: null,
    proven_at: null,
    not_before: null,
    version: 1,
    lease_holder: null,
    lease_until: null,
    created_at: now,
    updated_at: now,
  };
}

/** The columns that progress changes; what is not given stays. */
export function progressColumns(
  progress: Partial<OperationProgress>,
): Partial<OperationRow> {
  const { deliveries, notBefore, parked } = progress;
  const columns = {
    step: progress.step,
    parked: parked && parked.code,
    problem: parked && JSON.stringify(parked),
    new_token_id: progress.newTokenId,
    new_username: progress.newUsername,
    sealed: progress.sealed,
    deliveries: deliveries && JSON.stringify(deliveries),
    attempts: progress.attempts,
    minting_since: progress.mintingSince,
    proven_at: progress.provenAt,
    not_before: notBefore ? Date.parse(notBefore) : notBefore,
  };
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  );
}

function leaseOf(row: OperationRow): Operation['lease'] {
  const until = toTimestamp(row.lease_until);
  return row.lease_holder !== null && until !== null
    ? { holder: row.lease_holder, until }
    : null;
}

function toTimestamp(value: number | string | null): string | null {
  return value === null ? null : new Date(Number(value)).toISOString();
}

function toNumber(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
