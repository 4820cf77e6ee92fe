/** A merge request within one project. */
export interface MergeRequest {
  readonly id: number;
  /** Its number in the project. */
  readonly iid: number;
  readonly projectId: number;
  readonly authorId: number;
  readonly sourceBranch: string;
  targetBranch: string;
  title: string;
  description: string | null;
  state: 'opened' | 'closed' | 'merged';
  labels: readonly string[];
  /** Whether the source branch goes when this is merged. */
  removeSourceBranch: boolean;
  squash: boolean;
  /** The newest commit of the source branch when that was last seen. */
  headId: string;
  mergeCommitId: string | null;
  readonly createdAt: string;
  updatedAt: string;
  mergedAt: string | null;
  mergedById: number | null;
  closedAt: string | null;
  closedById: number | null;
}
