import { Project, User } from '../state/entities';
import { State } from '../state/State';
import { MergeRequest } from '../repository/MergeRequest';
import { changedPaths, mergeTrees } from '../repository/mergeTrees';
import { presentBasicUser } from './users';

interface View {
  readonly state: State;
  readonly baseUrl: string;
}

/** What stays as it is in a merge request that nobody discusses, approves, builds or times. */
const UNTOUCHED = {
  user_notes_count: 0,
  upvotes: 0,
  downvotes: 0,
  assignees: [],
  assignee: null,
  reviewers: [],
  imported: false,
  imported_from: 'none',
  milestone: null,
  merge_when_pipeline_succeeds: false,
  merge_after: null,
  squash_commit_sha: null,
  discussion_locked: null,
  should_remove_source_branch: null,
  time_stats: {
    time_estimate: 0,
    total_time_spent: 0,
    human_time_estimate: null,
    human_total_time_spent: null,
  },
  task_completion_status: { count: 0, completed_count: 0 },
  blocking_discussions_resolved: true,
};

/** A merge request as it stands in lists. */
export function presentMergeRequest(view: View, request: MergeRequest) {
  const isDraft = isDraftTitle(request.title);
  return {
    id: request.id,
    iid: request.iid,
    project_id: request.projectId,
    title: request.title,
    description: request.description,
    state: request.state,
    created_at: request.createdAt,
    updated_at: request.updatedAt,
    ...presentOutcome(view, request),
    target_branch: request.targetBranch,
    source_branch: request.sourceBranch,
    ...UNTOUCHED,
    author: presentPerson(view, request.authorId),
    source_project_id: request.projectId,
    target_project_id: request.projectId,
    labels: request.labels,
    draft: isDraft,
    work_in_progress: isDraft,
    ...presentMergeability(view, request),
    sha: headOf(view, request),
    merge_commit_sha: request.mergeCommitId,
    force_remove_source_branch: request.removeSourceBranch,
    prepared_at: request.createdAt,
    ...presentPlace(view, request),
    squash: request.squash,
    squash_on_merge: request.squash,
  };
}

function presentOutcome(view: View, request: MergeRequest) {
  const mergedBy = presentPerson(view, request.mergedById);
  return {
    merged_by: mergedBy,
    merge_user: mergedBy,
    merged_at: request.mergedAt,
    closed_by: presentPerson(view, request.closedById),
    closed_at: request.closedAt,
  };
}

function presentMergeability(view: View, request: MergeRequest) {
  const isConflicting = hasConflicts(view, request);
  return {
    merge_status: isConflicting ? 'cannot_be_merged' : 'can_be_merged',
    detailed_merge_status: detailedStatus(request, isConflicting),
    has_conflicts: isConflicting,
  };
}

function presentPlace(view: View, request: MergeRequest) {
  const { fullPath } = projectOf(view, request);
  const reference = `!${request.iid}`;
  return {
    reference,
    references: {
      short: reference,
      relative: reference,
      full: `${fullPath}${reference}`,
    },
    web_url: `${view.baseUrl}/${fullPath}/-/merge_requests/${request.iid}`,
  };
}

/** A merge request on its own. */
export function presentMergeRequestDetail(
  view: View & { mayMerge: boolean },
  request: MergeRequest,
) {
  const repository = view.state.repositoryOf(projectOf(view, request));
  const head = repository.commit(headOf(view, request));
  const target = repository.resolve(request.targetBranch);
  const base = target && repository.mergeBase(target, head);
  const changes = changedPaths(base?.files ?? new Map(), head.files);
  return {
    ...presentMergeRequest(view, request),
    subscribed: false,
    changes_count: String(changes.length),
    latest_build_started_at: null,
    latest_build_finished_at: null,
    first_deployed_to_production_at: null,
    pipeline: null,
    head_pipeline: null,
    diff_refs: {
      base_sha: base?.id ?? null,
      head_sha: head.id,
      start_sha: base?.id ?? null,
    },
    merge_error: null,
    user: { can_merge: view.mayMerge },
  };
}

/** The newest commit of the source branch; once it is not open any more, the one it had then. */
export function headOf(view: View, request: MergeRequest): string {
  const { branches } = view.state.repositoryOf(projectOf(view, request));
  const head = branches.get(request.sourceBranch);
  return request.state === 'opened' && head ? head : request.headId;
}

/** Whether both branches changed the same file since they parted. */
export function hasConflicts(view: View, request: MergeRequest): boolean {
  const repository = view.state.repositoryOf(projectOf(view, request));
  const source = repository.commit(headOf(view, request));
  const target = repository.resolve(request.targetBranch);
  if (request.state !== 'opened' || !target) {
    return false;
  }
  const base = repository.mergeBase(target, source)?.files ?? new Map();
  return mergeTrees(base, target.files, source.files) === null;
}

/** Whether GitLab takes it for unfinished work. */
export function isDraftTitle(title: string): boolean {
  return /^\s*(\[draft\]|\(draft\)|draft:)/i.test(title);
}

function detailedStatus(request: MergeRequest, isConflicting: boolean): string {
  if (request.state !== 'opened') {
    return 'not_open';
  }
  if (isDraftTitle(request.title)) {
    return 'draft_status';
  }
  return isConflicting ? 'conflict' : 'mergeable';
}

function projectOf({ state }: View, { projectId }: MergeRequest): Project {
  const project = state.projects.get(projectId);
  if (!project) {
    throw new Error(`there is no project ${projectId}`);
  }
  return project;
}

function presentPerson(view: View, id: number | null) {
  const user: User | undefined =
    id === null ? undefined : view.state.users.get(id);
  return user ? presentBasicUser(view, user) : null;
}
