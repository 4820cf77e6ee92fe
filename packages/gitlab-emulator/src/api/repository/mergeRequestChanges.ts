import {
  hasConflicts,
  headOf,
  isDraftTitle,
} from '../../presenters/mergeRequests';
import { MergeRequest } from '../../repository/MergeRequest';
import { acceptMergeRequest } from '../../repository/acceptMergeRequest';
import { User } from '../../state/entities';
import { Endpoint, endpoint } from '../endpoint';
import {
  forbidden,
  invalidParameters,
  notAllowed,
  refusal,
  unauthorized,
} from '../errors';
import { flag, integer, oneOf, separatedTexts, text } from '../parameterKinds';
import { ParameterValues, filled, required } from '../parameters';
import {
  findMergeRequest,
  mergeRequestAnswer,
  refuseBranches,
} from './mergeRequestPlaces';
import { mayPush, readablePlace } from './places';

const PATH = '/projects/:id/merge_requests/:merge_request_iid';

const changes = {
  title: filled(text),
  target_branch: filled(text),
  state_event: oneOf('close', 'reopen'),
  description: text,
  labels: separatedTexts,
  remove_source_branch: flag,
  squash: flag,
};

/** Closing, reopening, changing and merging merge requests. */
export const mergeRequestChangeEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'PUT',
    path: PATH,
    parameters: {
      id: required(text),
      merge_request_iid: required(integer),
      ...changes,
    },
    handle(call) {
      const { merge_request_iid: iid, ...asked } = call.parameters;
      const names = Object.keys(changes);
      if (names.every(name => !(name in call.request.parameters))) {
        throw invalidParameters([
          `${names.join(
            ', ',
          )} are missing, at least one parameter must be provided`,
        ]);
      }
      const place = readablePlace(call);
      const request = findMergeRequest(call, place, iid);
      const { user } = call.caller;
      if (request.authorId !== user.id && place.level < 30) {
        throw forbidden();
      }
      if (asked.target_branch || asked.state_event === 'reopen') {
        refuseBranches(call, place, {
          source: request.sourceBranch,
          target: asked.target_branch ?? request.targetBranch,
          self: request,
        });
      }
      const headId = headOf(call, request);
      change(request, asked, { user, now: call.now.toISOString(), headId });
      return mergeRequestAnswer(call, place, { request, status: 200 });
    },
  }),
  endpoint({
    method: 'PUT',
    path: `${PATH}/merge`,
    parameters: {
      id: required(text),
      merge_request_iid: required(integer),
      merge_commit_message: text,
      should_remove_source_branch: flag,
      sha: text,
      squash: flag,
    },
    handle(call) {
      const { parameters: asked, caller } = call;
      const place = readablePlace(call);
      const request = findMergeRequest(call, place, asked.merge_request_iid);
      if (!mayPush(place, request.targetBranch)) {
        throw unauthorized();
      }
      if (request.state !== 'opened' || isDraftTitle(request.title)) {
        throw notAllowed();
      }
      const head = headOf(call, request);
      if (hasConflicts(call, request)) {
        throw refusal(422, 'Branch cannot be merged');
      }
      if (asked.sha && asked.sha !== head) {
        throw refusal(409, `SHA does not match HEAD of source branch: ${head}`);
      }
      const merged = acceptMergeRequest(place.repository, request, {
        user: caller.user,
        now: call.now,
        message: asked.merge_commit_message || messageFor(request),
        removeSource:
          asked.should_remove_source_branch ?? request.removeSourceBranch,
      });
      if (!merged) {
        throw refusal(422, 'Branch cannot be merged');
      }
      return mergeRequestAnswer(call, place, { request, status: 200 });
    },
  }),
];

function change(
  request: MergeRequest,
  asked: ParameterValues<typeof changes>,
  by: { user: User; now: string; headId: string },
): void {
  request.title = asked.title ?? request.title;
  request.description = asked.description ?? request.description;
  request.targetBranch = asked.target_branch ?? request.targetBranch;
  request.labels = asked.labels ?? request.labels;
  request.squash = asked.squash ?? request.squash;
  request.removeSourceBranch =
    asked.remove_source_branch ?? request.removeSourceBranch;
  request.updatedAt = by.now;
  if (asked.state_event === 'close' && request.state === 'opened') {
    Object.assign<MergeRequest, Partial<MergeRequest>>(request, {
      state: 'closed',
      headId: by.headId,
      closedAt: by.now,
      closedById: by.user.id,
    });
  }
  if (asked.state_event === 'reopen' && request.state === 'closed') {
    Object.assign<MergeRequest, Partial<MergeRequest>>(request, {
      state: 'opened',
      closedAt: null,
      closedById: null,
    });
  }
}

function messageFor(request: MergeRequest): string {
  return `Merge branch '${request.sourceBranch}' into '${request.targetBranch}'\n\n${request.title}`;
}
