import { State } from './State';
import { Group, Project, User } from './entities';

/** Where a project is: in a group, or in the namespace of a user. */
export type Namespace =
  | { readonly group: Group; readonly user?: undefined }
  | { readonly user: User; readonly group?: undefined };

type GroupPlan = Omit<Group, 'fullPath' | 'fullName' | 'parentId'>;

type ProjectPlan = Omit<
  Project,
  'fullPath' | 'fullName' | 'groupId' | 'userId'
>;

/** Whether GitLab takes that for the path of a group or a project, or for a user name. */
export function isPathSegment(text: string): boolean {
  return /^[\w.][\w.+-]*$/.test(text);
}

/** Inserts a group under its parent, or at the top. @throws DuplicateKeyError if its path is taken */
export function insertGroup(
  state: State,
  parent: Group | null,
  plan: GroupPlan,
): Group {
  return state.groups.insert({
    ...plan,
    fullPath: parent ? `${parent.fullPath}/${plan.path}` : plan.path,
    fullName: parent ? `${parent.fullName} / ${plan.name}` : plan.name,
    parentId: parent?.id ?? null,
  });
}

/**
 * Inserts a project; the owner of a personal namespace becomes an owner of the projects in it.
 *
 * @throws DuplicateKeyError if its path is taken
 */
export function insertProject(
  state: State,
  { group, user }: Namespace,
  plan: ProjectPlan,
): Project {
  const path = group ? group.fullPath : user.username;
  const name = group ? group.fullName : user.name;
  const project = state.projects.insert({
    ...plan,
    fullPath: `${path}/${plan.path}`,
    fullName: `${name} / ${plan.name}`,
    groupId: group?.id ?? null,
    userId: user?.id ?? null,
  });
  if (user) {
    state.memberships.set({
      userId: user.id,
      resource: { type: 'project', id: project.id },
      accessLevel: 50,
      createdAt: project.createdAt,
      expiresAt: null,
      derived: true,
    });
  }
  return project;
}

/** Whether a group, a project or (at the top) a user already answers to that path. */
export function isPathTaken(state: State, fullPath: string): boolean {
  const path = fullPath.toLowerCase();
  return [
    state.groups.findBy('path', path),
    state.projects.findBy('path', path),
    state.users.findBy('username', path),
  ].some(found => found !== undefined);
}
