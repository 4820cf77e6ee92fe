import { Problem } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Knex } from 'knex';
import {
  EVERYBODY,
  ListedInventoryToken,
  Listing,
  ListingFamily,
  ListingScope,
} from '../../ports/InventoryWriter';
import { InventoryDialect } from './inventoryDialects';
import {
  OWNERS,
  TokenColumns,
  TokenRow,
  TOKENS,
  toTokenColumns,
} from './inventoryRows';
import { termsOf } from './inventoryTerms';
import { placeOf } from './ownerRows';

/** Rows that are written at once. */
const BATCH = 100;

/** A listing and its place among those of the environment. */
export interface KnexListingOptions {
  knex: Knex;
  dialect: InventoryDialect;
  now: () => Date;
  scope: ListingScope;
  /** The number of the listing: what has a higher one was listed later. */
  generation: number;
}

/**
 * A listing that is under way: each batch is written as it comes, with the listing's number, and what still has a
 * lower number at the end is gone in GitLab.
 */
export class KnexListing implements Listing {
  readonly #options: KnexListingOptions;

  constructor(options: KnexListingOptions) {
    this.#options = options;
  }

  async add(tokens: ListedInventoryToken[]): Promise<void> {
    const { host } = this.#options.scope;
    const entries = tokens.map(({ token, place }) => {
      const columns = toTokenColumns(token, host, placeOf(place));
      return { token, columns };
    });
    // While GitLab's pages are read, a token can move from one to the next and come twice.
    const distinct = [
      ...new Map(entries.map(each => [each.columns.ref, each])).values(),
    ];
    for (let index = 0; index < distinct.length; index += BATCH) {
      await this.#addBatch(distinct.slice(index, index + BATCH));
    }
  }

  async complete(): Promise<void> {
    const { knex, scope } = this.#options;
    await knex.transaction(async trx => {
      await this.#removeGone(trx, scope.families);
      await this.#finish(trx, { listed_at: this.#time(), problem: null });
    });
  }

  async fail(problem: Problem, listed: ListingFamily[] = []): Promise<void> {
    const { knex } = this.#options;
    await knex.transaction(async trx => {
      await this.#removeGone(trx, listed);
      await this.#finish(trx, { problem: JSON.stringify(problem) });
    });
  }

  async #addBatch(entries: Entry[]): Promise<void> {
    const { knex } = this.#options;
    await knex.transaction(async trx => {
      const refs = entries.map(({ columns }) => columns.ref);
      const known = await trx<TokenRow>(TOKENS).whereIn('ref', refs);
      const rows = new Map(known.map(row => [row.ref, row]));
      const unchanged = new Set(
        entries.filter(({ columns }) =>
          hasColumns(rows.get(columns.ref), columns),
        ),
      );
      await this.#renew(trx, [...unchanged]);
      await this.#write(
        trx,
        entries.filter(each => !unchanged.has(each)),
      );
    });
  }

  /** Most rows of most listings: nothing that an index is made of is touched. */
  async #renew(trx: Knex.Transaction, entries: Entry[]): Promise<void> {
    const { generation } = this.#options;
    if (entries.length > 0) {
      await trx(TOKENS)
        .whereIn(
          'ref',
          entries.map(({ columns }) => columns.ref),
        )
        .where('generation', '<=', generation)
        .update({ generation, observed_at: this.#time() });
    }
  }

  async #write(trx: Knex.Transaction, entries: Entry[]): Promise<void> {
    const { dialect, generation } = this.#options;
    if (entries.length === 0) {
      return;
    }
    const terms = new Map(
      entries.map(({ token, columns }) => [
        columns.ref,
        termsOf(token, columns.search),
      ]),
    );
    const written: { id: number; ref: string }[] = await trx(TOKENS)
      .insert(
        entries.map(({ columns }) => ({
          ...columns,
          ...dialect.termColumns(terms.get(columns.ref)!),
          generation,
          observed_at: this.#time(),
        })),
      )
      .onConflict('ref')
      .merge()
      // What a later listing has brought stays.
      .where(`${TOKENS}.generation`, '<=', generation)
      .returning(['id', 'ref']);
    await dialect.indexTerms(
      trx,
      written.map(({ id, ref }) => ({ id, terms: terms.get(ref)! })),
    );
  }

  async #removeGone(
    trx: Knex.Transaction,
    families: ListingFamily[],
  ): Promise<void> {
    const { dialect, generation, scope } = this.#options;
    const { environment, owner } = scope;
    const gone = () => {
      const rows = trx<TokenRow>(TOKENS)
        .where({ environment })
        .whereIn('family', families)
        .where('generation', '<', generation);
      return placeOf(owner) === placeOf(EVERYBODY)
        ? rows
        : rows.where({ place: placeOf(owner) });
    };
    await dialect.forgetTerms(trx, gone().select('id'));
    await gone().delete();
  }

  async #finish(
    trx: Knex.Transaction,
    columns: { listed_at?: string; problem: string | null },
  ): Promise<void> {
    const { environment, owner } = this.#options.scope;
    const place = placeOf(owner);
    const owners = () => trx(OWNERS).where({ environment });
    await owners()
      .where({ place })
      .update({ ...columns, tried_at: this.#time() });
    const counted = trx(TOKENS)
      .count('*')
      .where({ environment })
      .where('place', trx.ref(`${OWNERS}.place`));
    if (place !== placeOf(EVERYBODY)) {
      await owners().where({ place }).update({ tokens: counted });
      return;
    }
    await owners().update({ tokens: counted });
    const places = owners().select('place');
    const others = trx(TOKENS)
      .count('*')
      .where({ environment })
      .whereNotIn('place', places);
    await owners().where({ place }).update({ tokens: others });
  }

  #time(): string {
    return this.#options.now().toISOString();
  }
}

interface Entry {
  token: ListedInventoryToken['token'];
  columns: TokenColumns;
}

/** Whether a row says what GitLab says; bigints and booleans come in the database's own way. */
function hasColumns(row: TokenRow | undefined, columns: TokenColumns): boolean {
  return (
    row !== undefined &&
    Object.entries(columns).every(([name, value]) => {
      const stored = row[name as keyof TokenColumns];
      return typeof value === 'boolean'
        ? Boolean(stored) === value
        : stored === value || (stored !== null && `${stored}` === `${value}`);
    })
  );
}
