import { TokenQuery } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Knex } from 'knex';

/** How a list is sorted: by a key that is never null, as an index has it, and then by the reference. */
export interface InventorySort {
  /** SQL. */
  key: string;
  order: 'asc' | 'desc';
}

/** Tokens without a date come last in both orders. */
export function inventorySort({ sort, order }: TokenQuery): InventorySort {
  const direction = order ?? 'asc';
  const nullsLast = (column: string) =>
    direction === 'asc'
      ? `coalesce(${column}, '~')`
      : `coalesce(${column}, '')`;
  const keys = {
    name: 'name_key',
    owner: 'owner_key',
    kind: 'kind',
    expiresAt: nullsLast('expires_at'),
    lastUsedAt: nullsLast('last_used_at'),
    createdAt: nullsLast('created_at'),
  };
  return { key: keys[sort ?? 'name'], order: direction };
}

/** One direction for both, so that an index can be walked either way. */
export function orderBySort(
  rows: Knex.QueryBuilder,
  { key, order }: InventorySort,
): Knex.QueryBuilder {
  return rows.orderByRaw(`${key} ${order}, ref ${order}`);
}

/** The rows that come after one in the order. */
export function whereAfter(
  rows: Knex.QueryBuilder,
  { key, order }: InventorySort,
  last: { sort_key: string; ref: string },
): void {
  const sign = order === 'asc' ? '>' : '<';
  rows.whereRaw(`(${key}, ref) ${sign} (?, ?)`, [last.sort_key, last.ref]);
}
