import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { GitlabInstance, GitlabResource, GitlabUser } from './GitlabGateway';
import { GitlabToken } from './TokenGateway';

/**
 * A token in the list of the whole instance, which says whose it is but not of what kind: personal, impersonation,
 * service account, or of the group or project that its bot user is named after.
 */
export type ListedToken = Omit<
  GitlabToken,
  'kind' | 'accessLevel' | 'username' | 'userId'
> & { userId: number };

/** A user, and what GitLab says of it beyond that. */
export interface DirectoryUser extends GitlabUser {
  /** Undefined for bots of which GitLab does not say whether they are service accounts. */
  serviceAccount?: boolean;
}

/**
 * What there is in a GitLab, as far as one credential sees it; lists come page by page in GitLab's order. Every step of an
 * iteration throws a `GatewayError` and nothing else.
 */
export interface DirectoryGateway {
  /** All groups below a group, however deep; not the group itself. */
  descendantGroups(groupPath: string): AsyncIterable<GitlabResource[]>;
  /** The projects of a group and of all groups below it; not those that are only shared with it. */
  projectsOf(groupPath: string): AsyncIterable<GitlabResource[]>;
  /**
   * The service accounts of a top-level group. None where GitLab says that there cannot be any; it says the same to
   * whoever is no Owner of the group.
   */
  serviceAccounts(groupId: number): AsyncIterable<GitlabUser[]>;
  /**
   * The personal family of tokens of all users, dead ones included. Only for administrators: GitLab shows everybody
   * else their own, and does not say so.
   */
  allTokens(): AsyncIterable<ListedToken[]>;
  /** The user of this name, whatever the case; undefined where the credential sees none. */
  user(username: string): Promise<GitlabUser | undefined>;
  /** All users. Only administrators see all of them. */
  allUsers(): AsyncIterable<DirectoryUser[]>;
}

/** Makes gateways. `signal` ends every request that is still under way. */
export type ConnectDirectory = (
  instance: GitlabInstance,
  credential: Secret,
  signal: AbortSignal,
) => DirectoryGateway;
