import { State } from '../state/State';
import { SeedError } from './SeedError';
import { NumberedSeed } from './numberSeed';
import { eachEntry } from './places';
import { normalTimestamp } from './time';

type ProjectEntry = NumberedSeed['projects'][number];

/** Inserts the projects; the owner of a personal namespace becomes an owner of the projects in it. */
export function loadProjects(
  state: State,
  seed: NumberedSeed,
  now: string,
): void {
  eachEntry('projects', seed.projects, entry => {
    const namespace = namespaceOf(state, entry);
    const name = entry.name ?? entry.path;
    const fullPath = `${namespace.path}/${entry.path}`;
    if (state.groups.findBy('path', fullPath.toLowerCase())) {
      throw new SeedError('a group has the same path');
    }
    const project = state.projects.insert({
      id: entry.id,
      path: entry.path,
      fullPath,
      name,
      fullName: `${namespace.name} / ${name}`,
      groupId: entry.groupId ?? null,
      userId: entry.userId ?? null,
      visibility: entry.visibility,
      description: entry.description,
      defaultBranch: entry.defaultBranch,
      createdAt: normalTimestamp(entry.createdAt ?? now),
    });
    if (project.userId !== null) {
      state.memberships.set({
        userId: project.userId,
        resource: { type: 'project', id: project.id },
        accessLevel: 50,
        createdAt: project.createdAt,
        expiresAt: null,
        derived: true,
      });
    }
  });
}

function namespaceOf(
  state: State,
  { groupId, userId }: ProjectEntry,
): { path: string; name: string } {
  if (groupId && userId) {
    throw new SeedError('has both a groupId and a userId');
  }
  const group = groupId ? state.groups.get(groupId) : undefined;
  if (group) {
    return { path: group.fullPath, name: group.fullName };
  }
  const user = userId ? state.users.get(userId) : undefined;
  if (user) {
    return { path: user.username, name: user.name };
  }
  if (groupId || userId) {
    throw new SeedError(
      groupId ? `there is no group ${groupId}` : `there is no user ${userId}`,
    );
  }
  throw new SeedError('needs a groupId or a userId');
}
