import {
  Delivery,
  DeliveryStatus,
  OperationKind,
  OperationPlan,
  OperationStep,
  Problem,
  RotationMode,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokenRef, TokenSpec } from './TokenRef';

export type {
  OperationKind,
  OperationStep,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

const NEXT: Record<OperationStep, readonly OperationStep[]> = {
  // Revoking alone mints and delivers nothing; a pasted token is there already.
  planned: ['minting', 'minted', 'retiring', 'cancelled'],
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

/** Whether an open operation goes on by itself now: what is parked without a time waits for a person. */
export function isDue(
  { parked, notBefore }: OperationProgress,
  now: Date,
): boolean {
  return notBefore === null
    ? parked === null
    : Date.parse(notBefore) <= now.getTime();
}

/** A delivery with what the target noted about its place when the operation was planned. */
export interface PlannedDelivery {
  settings: Delivery;
  /** The target's own, JSON; no secret. */
  evidence: unknown;
}

/** What is needed to carry an operation out, beyond what the plan tells people. JSON, and no secret in it. */
export interface OperationWork {
  /** The new token; null for revoking and pasting. The description and the user name get the operation's stamp. */
  spec: TokenSpec | null;
  /** The token that is replaced or revoked. */
  old: TokenRef | null;
  mode: RotationMode | null;
  /** Who speaks to GitLab: the broker of the environment's file, its credential, or the old token for itself. */
  authority: 'broker' | 'credential' | 'self';
  deliveries: PlannedDelivery[];
  /** Milliseconds for which the old token outlives the proof. */
  gracePeriod: number;
  /** Whether the old token is revoked at the end; not where nobody may. */
  retiresOld: boolean;
  /** Full path of the project that a deploy token belongs to, by which it can be proven. */
  projectPath: string | null;
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
  /** What was agreed to. */
  plan: OperationPlan;
  work: OperationWork;
  oldTokenId: number | null;
}

/** What changes while an operation runs. */
export interface OperationProgress {
  step: OperationStep;
  /** It stopped at its step, and why. It goes on by itself at `notBefore`, where there is one. */
  parked: Problem | null;
  newTokenId: number | null;
  /** The user name of a new deploy token. */
  newUsername: string | null;
  /** The new value, encrypted with age to the recipients of the environment's file; only until it is proven. */
  sealed: string | null;
  deliveries: DeliveryStatus[];
  /** How often a new token was asked for. */
  attempts: number;
  /** ISO timestamp: since when GitLab may have been asked for the new token. */
  mintingSince: string | null;
  /** ISO timestamp: when the new value was proven. */
  provenAt: string | null;
  /** ISO timestamp: nobody needs to look at it before. */
  notBefore: string | null;
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

/** By which a token of ours is recognised in GitLab: its description, or the user name of a deploy token. */
export function stampOf(operationId: string): string {
  return `gitlab-tokens-${operationId}`;
}

/** The token to be made, with the operation's stamp on it. */
export function stampedSpec(
  spec: TokenSpec,
  operation: { id: string; environment: string },
): TokenSpec {
  const stamp = stampOf(operation.id);
  return spec.kind === 'group-deploy' || spec.kind === 'project-deploy'
    ? { ...spec, username: stamp }
    : {
        ...spec,
        description: `${stamp} (made for ${operation.environment} by the developer portal)`,
      };
}

/** Whether a token carries the stamp of this operation. */
export function hasStamp(
  token: { description: string | null; username: string | null },
  operationId: string,
): boolean {
  const stamp = stampOf(operationId);
  return token.username === stamp || token.description?.split(' ')[0] === stamp;
}
