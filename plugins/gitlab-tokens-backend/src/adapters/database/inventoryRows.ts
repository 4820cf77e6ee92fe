import {
  isDeployKind,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { InventoryToken } from '../../domain/InventoryToken';
import { ListingFamily } from '../../ports/InventoryWriter';

export const TOKENS = 'gitlab_tokens_inventory';
export const TERMS = 'gitlab_tokens_inventory_terms';
export const OWNERS = 'gitlab_tokens_owners';
export const ENTITY_OWNERS = 'gitlab_tokens_entity_owners';

/** What GitLab tells of a token, in columns. PostgreSQL gives bigints as text, SQLite booleans as numbers. */
export interface TokenColumns {
  ref: string;
  environment: string;
  host: string;
  kind: TokenKind;
  owner_type: InventoryToken['owner']['type'];
  owner_id: number | string;
  owner_path: string | null;
  owner_key: string;
  token_id: number | string;
  name: string;
  name_key: string;
  description: string | null;
  scopes: string;
  role: InventoryToken['role'];
  revoked: boolean | number;
  user_id: number | string | null;
  username: string | null;
  created_at: string | null;
  expires_at: string | null;
  last_used_at: string | null;
  search: string;
  place: string;
  family: ListingFamily;
}

/** A row, without the terms that PostgreSQL keeps in it. */
export interface TokenRow extends TokenColumns {
  id: number;
  observed_at: string;
  generation: number | string;
}

/** All columns that make up a token; the others are for finding it. */
export const READ_COLUMNS = [
  ...['id', 'ref', 'environment', 'host', 'kind', 'name', 'description'],
  ...['owner_type', 'owner_id', 'owner_path', 'owner_key', 'token_id'],
  ...['scopes', 'role', 'revoked', 'user_id', 'username', 'observed_at'],
  ...['created_at', 'expires_at', 'last_used_at'],
];

/** Lower case, so that a search ignores the case, and without control characters, one of which separates the fields. */
export function searchable(text: string): string {
  return text.replace(/[^ -\u{10ffff}]/gu, ' ').toLowerCase();
}

/** GitLab's paths ignore the case; with the slash at its end a path is the beginning of everything below it. */
export function ownerKey(path: string | null): string {
  return path === null ? '' : `${path.toLowerCase()}/`;
}

export function toTokenColumns(
  token: Omit<InventoryToken, 'entityOwners' | 'observedAt'>,
  host: string,
  place: string,
): TokenColumns {
  const { owner, name, description, username, kind } = token;
  const fields = [name, description, username, owner.path];
  return {
    ref: token.ref,
    environment: token.environment,
    host,
    kind,
    owner_type: owner.type,
    owner_id: owner.id,
    owner_path: owner.path,
    owner_key: ownerKey(owner.path),
    token_id: token.tokenId,
    name,
    name_key: name.toLowerCase(),
    description,
    scopes: JSON.stringify(token.scopes),
    role: token.role,
    revoked: token.state === 'revoked',
    user_id: token.userId,
    username,
    created_at: isoTimestamp(token.createdAt),
    expires_at: token.expiresAt,
    last_used_at: isoTimestamp(token.lastUsedAt),
    search: fields
      .filter(field => field !== null)
      .map(searchable)
      .join('\u001f'),
    place,
    family: familyOf(kind),
  };
}

export function fromTokenRow(
  row: TokenRow,
  today: string,
  entityOwners: string[],
): InventoryToken {
  return {
    ref: row.ref,
    environment: row.environment,
    kind: row.kind,
    owner: {
      type: row.owner_type,
      id: Number(row.owner_id),
      path: row.owner_path,
    },
    tokenId: Number(row.token_id),
    name: row.name,
    description: row.description,
    scopes: JSON.parse(row.scopes),
    role: row.role,
    state: stateOf(row, today),
    userId: row.user_id === null ? null : Number(row.user_id),
    username: row.username,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    entityOwners,
    observedAt: row.observed_at,
  };
}

/** A token stops working at midnight, whether or not GitLab was asked since. */
function stateOf({ revoked, expires_at }: TokenRow, today: string) {
  if (revoked) {
    return 'revoked';
  }
  return expires_at !== null && expires_at <= today ? 'expired' : 'active';
}

function familyOf(kind: TokenKind): ListingFamily {
  if (isDeployKind(kind)) {
    return 'deploy';
  }
  return kind === 'service-account' ? 'service-account' : 'access';
}

/** Sorted as text, all timestamps need the same form. */
function isoTimestamp(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
