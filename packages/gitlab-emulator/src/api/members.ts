import { Answer, jsonAnswer } from '../http/answer';
import { presentMember } from '../presenters/users';
import {
  directMembers,
  effectiveMembers,
  effectiveMembership,
} from '../state/access';
import { Membership, Resource } from '../state/entities';
import { State } from '../state/State';
import { Endpoint, Surroundings, openEndpoint } from './endpoint';
import { recordNotFound } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { integer, integers, oneOf, text } from './parameterKinds';
import { ParameterValues, required } from './parameters';
import { findResource } from './resources';

const listParameters = {
  id: required(text),
  query: text,
  user_ids: integers,
  skip_users: integers,
  state: oneOf('awaiting', 'active'),
  ...pageParameters,
};

type ListParameters = ParameterValues<typeof listParameters>;

/** The members of groups and projects: direct ones, and with `/all` those of the groups above as well. */
export const memberEndpoints: readonly Endpoint[] = [
  ...endpointsOf('group'),
  ...endpointsOf('project'),
];

function endpointsOf(type: Resource['type']): Endpoint[] {
  return [
    listEndpoint(type, 'members/all', effectiveMembers),
    listEndpoint(type, 'members', directMembers),
    showEndpoint(type, 'members/all/:user_id', effectiveMembership),
    showEndpoint(
      type,
      'members/:user_id',
      (state, resource, { userId }) =>
        state.memberships.find(resource, userId) ?? null,
    ),
  ];
}

function listEndpoint(
  type: Resource['type'],
  path: string,
  membersOf: (state: State, resource: Resource, now: Date) => Membership[],
): Endpoint {
  return openEndpoint({
    method: 'GET',
    path: `/${type}s/:id/${path}`,
    parameters: listParameters,
    handle(call): Answer {
      const resource = findResource(call, type, call.parameters.id);
      const members = membersOf(call.state, resource, call.now).filter(
        isAsked(call, call.parameters),
      );
      return pageAnswer(call, members, member => presentMember(call, member));
    },
  });
}

function showEndpoint(
  type: Resource['type'],
  path: string,
  memberOf: (
    state: State,
    resource: Resource,
    who: { userId: number; now: Date },
  ) => Membership | null,
): Endpoint {
  return openEndpoint({
    method: 'GET',
    path: `/${type}s/:id/${path}`,
    parameters: { id: required(text), user_id: required(integer) },
    handle(call): Answer {
      const resource = findResource(call, type, call.parameters.id);
      const member = memberOf(call.state, resource, {
        userId: call.parameters.user_id,
        now: call.now,
      });
      if (!member) {
        throw recordNotFound();
      }
      return jsonAnswer(200, presentMember(call, member));
    },
  });
}

function isAsked({ state }: Surroundings, asked: ListParameters) {
  const query = asked.query?.toLowerCase() ?? '';
  const wanted = asked.user_ids && new Set(asked.user_ids);
  const skipped = new Set(asked.skip_users);
  return ({ userId }: Membership): boolean => {
    const user = state.users.get(userId);
    const isFound =
      query === '' ||
      [user?.name, user?.username].some(words =>
        words?.toLowerCase().includes(query),
      );
    return (
      isFound &&
      asked.state !== 'awaiting' &&
      (!wanted || wanted.has(userId)) &&
      !skipped.has(userId)
    );
  };
}
