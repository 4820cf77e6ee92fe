import { emptyAnswer, jsonAnswer } from '../../http/answer';
import { presentBranch } from '../../presenters/repository';
import { isBranchName } from '../../repository/commitChanges';
import { Endpoint, endpoint, openEndpoint } from '../endpoint';
import { notFound, refusal } from '../errors';
import { pageAnswer, pageParameters } from '../pagination';
import { text } from '../parameterKinds';
import { filled, required } from '../parameters';
import { CODE_SCOPES, Place, readablePlace, writablePlace } from './places';

const PATH = '/projects/:id/repository/branches';

const branchParameters = { id: required(text), branch: required(text) };

/** The branches of a repository. */
export const branchEndpoints: readonly Endpoint[] = [
  openEndpoint({
    method: 'GET',
    path: PATH,
    accepts: CODE_SCOPES,
    parameters: { id: required(text), search: text, ...pageParameters },
    handle(call) {
      const place = readablePlace(call);
      const search = call.parameters.search?.toLowerCase() ?? '';
      const names = [...place.repository.branches.keys()]
        .filter(name => name.toLowerCase().includes(search))
        .sort();
      return pageAnswer(call, names, name => presentBranch(place, name));
    },
  }),
  openEndpoint({
    method: 'GET',
    path: `${PATH}/:branch`,
    accepts: CODE_SCOPES,
    parameters: branchParameters,
    handle(call) {
      const place = readablePlace(call);
      const name = findBranch(place, call.parameters.branch);
      return jsonAnswer(200, presentBranch(place, name));
    },
  }),
  endpoint({
    method: 'POST',
    path: PATH,
    parameters: {
      id: required(text),
      branch: required(filled(text)),
      ref: required(filled(text)),
    },
    handle(call) {
      const { branch, ref } = call.parameters;
      const place = writablePlace(call);
      const start = place.repository.resolve(ref);
      if (!isBranchName(branch)) {
        throw refusal(400, 'Branch name is invalid');
      }
      if (place.repository.branches.has(branch)) {
        throw refusal(400, 'Branch already exists');
      }
      if (!start) {
        throw refusal(400, `Invalid reference name: ${ref}`);
      }
      place.repository.branches.set(branch, start.id);
      return jsonAnswer(201, presentBranch(place, branch));
    },
  }),
  endpoint({
    method: 'DELETE',
    path: `${PATH}/:branch`,
    parameters: branchParameters,
    handle(call) {
      const place = writablePlace(call);
      const name = findBranch(place, call.parameters.branch);
      if (name === place.project.defaultBranch) {
        throw refusal(405, 'Cannot remove HEAD branch');
      }
      place.repository.branches.delete(name);
      return emptyAnswer(204);
    },
  }),
];

function findBranch({ repository }: Place, name: string): string {
  if (!repository.branches.has(name)) {
    throw notFound('Branch');
  }
  return name;
}
