import {
  Owner,
  Problem,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Knex } from 'knex';
import {
  EntityOwners,
  EVERYBODY,
  InventoryWriter,
  Listing,
  ListingScope,
  OwnerAttempt,
} from '../../ports/InventoryWriter';
import { EntityOwnerRows } from './EntityOwnerRows';
import { InventoryDialect, inventoryDialect } from './inventoryDialects';
import { OWNERS, TokenRow, TOKENS } from './inventoryRows';
import { KnexListing } from './KnexListing';
import {
  fromOwnerRow,
  newOwnerRow,
  ownerOfRow,
  OwnerRow,
  placeOf,
} from './ownerRows';

/** Rows that are written or removed at once. */
const BATCH = 200;

/** Fills the inventory in the plugin's own database, in short transactions that leave it whole at every moment. */
export class KnexInventoryWriter implements InventoryWriter {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #dialect: InventoryDialect;

  constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
    this.#dialect = inventoryDialect(knex);
  }

  async begin(scope: ListingScope): Promise<Listing> {
    const { environment, owner } = scope;
    const generation = await this.#knex.transaction(async trx => {
      const next = (await lastGeneration(trx, environment)) + 1;
      const row: OwnerRow = {
        ...newOwnerRow(environment, owner),
        generation: next,
        // From the beginning, so that whoever is too slow for one refresh waits behind the others for the next.
        tried_at: this.#now().toISOString(),
      };
      await trx<OwnerRow>(OWNERS)
        .insert(row)
        .onConflict(['environment', 'place'])
        .merge(['owner_path', 'generation', 'tried_at']);
      return next;
    });
    return new KnexListing({
      knex: this.#knex,
      dialect: this.#dialect,
      now: this.#now,
      scope,
      generation,
    });
  }

  async keepOwners(environment: string, owners: Owner[]): Promise<void> {
    const wanted = new Map(owners.map(each => [placeOf(each), each]));
    const existing = await this.#knex<OwnerRow>(OWNERS)
      .where({ environment })
      .pluck('place');
    const known = new Set(existing);
    const added = [...wanted.values()].filter(it => !known.has(placeOf(it)));
    const gone = existing.filter(place => !wanted.has(place));
    await this.#knex.transaction(async trx => {
      const generation = await lastGeneration(trx, environment);
      for (const batch of batches(added)) {
        await trx<OwnerRow>(OWNERS)
          .insert(batch.map(each => newOwnerRow(environment, each)))
          .onConflict(['environment', 'place'])
          .ignore();
      }
      for (const batch of batches(gone)) {
        await trx(OWNERS)
          .where({ environment })
          .whereIn('place', batch)
          .delete();
      }
      // The count goes on, whoever had the highest number.
      await trx(OWNERS).where({ environment }).update({ generation });
      await this.#remove(trx, rows => {
        rows
          .where({ environment })
          .whereNotIn(
            'place',
            trx(OWNERS).where({ environment }).select('place'),
          );
        if (wanted.has(placeOf(EVERYBODY))) {
          rows.where('family', 'deploy');
        }
      });
    });
  }

  async attempts(environment: string): Promise<OwnerAttempt[]> {
    const rows = await this.#knex<OwnerRow>(OWNERS)
      .where({ environment })
      .orderByRaw(`coalesce(tried_at, ''), place`);
    return rows.map(row => ({
      owner: ownerOfRow(row),
      triedAt: row.tried_at,
      problemCode: fromOwnerRow(row).problem?.code ?? null,
    }));
  }

  async noteProblem(
    environment: string,
    problem: Problem,
    owners?: Owner[],
  ): Promise<void> {
    const rows = this.#knex<OwnerRow>(OWNERS).where({ environment });
    if (owners) {
      rows.whereIn('place', owners.map(placeOf));
    }
    await rows.update({ problem: JSON.stringify(problem) });
  }

  async knownImpersonations(
    environment: string,
    tokenIds: number[],
  ): Promise<Set<number>> {
    const known = await this.#knex<TokenRow>(TOKENS)
      .where({ environment, kind: 'impersonation' })
      .whereIn('token_id', tokenIds)
      .pluck('token_id');
    return new Set(known.map(Number));
  }

  async keepEnvironments(environments: string[]): Promise<void> {
    await this.#knex.transaction(async trx => {
      await trx(OWNERS).whereNotIn('environment', environments).delete();
      await this.#remove(trx, rows =>
        rows.whereNotIn('environment', environments),
      );
    });
  }

  async replaceEntityOwners(
    hosts: string[],
    entities: EntityOwners[],
  ): Promise<void> {
    await new EntityOwnerRows(this.#knex).replace(hosts, entities);
  }

  async #remove(
    trx: Knex.Transaction,
    condition: (rows: Knex.QueryBuilder) => void,
  ): Promise<void> {
    const ids = trx(TOKENS).select('id');
    condition(ids);
    await this.#dialect.forgetTerms(trx, ids);
    const rows = trx(TOKENS);
    condition(rows);
    await rows.delete();
  }
}

function batches<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
}

/** The number of the environment's listing that was begun last. */
async function lastGeneration(
  trx: Knex.Transaction,
  environment: string,
): Promise<number> {
  const [{ last }] = await trx<OwnerRow>(OWNERS)
    .where({ environment })
    .max({ last: 'generation' });
  return Number(last ?? 0);
}
