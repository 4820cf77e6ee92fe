import { MergeRequest } from '../../repository/MergeRequest';
import { Answer, jsonAnswer } from '../../http/answer';
import { presentMergeRequestDetail } from '../../presenters/mergeRequests';
import { notFound, refusal } from '../errors';
import { Place, RepositoryCall, mayPush } from './places';

/** @throws ApiError (404) if the project has no such merge request */
export function findMergeRequest(
  { state }: RepositoryCall,
  { project }: Place,
  iid: number,
): MergeRequest {
  const request = state.mergeRequests
    .allBy('project', project.id)
    .find(known => known.iid === iid);
  if (!request) {
    throw notFound();
  }
  return request;
}

/** The merge request on its own, as the caller sees it. */
export function mergeRequestAnswer(
  call: RepositoryCall,
  place: Place,
  { request, status }: { request: MergeRequest; status: number },
): Answer {
  const mayMerge = mayPush(place, request.targetBranch);
  return jsonAnswer(
    status,
    presentMergeRequestDetail({ ...call, mayMerge }, request),
  );
}

/**
 * Refuses what no merge request can be between two branches.
 *
 * @throws ApiError (422) if they are the same or one is missing, (409) if another open one has them
 */
export function refuseBranches(
  { state }: RepositoryCall,
  { project, repository }: Place,
  asked: { source: string; target: string; self?: MergeRequest },
): void {
  if (asked.source === asked.target) {
    throw refusal(422, [
      "You can't use same project/branch for source and target",
    ]);
  }
  for (const [label, name] of [
    ['Source', asked.source],
    ['Target', asked.target],
  ]) {
    if (!repository.branches.has(name)) {
      throw refusal(422, [`${label} branch "${name}" does not exist`]);
    }
  }
  const other = state.mergeRequests
    .allBy('project', project.id)
    .find(
      request =>
        request !== asked.self &&
        request.state === 'opened' &&
        request.sourceBranch === asked.source &&
        request.targetBranch === asked.target,
    );
  if (other) {
    throw refusal(409, [
      `Another open merge request already exists for this source branch: !${other.iid}`,
    ]);
  }
}
