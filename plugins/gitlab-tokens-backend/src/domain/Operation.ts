import { TokenKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** What an operation does. */
export type OperationKind = 'issue' | 'rotate' | 'revoke';

/**
 * How far an operation has come. Each step is written down before what it names is done, so that whoever takes over
 * knows what may have happened.
 */
export type OperationStep =
  | 'planned'
  /** GitLab may have been asked for the new token. */
  | 'minting'
  /** The new value is sealed in the ledger. */
  | 'minted'
  /** Some targets may have the new value. */
  | 'delivering'
  /** A merge request is open; the operation holds its token, not the file. */
  | 'awaiting'
  | 'delivered'
  /** The value was read back, and GitLab accepts it. */
  | 'verified'
  /** GitLab may have been asked to revoke the old token. */
  | 'retiring'
  | 'done'
  | 'cancelled';

const NEXT: Record<OperationStep, readonly OperationStep[]> = {
  // Revoking alone mints and delivers nothing.
  planned: ['minting', 'retiring', 'cancelled'],
  minting: ['minted', 'cancelled'],
  minted: ['delivering', 'cancelled'],
  delivering: ['awaiting', 'delivered', 'cancelled'],
  awaiting: ['delivering', 'delivered', 'cancelled'],
  delivered: ['verified', 'cancelled'],
  // From here on the old token may be gone: there is no way back.
  verified: ['retiring', 'done'],
  retiring: ['done'],
  done: [],
  cancelled: [],
};

/** Whether an operation may go from one step to another. */
export function isNextStep(from: OperationStep, to: OperationStep): boolean {
  return NEXT[from].includes(to);
}

/** Whether nothing more will happen. */
export function isEnded(step: OperationStep): boolean {
  return NEXT[step].length === 0;
}

/** The part of an operation that is known when it is opened. */
export interface NewOperation {
  id: string;
  kind: OperationKind;
  environment: string;
  /** What it concerns, of which only one operation may be open: a token by host, kind and ids, or a new one's place. */
  subject: string;
  tokenKind: TokenKind;
  /** Full path of the owner. */
  owner: string | null;
  /** Entity reference of who asked. */
  requestedBy: string;
  /** What was agreed to, as the plan said it: JSON, and no secret in it. */
  plan: Record<string, unknown>;
  oldTokenId: number | null;
}

/** One delivery and how it stands. */
export interface DeliveryRecord {
  target: string;
  state: 'pending' | 'awaiting' | 'delivered' | 'failed';
  /** Where it went, for people: a file, a merge request's URL, a variable's key. */
  place: string | null;
  errorCode: string | null;
}

/** What changes while an operation runs. */
export interface OperationProgress {
  step: OperationStep;
  /** It stopped at its step and waits for somebody, with the code of why. */
  parked: string | null;
  newTokenId: number | null;
  /** The new value, encrypted with age to the recipients of the environment's file; only until it is proven. */
  sealed: string | null;
  deliveries: DeliveryRecord[];
  attempts: number;
}

/** One row of the ledger. */
export interface Operation extends NewOperation, OperationProgress {
  /** Counts up with every change. */
  version: number;
  /** Who works on it, and until when nobody else may. */
  lease: { holder: string; until: string } | null;
  createdAt: string;
  updatedAt: string;
}
