import { Knex } from 'knex';
import { BrokerFacts } from '../../domain/BrokerFacts';
import { BrokerFactsStore } from '../../ports/BrokerFactsStore';

const TABLE = 'gitlab_tokens_brokers';

/** A row; the facts are only ever read whole and are kept as JSON text. */
interface BrokerRow {
  environment: string;
  observed_at: string;
  facts: string;
}

/** The facts of all brokers in the plugin's own database. */
export class KnexBrokerFacts implements BrokerFactsStore {
  constructor(private readonly knex: Knex) {}

  async list(): Promise<BrokerFacts[]> {
    return (await this.knex<BrokerRow>(TABLE).select()).map(fromRow);
  }

  async get(environment: string): Promise<BrokerFacts | undefined> {
    const row = await this.knex<BrokerRow>(TABLE)
      .where({ environment })
      .first();
    return row && fromRow(row);
  }

  async save(facts: BrokerFacts): Promise<void> {
    const { environment, observedAt } = facts;
    const row: BrokerRow = {
      environment,
      observed_at: observedAt,
      facts: JSON.stringify(facts),
    };
    await this.knex<BrokerRow>(TABLE)
      .insert(row)
      .onConflict('environment')
      .merge();
  }
}

function fromRow({ facts }: BrokerRow): BrokerFacts {
  return JSON.parse(facts);
}
