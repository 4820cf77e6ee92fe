import { Knex } from 'knex';
import { EntityOwners } from '../../ports/InventoryWriter';
import { ENTITY_OWNERS, ownerKey } from './inventoryRows';

/** Owners that are asked for at once: three values each, of which SQLite takes some ten thousand in a query. */
const BATCH = 1_000;

/** A group or project of a host, as rows name it. */
export interface OwnerColumns {
  host: string;
  owner_type: string;
  owner_key: string;
}

interface EntityOwnerRow extends OwnerColumns {
  entity_owner: string;
}

/** Who owns the catalog entities behind groups and projects, one row for each of both. */
export class EntityOwnerRows {
  constructor(private readonly knex: Knex) {}

  /** Reads the owners of all that stand behind these, to be asked for one after the other. */
  async read(
    owners: OwnerColumns[],
  ): Promise<(owner: OwnerColumns) => string[]> {
    const distinct = new Map(
      owners
        .filter(each => each.owner_key !== '' && each.owner_type !== 'user')
        .map(each => [nameOf(each), each]),
    );
    const wanted = [...distinct.values()];
    const found = new Map<string, string[]>();
    for (let index = 0; index < wanted.length; index += BATCH) {
      const rows = await this.#rowsOf(wanted.slice(index, index + BATCH));
      for (const row of rows) {
        const known = found.get(nameOf(row)) ?? [];
        found.set(nameOf(row), [...known, row.entity_owner]);
      }
    }
    return owner => found.get(nameOf(owner)) ?? [];
  }

  async #rowsOf(owners: OwnerColumns[]): Promise<EntityOwnerRow[]> {
    return this.knex<EntityOwnerRow>(ENTITY_OWNERS)
      .whereIn(
        ['owner_key', 'owner_type', 'host'],
        owners.map(
          each => [each.owner_key, each.owner_type, each.host] as string[],
        ),
      )
      .orderBy('entity_owner');
  }

  /** Replaces all of these hosts, as one change. */
  async replace(hosts: string[], entities: EntityOwners[]): Promise<void> {
    // Several entities may stand for the same project, and have the same owner.
    const rows = new Map(
      entities
        .flatMap(toRows)
        .map(row => [`${nameOf(row)} ${row.entity_owner}`, row]),
    );
    await this.knex.transaction(async trx => {
      await trx(ENTITY_OWNERS).whereIn('host', hosts).delete();
      await trx.batchInsert(ENTITY_OWNERS, [...rows.values()], 200);
    });
  }
}

function toRows({ host, type, path, owners }: EntityOwners): EntityOwnerRow[] {
  const owner = { host, owner_type: type, owner_key: ownerKey(path) };
  return owners.map(each => ({ ...owner, entity_owner: each }));
}

function nameOf({ host, owner_type, owner_key }: OwnerColumns): string {
  return `${host} ${owner_type} ${owner_key}`;
}
