import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { GitlabInstance } from './GitlabGateway';

/** A text file at some branch, tag or commit. */
export interface RepositoryFile {
  content: string;
  /** The commit that changed this file last. */
  lastCommitId: string;
  /** Git's id of the content. */
  blobId: string;
}

/** A commit that updates one file. */
export interface FileChange {
  /** Full path, or the numeric id as text. */
  project: string;
  path: string;
  content: string;
  branch: string;
  /** Where the branch starts if it does not exist. */
  startBranch?: string;
  /** The commit that changed the file last when it was read, on the branch or, where that is made, on its start. */
  lastCommitId: string;
  message: string;
}

export interface MergeRequestSummary {
  /** The number that people know, counted by project. */
  iid: number;
  state: 'opened' | 'closed' | 'merged' | 'locked';
  webUrl: string;
  sourceBranch: string;
  targetBranch: string;
}

/** A merge request to be opened, between two branches of one project. */
export interface MergeRequestProposal {
  project: string;
  sourceBranch: string;
  targetBranch: string;
  title: string;
  description: string;
  /** Whether merging deletes the source branch. */
  removeSourceBranch: boolean;
}

/**
 * What a merge request with one changed file needs, as seen with one credential, which needs Developer of the project.
 * Projects are named by full path or by numeric id as text. Every method throws a `GatewayError` and nothing else.
 * Writing is sent once: `GATEWAY_AMBIGUOUS` where it is not known whether it was done.
 */
export interface RepositoryGateway {
  /**
   * Undefined: the file or the ref does not exist; a project that does not is an error, `GATEWAY_NOT_FOUND`. A file
   * that is not UTF-8 is `GATEWAY_UNEXPECTED_ANSWER`.
   */
  file(
    project: string,
    path: string,
    ref: string,
  ): Promise<RepositoryFile | undefined>;
  /** `GATEWAY_CONFLICT`: the file was changed or removed since, and nothing was written. */
  commitFile(change: FileChange): Promise<void>;
  /** The newest one from that branch of the project itself to that branch, of any state; undefined: there is none. */
  findMergeRequest(
    project: string,
    sourceBranch: string,
    targetBranch: string,
  ): Promise<MergeRequestSummary | undefined>;
  /** `GATEWAY_CONFLICT`: an open one of these branches is there already. */
  openMergeRequest(
    proposal: MergeRequestProposal,
  ): Promise<MergeRequestSummary>;
  /** One that is closed or merged already stays as it is. */
  closeMergeRequest(project: string, iid: number): Promise<void>;
  /** A branch that is absent already counts as deleted. */
  deleteBranch(project: string, branch: string): Promise<void>;
}

/** Makes gateways. `signal` ends every request that is still under way. */
export type ConnectRepository = (
  instance: GitlabInstance,
  credential: Secret,
  signal: AbortSignal,
) => RepositoryGateway;
