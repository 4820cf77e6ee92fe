import { Answer, emptyAnswer, jsonAnswer } from '../http/answer';
import { presentMember } from '../presenters/users';
import { MAINTAINER, OWNER, mayGrant } from '../state/access';
import { Membership, Resource } from '../state/entities';
import { Caller } from './authentication';
import { Endpoint, Surroundings, endpoint } from './endpoint';
import { forbidden, notFound, recordNotFound, refusal } from './errors';
import { date, integer, oneOf, text } from './parameterKinds';
import { required } from './parameters';
import { refuseIfModified } from './preconditions';
import { callerLevel, findResource } from './resources';

const changeParameters = {
  id: required(text),
  user_id: required(integer),
  access_level: required(oneOf(5, 10, 15, 20, 30, 40, 50)),
  expires_at: date,
};

/** Adding members to groups and projects, changing their roles, and removing them. */
export const memberChangeEndpoints: readonly Endpoint[] = (
  ['group', 'project'] as const
).flatMap(type => [
  addEndpoint(type),
  updateEndpoint(type),
  removeEndpoint(type),
]);

function addEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'POST',
    path: `/${type}s/:id/members`,
    parameters: changeParameters,
    handle(call): Answer {
      const { user_id: userId, access_level: accessLevel } = call.parameters;
      const resource = changeableResource(call, type);
      if (call.state.memberships.find(resource, userId)) {
        throw refusal(409, 'Member already exists');
      }
      if (!call.state.users.get(userId)) {
        throw notFound('User');
      }
      refuseHigherRole(callerLevel(call, resource), accessLevel);
      const member: Membership = {
        userId,
        resource,
        accessLevel,
        createdAt: call.now.toISOString(),
        expiresAt: call.parameters.expires_at ?? null,
        derived: false,
      };
      call.state.memberships.set(member);
      return jsonAnswer(201, presentMember(call, member));
    },
  });
}

function updateEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'PUT',
    path: `/${type}s/:id/members/:user_id`,
    parameters: changeParameters,
    handle(call): Answer {
      const { access_level: accessLevel, ...asked } = call.parameters;
      const resource = changeableResource(call, type);
      const member = directMember(call, resource, asked.user_id);
      refuseHigherRole(callerLevel(call, resource), accessLevel);
      const changed: Membership = {
        ...member,
        accessLevel,
        expiresAt: asked.expires_at ?? member.expiresAt,
        derived: false,
      };
      call.state.memberships.set(changed);
      return jsonAnswer(200, presentMember(call, changed));
    },
  });
}

/** Whoever is a member may leave; others need the role that manages members. */
function removeEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'DELETE',
    path: `/${type}s/:id/members/:user_id`,
    parameters: { id: required(text), user_id: required(integer) },
    handle(call): Answer {
      const { id, user_id: userId } = call.parameters;
      const resource = findResource(call, type, id);
      const member = directMember(call, resource, userId);
      refuseIfModified(call.request, member.createdAt);
      if (userId !== call.caller.user.id) {
        changeableResource(call, type);
      }
      call.state.memberships.delete(member);
      return emptyAnswer(204);
    },
  });
}

type Changing = Surroundings & { caller: Caller; parameters: { id: string } };

function changeableResource(call: Changing, type: Resource['type']): Resource {
  const resource = findResource(call, type, call.parameters.id);
  const needed = type === 'group' ? OWNER : MAINTAINER;
  if (callerLevel(call, resource) < needed) {
    throw forbidden();
  }
  return resource;
}

function refuseHigherRole(ownLevel: number, level: number): void {
  if (!mayGrant(ownLevel, level)) {
    throw forbidden();
  }
}

function directMember(
  { state }: Surroundings,
  resource: Resource,
  userId: number,
): Membership {
  const member = state.memberships.find(resource, userId);
  if (!member) {
    throw recordNotFound();
  }
  return member;
}
