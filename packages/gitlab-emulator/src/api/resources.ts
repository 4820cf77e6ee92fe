import { accessLevelOf, canSeeGroup, canSeeProject } from '../state/access';
import { Group, Project, Resource } from '../state/entities';
import { State } from '../state/State';
import { Caller } from './authentication';
import { notFound } from './errors';

interface Asking {
  readonly state: State;
  readonly now: Date;
  readonly caller: Caller | null;
}

/** @throws ApiError (404) if there is none, or none that the caller may see */
export function findGroup(call: Asking, idOrPath: string): Group {
  const { groups } = call.state;
  const group = isId(idOrPath)
    ? groups.get(Number(idOrPath))
    : groups.findBy('path', idOrPath.toLowerCase());
  if (!group || !canSeeGroup(call.state, group, whoAsks(call))) {
    throw notFound('Group');
  }
  return group;
}

/** @throws ApiError (404) if there is none, or none that the caller may see */
export function findProject(call: Asking, idOrPath: string): Project {
  const { projects } = call.state;
  const project = isId(idOrPath)
    ? projects.get(Number(idOrPath))
    : projects.findBy('path', idOrPath.toLowerCase());
  if (!project || !canSeeProject(call.state, project, whoAsks(call))) {
    throw notFound('Project');
  }
  return project;
}

/** As `findGroup` or `findProject`, for endpoints that both have. */
export function findResource(
  call: Asking,
  type: Resource['type'],
  idOrPath: string,
): Resource {
  const { id } =
    type === 'group' ? findGroup(call, idOrPath) : findProject(call, idOrPath);
  return { type, id };
}

/** What the caller may do there. */
export function callerLevel(call: Asking, resource: Resource): number {
  return accessLevelOf(call.state, resource, whoAsks(call));
}

export function whoAsks({ caller, now }: Asking) {
  return { user: caller?.user ?? null, now };
}

function isId(text: string): boolean {
  return /^-?\d+$/.test(text);
}
