import {
  ObservedCredential,
  Problem,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/**
 * How an inspection ended: GitLab accepted the credential, or what stood in the way. The first is refined into a
 * state by the policy and the clock whenever somebody asks.
 */
export type InspectionOutcome =
  | 'accepted'
  | 'expired'
  | 'revoked'
  | 'rejected'
  | 'unreachable'
  | 'locked'
  | 'missing'
  | 'invalid';

/** What the inspection learned from the SOPS file. */
export interface InspectedFile {
  host: string;
  /** Base URL of the GitLab instance for people. */
  webUrl: string;
  /** Digest of the file's bytes as they were read. */
  digest: string;
  /** The token stands in the file outside the encryption. */
  tokenInClear: boolean;
  hasBroker: boolean;
}

/** One inspection of one environment; the last of each environment is kept. It holds no secret. */
export interface Inspection {
  environment: string;
  /** ISO timestamp. */
  inspectedAt: string;
  outcome: InspectionOutcome;
  problem: Problem | null;
  /** Null where the file could not be opened. */
  file: InspectedFile | null;
  /** The last good observation; older than `inspectedAt` where GitLab did not answer this time. */
  observed: ObservedCredential | null;
}

/**
 * The observation that still stands when an inspection brings none: the last one, unless the file has changed since
 * and may hold another token of which nothing is known yet.
 */
export function standingObservation(
  last: Inspection | undefined,
  file: InspectedFile | null,
): ObservedCredential | null {
  const isSameFile = !file || !last?.file || file.digest === last.file.digest;
  return isSameFile ? last?.observed ?? null : null;
}
