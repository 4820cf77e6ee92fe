import { jsonAnswer } from '../http/answer';
import { presentGroup, presentGroupDetail } from '../presenters/groups';
import { presentProject } from '../presenters/projects';
import { accessLevelOf, canSeeGroup, canSeeProject } from '../state/access';
import { Group } from '../state/entities';
import { Caller } from './authentication';
import { Endpoint, Surroundings, openEndpoint } from './endpoint';
import { pageAnswer, pageParameters } from './pagination';
import { flag, integers, oneOf, text } from './parameterKinds';
import { ParameterValues, required } from './parameters';
import { findGroup, whoAsks } from './resources';

/** The parameters of every list of groups. */
export const groupListParameters = {
  skip_groups: integers,
  all_available: flag,
  visibility: oneOf('private', 'internal', 'public'),
  search: text,
  owned: flag,
  order_by: oneOf('name', 'path', 'id', 'similarity'),
  sort: oneOf('asc', 'desc'),
  min_access_level: oneOf(10, 15, 20, 30, 40, 50),
  top_level_only: flag,
  ...pageParameters,
};

type Asking = Surroundings & { caller: Caller | null };

export const groupEndpoints: readonly Endpoint[] = [
  openEndpoint({
    method: 'GET',
    path: '/groups',
    parameters: groupListParameters,
    handle(call) {
      const groups = call.state.groups
        .all()
        .filter(isAskedGroup(call, call.parameters))
        .sort(groupOrder(call.parameters));
      return pageAnswer(call, groups, group => presentGroup(call, group));
    },
  }),
  openEndpoint({
    method: 'GET',
    path: '/groups/:id',
    parameters: { id: required(text), with_projects: flag },
    handle(call) {
      const group = findGroup(call, call.parameters.id);
      const projects =
        call.parameters.with_projects === false
          ? null
          : visibleProjects(call, group);
      return jsonAnswer(200, presentGroupDetail(call, group, projects));
    },
  }),
];

function visibleProjects(call: Asking, group: Group) {
  return call.state.projects
    .allBy('group', group.id)
    .filter(project => canSeeProject(call.state, project, whoAsks(call)))
    .slice(0, 100)
    .map(project => presentProject(call, project, whoAsks(call).user));
}

/**
 * Whether a list with those parameters has a group in it. Unless all are asked for, people see the groups that they
 * are members of, and administrators all.
 */
export function isAskedGroup(
  call: Asking,
  asked: ParameterValues<typeof groupListParameters>,
) {
  const { state } = call;
  const who = whoAsks(call);
  const isAll = asked.all_available ?? (!who.user || who.user.admin);
  const minimum = asked.owned ? 50 : asked.min_access_level;
  const search = asked.search?.toLowerCase() ?? '';
  return (group: Group): boolean => {
    const asMember = who.user && {
      user: { ...who.user, admin: false },
      now: call.now,
    };
    const level = asMember
      ? accessLevelOf(state, { type: 'group', id: group.id }, asMember)
      : 0;
    return (
      (isAll && minimum === undefined
        ? canSeeGroup(state, group, who)
        : level >= (minimum ?? 1)) &&
      (!asked.visibility || group.visibility === asked.visibility) &&
      (!asked.top_level_only || group.parentId === null) &&
      !asked.skip_groups?.includes(group.id) &&
      [group.name, group.path].some(words =>
        words.toLowerCase().includes(search),
      )
    );
  };
}

/** By name, unless asked otherwise. */
export function groupOrder({
  order_by: by,
  sort,
}: ParameterValues<typeof groupListParameters>) {
  const direction = sort === 'desc' ? -1 : 1;
  const key = (group: Group) =>
    by === 'path' ? group.path : group.name.toLowerCase();
  return (one: Group, other: Group): number => {
    const byId = one.id - other.id;
    if (by === 'id' || key(one) === key(other)) {
      return direction * byId;
    }
    return direction * (key(one) < key(other) ? -1 : 1);
  };
}
