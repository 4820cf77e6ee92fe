import { RepositoryView } from '../../presenters/repository';
import { Commit } from '../../repository/Repository';
import { CommitPlan, RefusedChangeError } from '../../repository/commitChanges';
import { DEVELOPER, MAINTAINER, REPORTER } from '../../state/access';
import { Caller } from '../authentication';
import { Surroundings } from '../endpoint';
import { forbidden, notFound, refusal } from '../errors';
import { callerLevel, findProject } from '../resources';

/** Tokens with these scopes read code too; they never write it through the API. */
export const CODE_SCOPES = { toRead: ['read_repository', 'ai_workflows'] };

export type RepositoryCall = Surroundings & {
  caller: Caller | null;
  parameters: { id: string };
};

/** A project's repository, and what the caller may do there. */
export type Place = RepositoryView & { readonly level: number };

/** @throws ApiError (404) if the caller may not see the project, (403) if not its code */
export function readablePlace(call: RepositoryCall): Place {
  const project = findProject(call, call.parameters.id);
  const level = callerLevel(call, { type: 'project', id: project.id });
  if (project.visibility === 'private' && level < REPORTER) {
    throw forbidden();
  }
  const repository = call.state.repositoryOf(project);
  return { project, repository, level, baseUrl: call.baseUrl };
}

/** @throws ApiError as `readablePlace`, and (403) if the caller may not push at all */
export function writablePlace(call: RepositoryCall): Place & Caller {
  const place = readablePlace(call);
  if (!call.caller || place.level < DEVELOPER) {
    throw forbidden();
  }
  return { ...place, ...call.caller };
}

/** Whether the caller may push to that branch, and merge into it: the default branch is for maintainers. */
export function mayPush({ project, level }: Place, branch: string): boolean {
  return level >= (branch === project.defaultBranch ? MAINTAINER : DEVELOPER);
}

/** @throws ApiError (404) if nothing has that name */
export function findCommit({ repository }: Place, reference: string): Commit {
  const commit = repository.resolve(reference);
  if (!commit) {
    throw notFound('Commit');
  }
  return commit;
}

/** Who writes the commit that a request asks for, and where. */
export function planOf(
  { user }: Caller,
  now: Date,
  asked: {
    branch: string;
    start_branch?: string;
    commit_message: string;
    author_name?: string;
    author_email?: string;
  },
): CommitPlan {
  return {
    branch: asked.branch,
    startBranch: asked.start_branch || undefined,
    message: asked.commit_message,
    author: {
      name: asked.author_name || user.name,
      email: asked.author_email || user.email,
    },
    now,
  };
}

/**
 * Runs a change of the repository.
 *
 * @throws ApiError (400) if the branch is protected from the caller or the change is refused
 */
export function changing<Result>(
  place: Place,
  branch: string,
  change: () => Result,
): Result {
  if (!mayPush(place, branch) && place.repository.branches.has(branch)) {
    throw refusal(400, 'You are not allowed to push into this branch');
  }
  try {
    return change();
  } catch (error) {
    if (error instanceof RefusedChangeError) {
      throw refusal(400, error.message);
    }
    throw error;
  }
}
