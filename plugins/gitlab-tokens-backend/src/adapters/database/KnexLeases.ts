import { Knex } from 'knex';
import { Leases } from '../../ports/Leases';

interface LeaseRow {
  name: string;
  holder: string;
  until: number | string;
}

const TABLE = 'gitlab_tokens_leases';

/** Leases in the plugin's own database. */
export class KnexLeases implements Leases {
  constructor(private readonly knex: Knex, private readonly now: () => Date) {}

  async take(
    name: string,
    holder: string,
    milliseconds: number,
  ): Promise<boolean> {
    const now = this.now().getTime();
    const lease = { name, holder, until: now + milliseconds };
    const inserted = await this.#rows()
      .insert(lease)
      .onConflict('name')
      .ignore()
      .returning('name');
    if (inserted.length === 1) {
      return true;
    }
    const updated = await this.#rows()
      .where({ name })
      .andWhere(mine => mine.where({ holder }).orWhere('until', '<=', now))
      .update(lease);
    return updated === 1;
  }

  async release(name: string, holder: string): Promise<void> {
    await this.#rows().where({ name, holder }).delete();
  }

  #rows() {
    return this.knex<LeaseRow>(TABLE);
  }
}
