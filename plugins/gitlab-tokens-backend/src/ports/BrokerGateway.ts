import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { GitlabInstance, GitlabResource } from './GitlabGateway';

/** What a broker's credential is. */
export interface BrokerSelf {
  tokenId: number;
  userId: number;
  username: string;
  /**
   * Whether its user is an administrator. Where the instance demands admin mode, the token acts as one only with the
   * scope `admin_mode`, which GitLab does not tell beforehand.
   */
  isAdmin: boolean;
  /** Whether it is the bot of a group or project token, which can make and rotate no other tokens. */
  isBot: boolean;
  /** Whether it is another user that is no person: of GitLab's own, or a service account, which may what its role may. */
  isServiceAccount: boolean;
  scopes: string[];
  /** `YYYY-MM-DD`; null: never. */
  expiresAt: string | null;
  active: boolean;
}

/** A group or project, and what the broker is in it. */
export interface BrokerAccess {
  resource: GitlabResource;
  /** The effective access level; null: no member. An administrator may everything, and is mostly no member. */
  accessLevel: number | null;
}

/**
 * What a broker's credential is and may, for telling beforehand whether it can do something. Every method throws a
 * `GatewayError` and nothing else.
 */
export interface BrokerGateway {
  /** The credential and its user; needs `read_user`, `read_api` or `api`. */
  describe(): Promise<BrokerSelf>;
  /** A group or project by its full path; needs `read_api` or `api`. `GATEWAY_NOT_FOUND`: it may not see it. */
  accessLevel(resource: {
    type: GitlabResource['type'];
    path: string;
  }): Promise<BrokerAccess>;
  /** Whether this is the Enterprise Edition; null: an instance that does not say. */
  isEnterprise(): Promise<boolean | null>;
}

/** Makes gateways. `signal` ends every request that is still under way. */
export type ConnectBroker = (
  instance: GitlabInstance,
  credential: Secret,
  signal: AbortSignal,
) => BrokerGateway;
