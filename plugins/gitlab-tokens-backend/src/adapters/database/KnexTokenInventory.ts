import { InventoryOwner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Knex } from 'knex';
import { InventoryToken, TokenRestriction } from '../../domain/InventoryToken';
import {
  DatedQuery,
  InventoryPage,
  OwnerOnHost,
  PlaceOnHost,
  TokenInventory,
} from '../../ports/TokenInventory';
import {
  InventorySelection,
  whereAllowed,
  whereInReach,
  whereMatches,
} from './inventoryConditions';
import { InventoryDialect, inventoryDialect } from './inventoryDialects';
import { EntityOwnerRows } from './EntityOwnerRows';
import { fromOwnerRow, OwnerRow } from './ownerRows';
import {
  fromTokenRow,
  ownerKey,
  OWNERS,
  READ_COLUMNS,
  TokenRow,
  TOKENS,
} from './inventoryRows';
import { inventorySort, orderBySort, whereAfter } from './inventorySort';
import { termGroupsOf } from './inventoryTerms';

/** Rows of an export that are read at once. */
const BATCH = 500;

/**
 * The inventory in the plugin's own database, built so that a page costs about the same with a thousand tokens and with
 * a hundred thousand.
 *
 * A page is looked for in two ways. Where many tokens match, a short walk along the index of the sort meets enough of
 * them: the page is right, but only so much of the total is known as was met on the way. Where the walk does not fill
 * the page, few match: then the index of terms gives all that can, and these are filtered, counted and sorted. Where
 * the database can tell quickly that few match, there is no walk.
 */
export class KnexTokenInventory implements TokenInventory {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #walkLength: number;
  readonly #dialect: InventoryDialect;
  readonly #entityOwners: EntityOwnerRows;

  constructor(
    knex: Knex,
    options: {
      now?: () => Date;
      /** How many rows the walk for a page of 50 may pass. */
      walkLength?: number;
    } = {},
  ) {
    this.#knex = knex;
    this.#now = options.now ?? (() => new Date());
    this.#walkLength = options.walkLength ?? 1_000;
    this.#dialect = inventoryDialect(knex);
    this.#entityOwners = new EntityOwnerRows(knex);
  }

