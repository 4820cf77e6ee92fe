import { presentMergeRequest } from '../../presenters/mergeRequests';
import { MergeRequest } from '../../repository/MergeRequest';
import { Endpoint, endpoint, openEndpoint } from '../endpoint';
import { pageAnswer, pageParameters } from '../pagination';
import {
  flag,
  integer,
  integers,
  oneOf,
  separatedTexts,
  text,
} from '../parameterKinds';
import { ParameterValues, required } from '../parameters';
import {
  findMergeRequest,
  mergeRequestAnswer,
  refuseBranches,
} from './mergeRequestPlaces';
import { readablePlace, writablePlace } from './places';

const PATH = '/projects/:id/merge_requests';

const listParameters = {
  id: required(text),
  state: oneOf('opened', 'closed', 'locked', 'merged', 'all'),
  source_branch: text,
  target_branch: text,
  author_id: integer,
  iids: integers,
  search: text,
  order_by: oneOf('created_at', 'updated_at'),
  sort: oneOf('asc', 'desc'),
  ...pageParameters,
};

/** Merge requests within a project: reading and opening them. */
export const mergeRequestEndpoints: readonly Endpoint[] = [
  openEndpoint({
    method: 'GET',
    path: PATH,
    parameters: listParameters,
    handle(call) {
      const { project } = readablePlace(call);
      const requests = call.state.mergeRequests
        .allBy('project', project.id)
        .filter(isAsked(call.parameters))
        .sort(orderOf(call.parameters));
      return pageAnswer(call, requests, request =>
        presentMergeRequest(call, request),
      );
    },
  }),
  openEndpoint({
    method: 'GET',
    path: `${PATH}/:merge_request_iid`,
    parameters: {
      id: required(text),
      merge_request_iid: required(integer),
    },
    handle(call) {
      const place = readablePlace(call);
      const iid = call.parameters.merge_request_iid;
      const request = findMergeRequest(call, place, iid);
      return mergeRequestAnswer(call, place, { request, status: 200 });
    },
  }),
  endpoint({
    method: 'POST',
    path: PATH,
    parameters: {
      id: required(text),
      title: required(text),
      source_branch: required(text),
      target_branch: required(text),
      description: text,
      labels: separatedTexts,
      remove_source_branch: flag,
      squash: flag,
    },
    handle(call) {
      const { parameters: asked, state } = call;
      const place = writablePlace(call);
      const source = asked.source_branch;
      refuseBranches(call, place, { source, target: asked.target_branch });
      const known = state.mergeRequests.allBy('project', place.project.id);
      const now = call.now.toISOString();
      const request = state.mergeRequests.insert({
        id: state.mergeRequests.takeId(),
        iid: Math.max(0, ...known.map(({ iid }) => iid)) + 1,
        projectId: place.project.id,
        authorId: call.caller.user.id,
        sourceBranch: source,
        targetBranch: asked.target_branch,
        title: asked.title,
        description: asked.description ?? null,
        state: 'opened',
        labels: asked.labels ?? [],
        removeSourceBranch: asked.remove_source_branch ?? false,
        squash: asked.squash ?? false,
        headId: place.repository.branches.get(source) ?? '',
        mergeCommitId: null,
        createdAt: now,
        updatedAt: now,
        mergedAt: null,
        mergedById: null,
        closedAt: null,
        closedById: null,
      });
      return mergeRequestAnswer(call, place, { request, status: 201 });
    },
  }),
];

type Asked = ParameterValues<typeof listParameters>;

function isAsked(asked: Asked) {
  const search = asked.search?.toLowerCase() ?? '';
  const { state = 'all', iids } = asked;
  return (request: MergeRequest): boolean =>
    (state === 'all' || request.state === state) &&
    (!asked.source_branch || request.sourceBranch === asked.source_branch) &&
    (!asked.target_branch || request.targetBranch === asked.target_branch) &&
    (!asked.author_id || request.authorId === asked.author_id) &&
    (!iids || iids.includes(request.iid)) &&
    `${request.title}\n${request.description}`.toLowerCase().includes(search);
}

/** Newest first, unless asked otherwise. */
function orderOf({ order_by: by, sort }: Asked) {
  const field = by === 'updated_at' ? 'updatedAt' : 'createdAt';
  const direction = sort === 'asc' ? 1 : -1;
  return (one: MergeRequest, other: MergeRequest): number =>
    direction * (one[field].localeCompare(other[field]) || one.id - other.id);
}
