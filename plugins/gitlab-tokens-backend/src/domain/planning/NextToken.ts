import {
  DeclaredCredential,
  Owner,
  PlannedToken,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokenHome, TokenSpec } from '../TokenRef';
import { levelOf, OldToken } from './OldToken';

/** The token that an operation makes, and where it will live. */
export interface NextToken {
  home: TokenHome;
  token: PlannedToken;
}

/** The owner of a token to be, with where its tokens of that kind live. */
export interface Place {
  home: TokenHome;
  owner: Owner;
}

/** A group or a project as a place for tokens of a kind; undefined for kinds that belong to users. */
export function resourcePlace(
  kind: TokenKind,
  owner: { type: 'group' | 'project'; id: number; path: string },
): Place | undefined {
  const { type, id, path } = owner;
  switch (kind) {
    case 'group':
    case 'group-deploy':
      return { home: { kind, groupId: id }, owner: { type, id, path } };
    case 'project':
    case 'project-deploy':
      return { home: { kind, projectId: id }, owner: { type, id, path } };
    default:
      return undefined;
  }
}

/**
 * The successor of a credential: what the configuration declares, and for the rest what it is now. So a new token
 * repairs drift: declared scopes that were missing come back, and surplus ones go.
 */
export function successor(
  old: OldToken,
  declared: DeclaredCredential,
  { place, expiresAt }: { place: Place; expiresAt: string },
): NextToken {
  const { home, owner } = place;
  const hasRole = home.kind === 'group' || home.kind === 'project';
  return {
    home,
    token: {
      kind: home.kind,
      owner,
      name: declared.name ?? old.name,
      scopes: declared.scopes ?? old.scopes,
      role: hasRole ? declared.role ?? old.role : null,
      expiresAt,
    },
  };
}

/** The same token with another value and expiry, as GitLab's rotation makes it; undefined where its owner is unknown. */
export function rotated(
  old: OldToken,
  expiresAt: string,
): NextToken | undefined {
  const { id, ...home } = old.ref;
  const { name, owner, scopes, role } = old;
  const kind = old.ref.kind;
  return owner
    ? { home, token: { kind, owner, name, scopes, role, expiresAt } }
    : undefined;
}

/** What GitLab is asked for; the operation adds its stamp. */
export function specOf({ home, token }: NextToken): TokenSpec {
  const { name, scopes, role, expiresAt } = token;
  const common = { name, scopes, expiresAt };
  const accessLevel = levelOf(role) ?? 0;
  switch (home.kind) {
    case 'group':
      return { kind: 'group', groupId: home.groupId, ...common, accessLevel };
    case 'project':
      return {
        kind: 'project',
        projectId: home.projectId,
        ...common,
        accessLevel,
      };
    case 'group-deploy':
      return { kind: 'group-deploy', groupId: home.groupId, ...common };
    case 'project-deploy':
      return { kind: 'project-deploy', projectId: home.projectId, ...common };
    default:
      return { ...home, ...common };
  }
}
