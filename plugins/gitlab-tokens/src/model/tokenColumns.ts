import { TokenSort } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/**
 * What the table of tokens can show beside their names, in this order: what matters most stands next to the name. The
 * environment stands below it.
 */
export const TOKEN_COLUMNS = [
  'state',
  'expiresAt',
  'lastUsedAt',
  'kind',
  'owner',
  'role',
  'scopes',
  'createdAt',
  'username',
  'tokenId',
] as const;

/** A column that can be left out. */
export type TokenColumn = (typeof TOKEN_COLUMNS)[number];

const RARE: readonly TokenColumn[] = ['createdAt', 'username', 'tokenId'];

/** Those that are shown while nobody has chosen. */
export const DEFAULT_COLUMNS: readonly TokenColumn[] = TOKEN_COLUMNS.filter(
  column => !RARE.includes(column),
);

const SORTS: Partial<Record<TokenColumn, TokenSort>> = {
  kind: 'kind',
  owner: 'owner',
  expiresAt: 'expiresAt',
  lastUsedAt: 'lastUsedAt',
  createdAt: 'createdAt',
};

/** What a column is sorted by; undefined: the backend cannot sort by it. */
export function sortOf(column: TokenColumn): TokenSort | undefined {
  return SORTS[column];
}

/** The columns that were kept, in the order of the table; without names that this version does not know. */
export function columnsOf(kept: unknown): readonly TokenColumn[] {
  return Array.isArray(kept)
    ? TOKEN_COLUMNS.filter(column => kept.includes(column))
    : DEFAULT_COLUMNS;
}

/** The columns with one more or one less. */
export function toggled(
  columns: readonly TokenColumn[],
  column: TokenColumn,
): readonly TokenColumn[] {
  return TOKEN_COLUMNS.filter(
    each => columns.includes(each) !== (each === column),
  );
}
