import {
  DeployToken,
  Group,
  Project,
  Resource,
  Token,
  User,
  Variable,
} from '../state/entities';
import { State } from '../state/State';
import { dumpRepository } from './repositories';
import { Seed, TABLES_WITH_LAST_IDS } from './schema';
import { seedTimestamp } from './time';

/** Writes a state in the seed's form, so that the state built from it again is the same. */
export function dumpState(state: State, standsAt: Date | null): Seed {
  return {
    ...(standsAt && { now: seedTimestamp(standsAt.toISOString()) }),
    settings: { ...state.settings },
    users: byId(state.users).map(dumpUser),
    groups: byId(state.groups).map(group => dumpGroup(state, group)),
    projects: byId(state.projects).map(project => dumpProject(state, project)),
    tokens: byId(state.tokens).map(dumpToken),
    deployTokens: byId(state.deployTokens).map(dumpDeployToken),
    variables: byId(state.variables).map(dumpVariable),
    mergeRequests: byId(state.mergeRequests).map(request => ({
      ...request,
      labels: [...request.labels],
    })),
    lastIds: Object.fromEntries(
      TABLES_WITH_LAST_IDS.map(table => [table, state[table].lastId]),
    ),
  };
}

function byId<Row extends { id: number }>(table: { all(): Row[] }): Row[] {
  return table.all().sort((one, other) => one.id - other.id);
}

function dumpResource(resource: Resource | null) {
  if (!resource) {
    return {};
  }
  return resource.type === 'group'
    ? { groupId: resource.id }
    : { projectId: resource.id };
}

function dumpUser({ resource, serviceAccount, ...user }: User) {
  return {
    ...user,
    createdAt: seedTimestamp(user.createdAt),
    ...(serviceAccount && { serviceAccount }),
    ...dumpResource(resource),
  };
}

function dumpMembers(state: State, resource: Resource) {
  return state.memberships
    .ofResource(resource)
    .filter(member => !member.derived)
    .map(member => ({
      userId: member.userId,
      accessLevel: member.accessLevel,
      createdAt: seedTimestamp(member.createdAt),
      expiresAt: member.expiresAt,
    }));
}

function dumpGroup(state: State, group: Group) {
  return {
    id: group.id,
    path: group.path,
    name: group.name,
    parentId: group.parentId,
    visibility: group.visibility,
    description: group.description,
    createdAt: seedTimestamp(group.createdAt),
    members: dumpMembers(state, { type: 'group', id: group.id }),
  };
}

function dumpProject(state: State, project: Project) {
  return {
    id: project.id,
    path: project.path,
    name: project.name,
    groupId: project.groupId,
    userId: project.userId,
    visibility: project.visibility,
    description: project.description,
    defaultBranch: project.defaultBranch,
    createdAt: seedTimestamp(project.createdAt),
    members: dumpMembers(state, { type: 'project', id: project.id }),
    ...dumpCode(state, project),
  };
}

function dumpCode(state: State, project: Project) {
  const repository = state.repositoryOf(project);
  return repository.isEmpty ? {} : { repository: dumpRepository(repository) };
}

function dumpToken({ resource, accessLevel, ...token }: Token) {
  return {
    ...token,
    ...dumpResource(resource),
    ...(accessLevel !== null && { accessLevel: accessLevel }),
    scopes: [...token.scopes],
    createdAt: seedTimestamp(token.createdAt),
    lastUsedAt: token.lastUsedAt && seedTimestamp(token.lastUsedAt),
    lastUsedIps: [...token.lastUsedIps],
  };
}

function dumpDeployToken({ resource, ...token }: DeployToken) {
  return {
    ...token,
    ...dumpResource(resource),
    scopes: [...token.scopes],
  };
}

function dumpVariable({ id, resource, ...variable }: Variable) {
  return {
    ...dumpResource(resource),
    ...variable,
    updatedAt: seedTimestamp(variable.updatedAt),
  };
}
