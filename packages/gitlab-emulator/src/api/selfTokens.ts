import { jsonAnswer } from '../http/answer';
import {
  presentGroupAssociation,
  presentProjectAssociation,
} from '../presenters/associations';
import { presentNewToken, presentPersonalToken } from '../presenters/tokens';
import { accessLevelOf } from '../state/access';
import { Caller } from './authentication';
import { Endpoint, Surroundings, endpoint } from './endpoint';
import { pageOf, pageParameters } from './pagination';
import { date, oneOf } from './parameterKinds';
import { revokeOwn, rotated } from './tokenChanges';

/** What a token can do with itself. */
export const selfTokenEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/personal_access_tokens/self',
    accepts: 'any',
    parameters: {},
    handle: call =>
      jsonAnswer(200, presentPersonalToken(call, call.caller.token, 'self')),
  }),
  endpoint({
    method: 'DELETE',
    path: '/personal_access_tokens/self',
    accepts: 'any',
    parameters: {},
    handle: call => revokeOwn(call, call.caller.token),
  }),
  endpoint({
    method: 'POST',
    path: '/personal_access_tokens/self/rotate',
    accepts: ['api', 'self_rotate'],
    parameters: { expires_at: date },
    handle: call =>
      jsonAnswer(200, presentNewToken(call, rotated(call, call.caller.token))),
  }),
  endpoint({
    method: 'GET',
    path: '/personal_access_tokens/self/associations',
    accepts: 'any',
    parameters: {
      min_access_level: oneOf(5, 10, 15, 20, 30, 40, 50),
      ...pageParameters,
    },
    handle(call) {
      const minimum = call.parameters.min_access_level ?? 1;
      const groups = pageOf(call, groupsOf(call, minimum));
      const projects = pageOf(call, projectsOf(call, minimum));
      return jsonAnswer(
        200,
        {
          groups: groups.shown.map(group =>
            presentGroupAssociation(call, group),
          ),
          projects: projects.shown.map(project =>
            presentProjectAssociation(call, project, call.caller.user),
          ),
        },
        projects.headers,
      );
    },
  }),
];

type Asking = Surroundings & { caller: Caller };

function groupsOf(call: Asking, minimum: number) {
  return call.state.groups
    .all()
    .map(group => ({ ...group, level: memberLevel(call, 'group', group.id) }))
    .filter(group => group.level >= minimum)
    .sort((one, other) => one.id - other.id);
}

function projectsOf(call: Asking, minimum: number) {
  return call.state.projects
    .all()
    .filter(({ id }) => memberLevel(call, 'project', id) >= minimum)
    .sort((one, other) => one.id - other.id);
}

/** What the caller is as a member: that somebody is an administrator does not count. */
function memberLevel(
  { state, now, caller }: Asking,
  type: 'group' | 'project',
  id: number,
): number {
  const user = { ...caller.user, admin: false };
  return accessLevelOf(state, { type, id }, { user, now });
}
