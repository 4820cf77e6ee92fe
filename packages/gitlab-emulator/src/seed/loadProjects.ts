import { Namespace, insertProject } from '../state/namespaces';
import { State } from '../state/State';
import { SeedError } from './SeedError';
import { NumberedSeed } from './numberSeed';
import { eachEntry } from './places';
import { normalTimestamp } from './time';

type ProjectEntry = NumberedSeed['projects'][number];

/** Inserts the projects. */
export function loadProjects(
  state: State,
  seed: NumberedSeed,
  now: string,
): void {
  eachEntry('projects', seed.projects, entry => {
    const project = insertProject(state, namespaceOf(state, entry), {
      id: entry.id,
      path: entry.path,
      name: entry.name ?? entry.path,
      visibility: entry.visibility,
      description: entry.description,
      defaultBranch: entry.defaultBranch,
      createdAt: normalTimestamp(entry.createdAt ?? now),
    });
    if (state.groups.findBy('path', project.fullPath.toLowerCase())) {
      throw new SeedError('a group has the same path');
    }
  });
}

function namespaceOf(
  state: State,
  { groupId, userId }: ProjectEntry,
): Namespace {
  if (groupId && userId) {
    throw new SeedError('has both a groupId and a userId');
  }
  const group = groupId ? state.groups.get(groupId) : undefined;
  const user = userId ? state.users.get(userId) : undefined;
  if (group) {
    return { group };
  }
  if (user) {
    return { user };
  }
  if (groupId || userId) {
    throw new SeedError(
      groupId ? `there is no group ${groupId}` : `there is no user ${userId}`,
    );
  }
  throw new SeedError('needs a groupId or a userId');
}
