import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';

/** A GitLab instance, as an `integrations.gitlab[]` entry names it. */
export interface GitlabInstance {
  host: string;
  /** Base URL of the pages, without a slash at its end. */
  baseUrl: string;
  /** Base URL of the REST API, which ends with `/api/v4`. */
  apiBaseUrl: string;
}

/** What a token of the personal family says of itself. */
export interface SelfToken {
  id: number;
  name: string;
  description: string | null;
  scopes: string[];
  userId: number;
  active: boolean;
  revoked: boolean;
  createdAt: string;
  /** `YYYY-MM-DD`; null: never. */
  expiresAt: string | null;
  lastUsedAt: string | null;
}

/** A person, a bot or a service account. */
export interface GitlabUser {
  id: number;
  username: string;
  /** Undefined on instances that do not say. */
  bot?: boolean;
}

/** A group or a project. */
export interface GitlabResource {
  type: 'group' | 'project';
  id: number;
  /** Full path. */
  path: string;
}

/** A user's effective membership of a group or project. */
export interface GitlabMember {
  username: string;
  accessLevel: number;
}

/**
 * GitLab as seen with one credential. Every method throws a `GatewayError` and nothing else.
 */
export interface GitlabGateway {
  /** The credential itself; any scope will do. */
  self(): Promise<SelfToken>;
  /** The user that the credential acts as; needs `read_user`, `read_api` or `api`. */
  currentUser(): Promise<GitlabUser>;
  /** A group or project by its full path; needs `read_api` or `api`. */
  resource(type: GitlabResource['type'], path: string): Promise<GitlabResource>;
  /** A direct or inherited member; needs `read_api` or `api`. */
  member(resource: GitlabResource, userId: number): Promise<GitlabMember>;
}

/** Makes gateways. `signal` ends every request that is still under way. */
export type ConnectGitlab = (
  instance: GitlabInstance,
  credential: Secret,
  signal: AbortSignal,
) => GitlabGateway;
