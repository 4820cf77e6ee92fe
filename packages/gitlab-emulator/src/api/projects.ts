import { jsonAnswer } from '../http/answer';
import {
  presentBasicProject,
  presentPermissions,
  presentProject,
  presentProjectDetail,
} from '../presenters/projects';
import { accessLevelOf, canSeeProject } from '../state/access';
import { Project } from '../state/entities';
import { Caller } from './authentication';
import { Endpoint, Surroundings, openEndpoint } from './endpoint';
import { pageAnswer, pageParameters } from './pagination';
import { flag, integer, oneOf, text } from './parameterKinds';
import { ParameterValues, required } from './parameters';
import { findProject, whoAsks } from './resources';

/** The parameters of every list of projects. */
export const projectListParameters = {
  order_by: oneOf(
    'id',
    'name',
    'path',
    'created_at',
    'updated_at',
    'last_activity_at',
  ),
  sort: oneOf('asc', 'desc'),
  archived: flag,
  visibility: oneOf('private', 'internal', 'public'),
  search: text,
  search_namespaces: flag,
  owned: flag,
  membership: flag,
  min_access_level: oneOf(10, 15, 20, 30, 40, 50),
  id_after: integer,
  id_before: integer,
  simple: flag,
  ...pageParameters,
};

type Asked = ParameterValues<typeof projectListParameters>;
type Asking = Surroundings & { caller: Caller | null };

export const projectEndpoints: readonly Endpoint[] = [
  openEndpoint({
    method: 'GET',
    path: '/projects',
    parameters: projectListParameters,
    handle(call) {
      const projects = call.state.projects
        .all()
        .filter(isAskedProject(call, call.parameters))
        .sort(projectOrder(call.parameters));
      return pageAnswer(call, projects, project =>
        presentListedProject(call, project, call.parameters.simple ?? false),
      );
    },
  }),
  openEndpoint({
    method: 'GET',
    path: '/projects/:id',
    parameters: { id: required(text) },
    handle(call) {
      const project = findProject(call, call.parameters.id);
      return jsonAnswer(
        200,
        call.caller
          ? presentProjectDetail(call, project, call.caller.user)
          : presentBasicProject(call, project),
      );
    },
  }),
];

/** A project as it stands in lists. */
export function presentListedProject(
  call: Asking,
  project: Project,
  isSimple: boolean,
) {
  return isSimple || !call.caller
    ? presentBasicProject(call, project)
    : {
        ...presentProject(call, project, call.caller.user),
        permissions: presentPermissions(call, project, call.caller.user),
      };
}

/** Whether a list with those parameters has a project in it. */
export function isAskedProject(call: Asking, asked: Asked) {
  const who = whoAsks(call);
  const asMember = {
    user: who.user && { ...who.user, admin: false },
    now: call.now,
  };
  const minimum =
    (asked.owned ? 50 : asked.min_access_level) ?? (asked.membership ? 1 : 0);
  const search = asked.search?.toLowerCase() ?? '';
  return (project: Project): boolean => {
    const resource = { type: 'project', id: project.id } as const;
    const places = [
      project.name,
      asked.search_namespaces ? project.fullPath : project.path,
    ];
    return (
      canSeeProject(call.state, project, who) &&
      accessLevelOf(call.state, resource, asMember) >= minimum &&
      asked.archived !== true &&
      (!asked.visibility || project.visibility === asked.visibility) &&
      (asked.id_after === undefined || project.id > asked.id_after) &&
      (asked.id_before === undefined || project.id < asked.id_before) &&
      places.some(words => words.toLowerCase().includes(search))
    );
  };
}

/** Newest first, unless asked otherwise. */
export function projectOrder({ order_by: by, sort }: Asked) {
  const direction = sort === 'asc' ? 1 : -1;
  const key = (project: Project) => {
    if (by === 'name' || by === 'path') {
      return project[by].toLowerCase();
    }
    return by === 'id' ? '' : project.createdAt;
  };
  return (one: Project, other: Project): number => {
    const [left, right] = [key(one), key(other)];
    if (left === right) {
      return direction * (one.id - other.id);
    }
    return direction * (left < right ? -1 : 1);
  };
}
