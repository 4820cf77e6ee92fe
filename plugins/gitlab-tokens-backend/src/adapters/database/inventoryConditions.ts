import { Knex } from 'knex';
import { TokenRestriction } from '../../domain/InventoryToken';
import { DatedQuery } from '../../ports/TokenInventory';
import { InventoryDialect } from './inventoryDialects';
import { ENTITY_OWNERS, ownerKey, searchable } from './inventoryRows';

type Rows = Knex.QueryBuilder;

const DAY = 24 * 60 * 60 * 1000;

/** What is asked for, and what the asker may see. */
export interface InventorySelection {
  query: DatedQuery;
  restriction?: TokenRestriction;
}

/** What a row must be like, apart from the offset and the limit. It is exact, whatever the index of terms finds. */
export function whereMatches(
  rows: Rows,
  { query, restriction }: InventorySelection,
  { position }: InventoryDialect,
): void {
  const { environment, kind, role, owner, scope, state, search } = query;
  // Not LIKE, in which some characters mean something, and which ignores the case of some letters in SQLite.
  const whereContains = (column: string, text: string) =>
    rows.whereRaw(`${position}(${column}, ?) > 0`, [text]);
  whereAmong(rows, { environment, kind, role });
  if (owner?.length) {
    rows.where(any => owner.forEach(each => orWhereWithin(any, each)));
  }
  for (const each of scope ?? []) {
    whereContains('scopes', JSON.stringify(each));
  }
  if (state?.length) {
    rows.where(any =>
      state.forEach(each =>
        any.orWhere(one => whereState(one, each, query.today)),
      ),
    );
  }
  if (query.expiresWithinDays !== undefined) {
    const last = dayAfter(query.today, query.expiresWithinDays);
    rows
      .where('revoked', false)
      .where('expires_at', '>', query.today)
      .where('expires_at', '<=', last);
  }
  if (search) {
    whereContains('search', searchable(search));
  }
  if (restriction) {
    rows.where(allowed => whereAllowed(allowed, restriction));
  }
}

/**
 * Those of the conditions that say where in the order of the sort the rows stand, so that a walk begins there and not
 * at the first token of all.
 *
 * @param key - what is sorted by, as the index has it
 */
export function whereInReach(rows: Rows, query: DatedQuery, key: string): void {
  const { sort, owner, kind, state, today, expiresWithinDays } = query;
  if (sort === 'kind') {
    whereAmong(rows, { kind });
  }
  if (sort === 'owner' && owner?.length === 1) {
    orWhereWithin(rows, owner[0]);
  }
  if (sort !== 'expiresAt') {
    return;
  }
  const onlyState = state?.length === 1 ? state[0] : undefined;
  const isAscending = query.order !== 'desc';
  if (expiresWithinDays !== undefined) {
    rows
      .whereRaw(`${key} > ?`, [today])
      .whereRaw(`${key} <= ?`, [dayAfter(today, expiresWithinDays)]);
  } else if (onlyState === 'active' && isAscending) {
    rows.whereRaw(`${key} > ?`, [today]);
  } else if (onlyState === 'expired') {
    rows.whereRaw(`${key} <= ?`, [today]);
  }
}

function whereAmong(
  rows: Rows,
  columns: Record<string, string[] | undefined>,
): void {
  for (const [column, values] of Object.entries(columns)) {
    if (values?.length) {
      rows.whereIn(column, values);
    }
  }
}

/** A group or project with everything below it, or a user. */
function orWhereWithin(rows: Rows, owner: string): void {
  const first = ownerKey(owner);
  // The character after the slash: it stands behind everything that begins with the path and a slash.
  const end = `${first.slice(0, -1)}0`;
  rows.orWhere(within =>
    within.where('owner_key', '>=', first).where('owner_key', '<', end),
  );
}

function whereState(
  rows: Rows,
  state: 'active' | 'expired' | 'revoked',
  today: string,
): void {
  rows.where('revoked', state === 'revoked');
  if (state === 'expired') {
    rows.where('expires_at', '<=', today);
  } else if (state === 'active') {
    rows.where(alive =>
      alive.whereNull('expires_at').orWhere('expires_at', '>', today),
    );
  }
}

/** What the permission framework lets somebody see. */
export function whereAllowed(rows: Rows, restriction: TokenRestriction): void {
  if ('anyOf' in restriction) {
    restriction.anyOf.forEach(each =>
      rows.orWhere(one => whereAllowed(one, each)),
    );
  } else if ('allOf' in restriction) {
    restriction.allOf.forEach(each =>
      rows.where(one => whereAllowed(one, each)),
    );
  } else if ('not' in restriction) {
    rows.whereNot(one => whereAllowed(one, restriction.not));
  } else if (restriction.rule === 'IS_IN_ENVIRONMENT') {
    rows.whereIn('environment', restriction.environments);
  } else if (restriction.rule === 'HAS_KIND') {
    rows.whereIn('kind', restriction.kinds);
  } else {
    const { claims } = restriction;
    rows.whereIn(['owner_key', 'owner_type', 'host'], owned =>
      owned
        .select('owner_key', 'owner_type', 'host')
        .from(ENTITY_OWNERS)
        .whereIn('entity_owner', claims),
    );
  }
}

function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY)
    .toISOString()
    .slice(0, 10);
}
