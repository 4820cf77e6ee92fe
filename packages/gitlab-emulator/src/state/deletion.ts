import { State } from './State';
import { Group, Project, Resource, User } from './entities';
import { resourceKey } from './resourceKey';

/** Deletes a user with its tokens and the projects in its namespace. */
export function deleteUser(state: State, user: User): void {
  state.projects
    .all()
    .filter(project => project.userId === user.id)
    .forEach(project => deleteProject(state, project));
  state.tokens
    .allBy('user', user.id)
    .forEach(token => state.tokens.delete(token));
  state.memberships
    .ofUser(user.id)
    .forEach(membership => state.memberships.delete(membership));
  state.users.delete(user);
}

/** Deletes a project and all that belongs to it. */
export function deleteProject(state: State, project: Project): void {
  deleteBelongings(state, { type: 'project', id: project.id });
  state.mergeRequests
    .allBy('project', project.id)
    .forEach(request => state.mergeRequests.delete(request));
  state.projects.delete(project);
}

/** Deletes a group with its subgroups and projects, and all that belongs to them. */
export function deleteGroup(state: State, group: Group): void {
  for (const doomed of state.groupsBelow(group).reverse()) {
    state.projects
      .allBy('group', doomed.id)
      .forEach(project => deleteProject(state, project));
    deleteBelongings(state, { type: 'group', id: doomed.id });
    state.groups.delete(doomed);
  }
}

function deleteBelongings(state: State, resource: Resource): void {
  const key = resourceKey(resource);
  const accounts = state.users
    .all()
    .filter(user => user.resource && resourceKey(user.resource) === key);
  const bots = state.tokens
    .allBy('resource', key)
    .flatMap(token => state.users.get(token.userId) ?? []);
  [...accounts, ...new Set(bots)].forEach(user => deleteUser(state, user));
  state.deployTokens
    .allBy('resource', key)
    .forEach(token => state.deployTokens.delete(token));
  state.variables
    .allBy('resource', key)
    .forEach(variable => state.variables.delete(variable));
  state.memberships
    .ofResource(resource)
    .forEach(membership => state.memberships.delete(membership));
}
