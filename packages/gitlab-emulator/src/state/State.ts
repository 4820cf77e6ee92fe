import { MergeRequest } from '../repository/MergeRequest';
import { Repository } from '../repository/Repository';
import { Memberships } from './Memberships';
import { Table } from './Table';
import {
  DeployToken,
  Group,
  Project,
  Resource,
  Settings,
  Token,
  User,
  Variable,
} from './entities';
import { resourceKey } from './resourceKey';

/** Everything that the emulated GitLab knows, indexed for the lookups of its API. */
export class State {
  readonly users = new Table<User, 'username'>(
    'user',
    { username: user => user.username.toLowerCase() },
    {},
  );

  readonly groups = new Table<Group, 'path', 'parent'>(
    'group',
    { path: group => group.fullPath.toLowerCase() },
    { parent: group => group.parentId },
  );

  readonly projects = new Table<Project, 'path', 'group'>(
    'project',
    { path: project => project.fullPath.toLowerCase() },
    { group: project => project.groupId },
  );

  readonly tokens = new Table<Token, 'value', 'user' | 'resource' | 'previous'>(
    'token',
    { value: token => token.value },
    {
      user: token => token.userId,
      resource: token => token.resource && resourceKey(token.resource),
      previous: token => token.previousTokenId,
    },
  );

  readonly deployTokens = new Table<DeployToken, 'value', 'resource'>(
    'deploy token',
    { value: token => token.value },
    { resource: token => resourceKey(token.resource) },
  );

  readonly variables = new Table<Variable, 'key', 'resource'>(
    'variable',
    {
      key: variable =>
        JSON.stringify([
          resourceKey(variable.resource),
          variable.key,
          variable.environmentScope,
        ]),
    },
    { resource: variable => resourceKey(variable.resource) },
  );

  readonly mergeRequests = new Table<MergeRequest, never, 'project'>(
    'merge request',
    {},
    { project: request => request.projectId },
  );

  readonly memberships = new Memberships();

  private readonly repositories = new Map<number, Repository>();

  private uses = 0;

  constructor(readonly settings: Settings) {}

  /** How often usage data was written: what a reading request changes. */
  get usageCount(): number {
    return this.uses;
  }

  /** Writes down that a token was used. */
  recordUse(
    token: Token,
    use: Pick<Token, 'lastUsedAt' | 'lastUsedIps'>,
  ): void {
    Object.assign(token, use);
    this.uses += 1;
  }

  /** The repository of a project; an empty one where nothing was written yet. */
  repositoryOf(project: Project): Repository {
    const repository = this.repositories.get(project.id) ?? new Repository();
    this.repositories.set(project.id, repository);
    return repository;
  }

  /** The group itself and its ancestors, nearest first; for a project the groups above it. */
  groupsAbove(resource: Resource): Group[] {
    const chain: Group[] = [];
    let id =
      resource.type === 'group'
        ? resource.id
        : this.projects.get(resource.id)?.groupId ?? null;
    while (id !== null) {
      const group = this.groups.get(id);
      if (!group) {
        break;
      }
      chain.push(group);
      id = group.parentId;
    }
    return chain;
  }

  /** The group and all groups under it. */
  groupsBelow(group: Group): Group[] {
    return [
      group,
      ...this.groups
        .allBy('parent', group.id)
        .flatMap(child => this.groupsBelow(child)),
    ];
  }
}
