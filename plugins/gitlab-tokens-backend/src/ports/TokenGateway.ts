import { TokenKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { TokenHome, TokenRef, TokenSpec } from '../domain/TokenRef';
import { GitlabInstance } from './GitlabGateway';

export type {
  ServiceAccountHome,
  TokenHome,
  TokenRef,
  TokenSpec,
} from '../domain/TokenRef';

/** A token as GitLab tells it, without its value. */
export interface GitlabToken {
  kind: TokenKind;
  id: number;
  name: string;
  description: string | null;
  scopes: string[];
  state: 'active' | 'expired' | 'revoked';
  /** Access level; null for kinds that have none. */
  accessLevel: number | null;
  /** The user that it acts as; null for deploy tokens. */
  userId: number | null;
  /** The user name of a deploy token, which it must be used with; null for the others. */
  username: string | null;
  /** ISO timestamp; null for deploy tokens, of which GitLab does not tell it. */
  createdAt: string | null;
  /** `YYYY-MM-DD`; null: never. */
  expiresAt: string | null;
  /** ISO timestamp, to within ten minutes; null: never, or a deploy token. */
  lastUsedAt: string | null;
}

/** A token that was just made, with its value, which GitLab shows this once. */
export interface IssuedToken {
  token: GitlabToken;
  value: Secret;
}

/**
 * GitLab's tokens as seen with one credential. Every method throws a `GatewayError` and nothing else.
 *
 * Reading is repeated when GitLab has a passing fault. Writing is sent once: where no answer came, or none that says
 * whether it was done, the error is `GATEWAY_AMBIGUOUS`, and the caller has to look before anything is tried again.
 */
export interface TokenGateway {
  /** All tokens of a home, dead ones included, page by page in GitLab's order. */
  list(home: TokenHome): AsyncIterable<GitlabToken[]>;
  show(ref: TokenRef): Promise<GitlabToken>;
  issue(spec: TokenSpec): Promise<IssuedToken>;
  /**
   * Replaces a token by a new one of the same user, name, scopes and role. The old value is dead at once. Deploy
   * tokens cannot be rotated.
   */
  rotate(ref: TokenRef, expiresAt: string): Promise<IssuedToken>;
  /** The same for the credential of this gateway itself, which needs the scope `api` or `self_rotate`. */
  rotateSelf(expiresAt: string): Promise<IssuedToken>;
  /** A token that is revoked already counts as revoked. */
  revoke(ref: TokenRef): Promise<void>;
}

/** Makes gateways. `signal` ends every request that is still under way. */
export type ConnectTokens = (
  instance: GitlabInstance,
  credential: Secret,
  signal: AbortSignal,
) => TokenGateway;
