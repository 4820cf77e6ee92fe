import {
  EndingToken,
  ObservedCredential,
  Owner,
  Role,
  ROLE_LEVELS,
  roleOfLevel,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { InventoryToken } from '../InventoryToken';
import { TokenHome, TokenRef } from '../TokenRef';

/** The token that an operation replaces or ends, as it was when it was last looked at. */
export interface OldToken {
  ref: TokenRef;
  name: string;
  owner: Owner | null;
  scopes: string[];
  role: Role | null;
  state: 'active' | 'expired' | 'revoked';
  /** Null for deploy tokens. */
  userId: number | null;
  /** Of those that act as a user, where it is known. */
  username: string | null;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

/** What GitLab tells when it is asked for one token; a subset of what the gateways give. */
export interface TokenReading {
  name: string;
  scopes: string[];
  state: OldToken['state'];
  expiresAt: string | null;
  lastUsedAt: string | null;
  /** Null where this way of asking does not tell it. */
  accessLevel: number | null;
}

/** A token with what GitLab says of it now. */
export function withReading(old: OldToken, reading: TokenReading): OldToken {
  const { accessLevel, ...now } = reading;
  const { name, scopes, state, expiresAt, lastUsedAt } = now;
  const role = accessLevel === null ? old.role : roleOfLevel(accessLevel);
  const told = { name, scopes, state, expiresAt, lastUsedAt };
  return { ...old, ...told, role: role ?? null };
}

/** The access level of its role; null for kinds that have none. */
export function levelOf(role: Role | null): number | null {
  return role && ROLE_LEVELS[role];
}

/** Where the token of an observation lives; undefined where the observation does not tell. */
export function homeOf(
  kind: TokenKind | null,
  { owner, userId }: Pick<ObservedCredential, 'owner' | 'userId'>,
): TokenHome | undefined {
  switch (kind) {
    case 'group':
    case 'group-deploy':
      return owner?.type === 'group' ? { kind, groupId: owner.id } : undefined;
    case 'project':
    case 'project-deploy':
      return owner?.type === 'project'
        ? { kind, projectId: owner.id }
        : undefined;
    case null:
      return undefined;
    default:
      return { kind, userId };
  }
}

/** A credential as an inspection has observed it, which GitLab accepted then. */
export function oldCredential(
  observed: ObservedCredential,
  home: TokenHome,
): OldToken {
  const { tokenId, name, owner, scopes, role, userId } = observed;
  const { username, expiresAt, lastUsedAt } = observed;
  const state = 'active';
  return {
    ref: { ...home, id: tokenId },
    ...{ name, owner, scopes, role, state },
    ...{ userId, username, expiresAt, lastUsedAt },
  };
}

/** A token as the inventory has it. */
export function oldTokenOf(token: InventoryToken, ref: TokenRef): OldToken {
  const { name, owner, scopes, role, state } = token;
  const { userId, username, expiresAt, lastUsedAt } = token;
  return {
    ref,
    ...{ name, owner, scopes, role, state },
    ...{ userId, username, expiresAt, lastUsedAt },
  };
}

/** What people are told of it. */
export function endingToken(old: OldToken): EndingToken {
  const { ref, name, owner, expiresAt, lastUsedAt } = old;
  return {
    tokenId: ref.id,
    kind: ref.kind,
    ...{ name, owner, expiresAt, lastUsedAt },
  };
}
