import { Author, Commit, Repository } from './Repository';

/** A change that GitLab refuses, in its words; nothing was written. */
export class RefusedChangeError extends Error {}

/** What a commit does with one file. */
export interface FileAction {
  readonly action: 'create' | 'update' | 'delete' | 'move' | 'chmod';
  readonly path: string;
  readonly previousPath?: string;
  /** Absent where the content stays as it is. */
  readonly content?: Buffer;
}

export interface CommitPlan {
  readonly branch: string;
  /** Where the branch starts that is made by this commit; the branch itself where it exists. */
  readonly startBranch?: string;
  readonly message: string;
  readonly author: Author;
  readonly now: Date;
}

/**
 * Writes a commit to a branch, which is made where a start is named. The first commit of an empty repository makes
 * its branch in any case.
 *
 * @throws RefusedChangeError in GitLab's words
 */
export function commitChanges(
  repository: Repository,
  plan: CommitPlan,
  actions: readonly FileAction[],
): Commit {
  const parent = startOf(repository, plan);
  const files = new Map(parent?.files);
  for (const action of actions) {
    apply(repository, files, action);
  }
  const commit = repository.addCommit({
    parentIds: parent ? [parent.id] : [],
    message: plan.message,
    author: plan.author,
    createdAt: plan.now.toISOString(),
    files,
  });
  repository.branches.set(plan.branch, commit.id);
  return commit;
}

/** The commit on which the new one is put; null in an empty repository. */
export function startOf(
  repository: Repository,
  { branch, startBranch = branch }: Pick<CommitPlan, 'branch' | 'startBranch'>,
): Commit | null {
  if (repository.isEmpty) {
    return null;
  }
  const start = repository.branches.get(startBranch);
  if (start === undefined) {
    throw new RefusedChangeError(
      'You can only create or edit files when you are on a branch',
    );
  }
  if (startBranch !== branch && repository.branches.has(branch)) {
    throw new RefusedChangeError(
      `A branch called '${branch}' already exists. Switch to that branch in order to make changes`,
    );
  }
  if (!isBranchName(branch)) {
    throw new RefusedChangeError(
      `Something went wrong when we tried to create '${branch}' for you: Branch name is invalid`,
    );
  }
  return repository.commit(start);
}

/** Whether Git would take that name for a branch. */
export function isBranchName(name: string): boolean {
  return (
    /^(?![-./])[^\s~^:?*[\\]+$/.test(name) &&
    !/\.\.|@\{|\/\/|\/\.|\.lock(\/|$)|[/.]$/.test(name)
  );
}

function apply(
  repository: Repository,
  files: Map<string, string>,
  { action, path, previousPath, content }: FileAction,
): void {
  const source = action === 'move' ? previousPath ?? '' : path;
  const isNew = action === 'create';
  const isTaken = (isNew || action === 'move') && files.has(path);
  if (isTaken) {
    throw new RefusedChangeError('A file with this name already exists');
  }
  const present = files.get(source);
  if (!isNew && present === undefined) {
    throw new RefusedChangeError("A file with this name doesn't exist");
  }
  if (action === 'delete' || action === 'move') {
    files.delete(source);
  }
  if (action !== 'delete') {
    const kept = content ? repository.addContent(content) : present;
    files.set(path, kept ?? repository.addContent(Buffer.alloc(0)));
  }
}