  async query(
    query: DatedQuery,
    restriction?: TokenRestriction,
  ): Promise<InventoryPage> {
    const selection = { query, restriction };
    const { rows, ...counted } = await this.#find(selection);
    return { tokens: await this.#toTokens(rows, query.today), ...counted };
  }

  async *export(
    query: DatedQuery,
    restriction?: TokenRestriction,
  ): AsyncGenerator<InventoryToken[]> {
    const sort = inventorySort(query);
    let last: SortedRow | undefined;
    do {
      const next = this.#rows()
        .select(this.#knex.raw(`${sort.key} as sort_key`))
        .limit(BATCH);
      whereMatches(next, { query, restriction }, this.#dialect);
      if (last) {
        whereAfter(next, sort, last);
      }
      const rows: SortedRow[] = await orderBySort(next, sort);
      yield await this.#toTokens(rows, query.today);
      last = rows.length === BATCH ? rows[BATCH - 1] : undefined;
    } while (last);
  }

  async get(ref: string): Promise<InventoryToken | undefined> {
    const rows = await this.#rows().where({ ref });
    return (await this.#toTokens(rows, this.#today()))[0];
  }

  async belongingTo(
    places: PlaceOnHost[],
    restriction?: TokenRestriction,
  ): Promise<InventoryToken[]> {
    const rows = this.#rows()
      .whereIn(
        ['owner_key', 'owner_type', 'host'],
        places.map(({ host, type, path }) => [ownerKey(path), type, host]),
      )
      .orderBy(['environment', 'name_key', 'ref']);
    if (restriction) {
      rows.where(allowed => whereAllowed(allowed, restriction));
    }
    return this.#toTokens(await rows, this.#today());
  }

  async owners(environment?: string): Promise<InventoryOwner[]> {
    const rows = this.#knex<OwnerRow>(OWNERS)
      .select()
      .orderBy(['environment', 'owner_path', 'place']);
    if (environment !== undefined) {
      rows.where({ environment });
    }
    return (await rows).map(fromOwnerRow);
  }

  async entityOwners(owners: OwnerOnHost[]): Promise<string[][]> {
    const columns = owners.map(({ host, type, path }) => ({
      host,
      owner_type: type,
      owner_key: ownerKey(path),
    }));
    return columns.map(await this.#entityOwners.read(columns));
  }

  async #find(selection: InventorySelection): Promise<CountedRows> {
    const groups = termGroupsOf(selection.query);
    const rare =
      selection.query.search && groups.length > 0
        ? await this.#dialect.rareGroup(this.#knex, groups)
        : undefined;
    return rare
      ? this.#search(selection, [rare])
      : (await this.#walk(selection)) ?? this.#search(selection, groups);
  }

  /** Undefined where so few of the first rows match that the page is not full, or the only ones. */
  async #walk(selection: InventorySelection): Promise<CountedRows | undefined> {
    const { query } = selection;
    const { offset, limit } = query;
    const sort = inventorySort(query);
    const pages = Math.max(1, (offset + limit) / 50);
    const length = Math.ceil(this.#walkLength * pages);
    const reach = (columns: string) => {
      const rows = this.#knex(TOKENS).select(this.#knex.raw(columns));
      whereInReach(rows, query, sort.key);
      return orderBySort(rows, sort);
    };
    const rest = this.#knex.count('*').from(
      reach('1')
        .limit(length + 1)
        .as('reach'),
    );
    const page = this.#knex
      .from(reach('*').limit(length).as(TOKENS))
      .select(READ_COLUMNS)
      .select(this.#knex.raw('count(*) over () as total'))
      .select(rest.as('reached'))
      .offset(offset)
      .limit(limit);
    whereMatches(page, selection, this.#dialect);
    const rows: WalkedRow[] = await orderBySort(page, sort);
    if (rows.length === 0) {
      return undefined;
    }
    const total = Number(rows[0].total);
    const totalIsExact = Number(rows[0].reached) <= length;
    return totalIsExact || total > offset + limit
      ? { rows, total, totalIsExact }
      : undefined;
  }

  async #search(
    selection: InventorySelection,
    groups: number[][],
  ): Promise<CountedRows> {
    const { query } = selection;
    const sort = inventorySort(query);
    const hits = this.#dialect
      .rowsWithTerms(this.#knex, groups)
      .select('id', 'ref', this.#knex.raw(`${sort.key} as sort_key`));
    whereMatches(hits, selection, this.#dialect);
    const inOrder = { key: 'sort_key', order: sort.order };
    const page = orderBySort(this.#knex('hits').select(), inOrder)
      .offset(query.offset)
      .limit(query.limit);
    // The order of the sort's own index would be a walk past all the others.
    const found: FoundRow[] = await this.#knex
      .withMaterialized('hits', hits)
      .from(this.#knex('hits').count({ total: '*' }).as('counted'))
      .leftJoin(page.as('page'), this.#knex.raw('true'))
      .leftJoin(`${TOKENS} as token`, 'token.id', 'page.id')
      .select(READ_COLUMNS.map(column => `token.${column}`))
      .select('counted.total')
      .orderByRaw(`page.sort_key ${sort.order}, page.ref ${sort.order}`);
    return {
      rows: found.filter(row => row.id !== null) as TokenRow[],
      total: Number(found[0].total),
      totalIsExact: true,
    };
  }

  async #toTokens(rows: TokenRow[], today: string): Promise<InventoryToken[]> {
    const owners = await this.#entityOwners.read(rows);
    return rows.map(row => fromTokenRow(row, today, owners(row)));
  }

  #rows(): Knex.QueryBuilder<TokenRow, TokenRow[]> {
    return this.#knex(TOKENS).select(READ_COLUMNS);
  }

  #today(): string {
    return this.#now().toISOString().slice(0, 10);
  }
}

interface CountedRows {
  rows: TokenRow[];
  total: number;
  totalIsExact: boolean;
}

interface SortedRow extends TokenRow {
  sort_key: string;
}

interface WalkedRow extends TokenRow {
  total: number | string;
  reached: number | string;
}

/** Without a token where the page is empty. */
type FoundRow = { total: number | string } & (TokenRow | { id: null });
