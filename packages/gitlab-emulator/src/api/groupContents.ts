import { presentGroup } from '../presenters/groups';
import { Group } from '../state/entities';
import { State } from '../state/State';
import { Endpoint, openEndpoint } from './endpoint';
import { groupListParameters, groupOrder, isAskedGroup } from './groups';
import { pageAnswer } from './pagination';
import { flag, text } from './parameterKinds';
import { required } from './parameters';
import {
  isAskedProject,
  presentListedProject,
  projectListParameters,
  projectOrder,
} from './projects';
import { findGroup } from './resources';

/** The projects and groups in a group. */
export const groupContentEndpoints: readonly Endpoint[] = [
  openEndpoint({
    method: 'GET',
    path: '/groups/:id/projects',
    parameters: {
      id: required(text),
      include_subgroups: flag,
      ...projectListParameters,
    },
    handle(call) {
      const { id, include_subgroups: isDeep, simple } = call.parameters;
      const group = findGroup(call, id);
      const groups = isDeep ? call.state.groupsBelow(group) : [group];
      const projects = groups
        .flatMap(inner => call.state.projects.allBy('group', inner.id))
        .filter(isAskedProject(call, call.parameters))
        .sort(projectOrder(call.parameters));
      return pageAnswer(call, projects, project =>
        presentListedProject(call, project, simple ?? false),
      );
    },
  }),
  groupsEndpoint('subgroups', (state, group) =>
    state.groups.allBy('parent', group.id),
  ),
  groupsEndpoint('descendant_groups', (state, group) =>
    state.groupsBelow(group).slice(1),
  ),
];

function groupsEndpoint(
  name: string,
  groupsIn: (state: State, group: Group) => Group[],
): Endpoint {
  return openEndpoint({
    method: 'GET',
    path: `/groups/:id/${name}`,
    parameters: { id: required(text), ...groupListParameters },
    handle(call) {
      const group = findGroup(call, call.parameters.id);
      const groups = groupsIn(call.state, group)
        .filter(isAskedGroup(call, call.parameters))
        .sort(groupOrder(call.parameters));
      return pageAnswer(call, groups, inner => presentGroup(call, inner));
    },
  });
}
