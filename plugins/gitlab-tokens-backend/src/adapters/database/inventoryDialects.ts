import { Knex } from 'knex';
import { TERMS, TOKENS } from './inventoryRows';

/** A row that was written, and the terms by which it is to be found. */
export interface RowTerms {
  id: number;
  terms: number[];
}

/** What the databases do each in their own way: the index of terms, and looking for a text. */
export interface InventoryDialect {
  /** The function that gives a text's position in another one, or 0. */
  position: string;
  /** One of the groups of terms that so few rows have that looking at these is all that is needed. */
  rareGroup(knex: Knex, groups: number[][]): Promise<number[] | undefined>;
  /** Rows that have one term of every group, and maybe a few others. */
  rowsWithTerms(knex: Knex, groups: number[][]): Knex.QueryBuilder;
  /** The terms as far as they are kept in the row itself. */
  termColumns(terms: number[]): object;
  /** The terms as far as they are not. */
  indexTerms(trx: Knex.Transaction, rows: RowTerms[]): Promise<void>;
  /** To be called before the rows are removed; `ids` selects them. */
  forgetTerms(trx: Knex.Transaction, ids: Knex.QueryBuilder): Promise<void>;
}

/** An inverted index on an array, which needs no extension. */
const POSTGRES: InventoryDialect = {
  position: 'strpos',
  // It compares the lists of all terms by itself, beginning with the shortest.
  rareGroup: async () => undefined,
  rowsWithTerms(knex, groups) {
    const rows = knex.from(TOKENS);
    const single = groups.filter(group => group.length === 1).flat();
    if (single.length > 0) {
      rows.whereRaw('terms @> ?::integer[]', [arrayText(single)]);
    }
    for (const group of groups.filter(each => each.length > 1)) {
      rows.whereRaw('terms && ?::integer[]', [arrayText(group)]);
    }
    return rows;
  },
  termColumns: terms => ({ terms: arrayText(terms) }),
  indexTerms: async () => {},
  forgetTerms: async () => {},
};

/** So many rows are read faster than the list of another, frequent term. */
const FEW = 300;

/** A full-text table that keeps nothing but its index. */
const SQLITE: InventoryDialect = {
  position: 'instr',
  // It reads the lists of all terms that it is given, so that one rare term alone is best.
  async rareGroup(knex, groups) {
    const counts = groups.map((group, index) =>
      knex
        .count('*')
        .from(
          knex(TERMS)
            .select('rowid')
            .whereRaw(`${TERMS} match ?`, [anyOf(group)])
            .limit(FEW)
            .as('found'),
        )
        .as(`group_${index}`),
    );
    const [counted] = await knex.select(counts);
    const sizes = groups.map((_, index) => Number(counted[`group_${index}`]));
    const rarest = sizes.indexOf(Math.min(...sizes));
    return sizes[rarest] < FEW ? groups[rarest] : undefined;
  },
  rowsWithTerms(knex, groups) {
    if (groups.length === 0) {
      return knex.from(TOKENS);
    }
    const found = knex(TERMS)
      .select('rowid as found_id')
      .whereRaw(`${TERMS} match ?`, [groups.map(anyOf).join(' AND ')]);
    // A cross join is SQLite's way of saying which index comes first; by itself it may take the one of the kinds.
    return knex
      .from(found.as('found'))
      .joinRaw(`cross join ${TOKENS} on ${TOKENS}.id = found.found_id`);
  },
  termColumns: () => ({}),
  async indexTerms(trx, rows) {
    for (const { id, terms } of rows) {
      await trx.raw(
        `insert or replace into ${TERMS}(rowid, terms) values (?, ?)`,
        [id, terms.map(word).join(' ')],
      );
    }
  },
  async forgetTerms(trx, ids) {
    await trx(TERMS).whereIn('rowid', ids).delete();
  },
};

export function inventoryDialect(knex: Knex): InventoryDialect {
  return knex.client.config.client === 'pg' ? POSTGRES : SQLITE;
}

function arrayText(terms: number[]): string {
  return `{${terms.join(',')}}`;
}

/** Letters, so that no word of the query language is among them. */
function word(term: number): string {
  return `t${(term >>> 0).toString(36)}`;
}

function anyOf(group: number[]): string {
  return `(${group.map(word).join(' OR ')})`;
}
