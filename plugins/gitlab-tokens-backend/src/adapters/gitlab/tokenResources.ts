import {
  DeployTokens,
  GroupAccessTokens,
  PersonalAccessTokens,
  ProjectAccessTokens,
  UserImpersonationTokens,
  Users,
} from '@gitbeaker/rest';
import {
  ServiceAccountHome,
  TokenHome,
  TokenSpec,
} from '../../ports/TokenGateway';
import { Page, pageOf, pageOptions, requestPage } from './pages';
import { ResourceOptions } from './resourceOptions';

/** The endpoints of one kind of token. Answers are as GitLab gave them, not yet parsed. */
export interface TokenResource {
  page(page: number): Promise<Page>;
  show(id: number): Promise<unknown>;
  create(spec: TokenSpec): Promise<unknown>;
  /** Undefined for deploy tokens, which GitLab cannot rotate. */
  rotate?(id: number, expiresAt: string): Promise<unknown>;
  revoke(id: number): Promise<unknown>;
}

/** The endpoints for the tokens of a home. */
export function tokenResource(
  home: TokenHome,
  options: ResourceOptions,
): TokenResource {
  switch (home.kind) {
    case 'group':
      return resourceTokens(new GroupAccessTokens(options), home.groupId);
    case 'project':
      return resourceTokens(new ProjectAccessTokens(options), home.projectId);
    case 'group-deploy':
      return deployTokens({ groupId: home.groupId }, options);
    case 'project-deploy':
      return deployTokens({ projectId: home.projectId }, options);
    case 'personal':
      return personalTokens(home.userId, options);
    case 'impersonation':
      return impersonationTokens(home.userId, options);
    default:
      return serviceAccountTokens(home, options);
  }
}

/** gitbeaker's unions of scopes are years behind GitLab's. */
const scopesOf = (spec: TokenSpec) => spec.scopes as never[];

/** What a spec holds beyond name and scopes, without what is not given. */
function optionsOf(spec: TokenSpec): Record<string, unknown> {
  const { expiresAt } = spec;
  const options = {
    expiresAt,
    description: 'description' in spec ? spec.description : undefined,
    accessLevel: 'accessLevel' in spec ? spec.accessLevel : undefined,
    username: 'username' in spec ? spec.username : undefined,
  };
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  );
}

function resourceTokens(
  tokens: GroupAccessTokens | ProjectAccessTokens,
  owner: number,
): TokenResource {
  return {
    page: async page => pageOf(await tokens.all(owner, pageOptions(page))),
    show: id => tokens.show(owner, id),
    create: spec => {
      const { expiresAt, ...options } = optionsOf(spec);
      // null is sent as null, although the type does not say so.
      const expiry = expiresAt as string;
      return tokens.create(owner, spec.name, scopesOf(spec), expiry, options);
    },
    rotate: (id, expiresAt) => tokens.rotate(owner, id, { expiresAt }),
    revoke: id => tokens.revoke(owner, id),
  };
}

function deployTokens(
  owner: { groupId: number } | { projectId: number },
  options: ResourceOptions,
): TokenResource {
  const tokens = new DeployTokens(options);
  return {
    page: async page =>
      pageOf(await tokens.all({ ...owner, ...pageOptions(page) })),
    show: id => tokens.show(id, owner),
    create: spec =>
      tokens.create(spec.name, scopesOf(spec), {
        ...owner,
        ...optionsOf(spec),
      }),
    revoke: id => tokens.remove(id, owner),
  };
}

function personalTokens(
  userId: number,
  options: ResourceOptions,
): TokenResource {
  const tokens = new PersonalAccessTokens(options);
  return {
    page: async page =>
      pageOf(await tokens.all({ userId, ...pageOptions(page) })),
    show: id => tokens.show({ tokenId: id }),
    create: spec =>
      tokens.create(userId, spec.name, scopesOf(spec), optionsOf(spec)),
    rotate: (id, expiresAt) => tokens.rotate(id, { expiresAt }),
    revoke: id => tokens.remove({ tokenId: id }),
  };
}

function impersonationTokens(
  userId: number,
  options: ResourceOptions,
): TokenResource {
  const tokens = new UserImpersonationTokens(options);
  const personal = new PersonalAccessTokens(options);
  return {
    page: async page => pageOf(await tokens.all(userId, pageOptions(page))),
    show: id => tokens.show(userId, id),
    create: spec =>
      tokens.create(userId, spec.name, scopesOf(spec), optionsOf(spec)),
    // They have no endpoint of their own for this.
    rotate: (id, expiresAt) => personal.rotate(id, { expiresAt }),
    revoke: id => tokens.revoke(userId, id),
  };
}

/** gitbeaker has no classes for most of these endpoints; the requester of any class without a prefix reaches them. */
function serviceAccountTokens(
  { userId, groupId, projectId }: ServiceAccountHome,
  options: ResourceOptions,
): TokenResource {
  if (groupId === undefined && projectId === undefined) {
    return personalTokens(userId, options);
  }
  const { requester } = new Users(options);
  const owner =
    groupId === undefined ? `projects/${projectId}` : `groups/${groupId}`;
  const path = `${owner}/service_accounts/${userId}/personal_access_tokens`;
  return {
    page: page => requestPage({ requester }, path, page),
    // There is no endpoint for one token but the personal one.
    show: id => new PersonalAccessTokens(options).show({ tokenId: id }),
    create: async spec => {
      const { name, scopes } = spec;
      const body = { name, scopes, ...optionsOf(spec) };
      return (await requester.post(path, { body })).body;
    },
    rotate: async (id, expiresAt) =>
      (await requester.post(`${path}/${id}/rotate`, { body: { expiresAt } }))
        .body,
    revoke: id => requester.delete(`${path}/${id}`),
  };
}
