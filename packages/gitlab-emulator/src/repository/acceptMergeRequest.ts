import { User } from '../state/entities';
import { MergeRequest } from './MergeRequest';
import { Commit, Repository } from './Repository';
import { mergeTrees } from './mergeTrees';

/**
 * Merges the source branch into the target branch by a merge commit.
 *
 * @returns null if both changed the same file, or if a branch is gone; nothing is written then
 */
export function acceptMergeRequest(
  repository: Repository,
  request: MergeRequest,
  merge: { user: User; now: Date; message: string; removeSource: boolean },
): Commit | null {
  const source = repository.resolve(request.sourceBranch);
  const target = repository.resolve(request.targetBranch);
  if (!source || !target) {
    return null;
  }
  const base = repository.mergeBase(target, source)?.files ?? new Map();
  const files = mergeTrees(base, target.files, source.files);
  if (!files) {
    return null;
  }
  const at = merge.now.toISOString();
  const commit = repository.addCommit({
    parentIds: [target.id, source.id],
    message: merge.message,
    author: { name: merge.user.name, email: merge.user.email },
    createdAt: at,
    files,
  });
  repository.branches.set(request.targetBranch, commit.id);
  if (merge.removeSource) {
    repository.branches.delete(request.sourceBranch);
  }
  Object.assign<MergeRequest, Partial<MergeRequest>>(request, {
    state: 'merged',
    headId: source.id,
    mergeCommitId: commit.id,
    mergedAt: at,
    mergedById: merge.user.id,
    updatedAt: at,
  });
  return commit;
}
