import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { NOW } from '../../../__testUtils__/builders';
import { aQuery, ListedToken } from '../../../__testUtils__/inventory';
import { TokenRestriction } from '../../../domain/InventoryToken';
import { EVERYBODY, Listing } from '../../../ports/InventoryWriter';
import { DatedQuery } from '../../../ports/TokenInventory';
import { KnexInventoryWriter } from '../KnexInventoryWriter';
import { KnexTokenInventory } from '../KnexTokenInventory';
import { migratedDatabase } from '../migrate';

export const HOST = 'gitlab.example.com';
export const GROUP = { type: 'group', id: 10, path: 'example-org' } as const;
export const PROJECT = {
  type: 'project',
  id: 20,
  path: 'example-org/portal',
} as const;

/** An inventory in a database of its own, and a clock. */
export class InventoryWorld {
  now = NOW;
  readonly inventory: KnexTokenInventory;
  readonly writer: KnexInventoryWriter;

  constructor(readonly knex: Knex) {
    this.inventory = new KnexTokenInventory(knex, { now: () => this.now });
    this.writer = new KnexInventoryWriter(knex, () => this.now);
  }

  async beginEverybody(environment = 'dev'): Promise<Listing> {
    return this.writer.begin({
      environment,
      host: HOST,
      owner: EVERYBODY,
      families: ['access', 'deploy', 'service-account'],
    });
  }

  async beginGroup(): Promise<Listing> {
    return this.writer.begin({
      environment: 'dev',
      host: HOST,
      owner: GROUP,
      families: ['access'],
    });
  }

  async fill(tokens: ListedToken[]): Promise<void> {
    const listing = await this.beginEverybody();
    await add(listing, tokens);
    await listing.complete();
  }

  async names(
    query: DatedQuery = aQuery(),
    restriction?: TokenRestriction,
  ): Promise<string[]> {
    const { tokens } = await this.inventory.query(query, restriction);
    return tokens.map(({ name }) => name);
  }
}

/** Tokens of which each was listed with its owner. */
export async function add(
  listing: Listing,
  tokens: ListedToken[],
): Promise<void> {
  await listing.add(tokens.map(token => ({ token, place: token.owner })));
}

/** Tests on all databases that there are, with an empty inventory for each test. */
export function describeInventory(
  define: (world: () => InventoryWorld) => void,
): void {
  jest.setTimeout(120_000);
  describe('the inventory of tokens', () => {
    const databases = TestDatabases.create({
      ids: ['POSTGRES_15', 'SQLITE_3'],
      disableDocker: true,
    });
    describe.each(databases.eachSupportedId())('on %s', id => {
      let world: InventoryWorld;
      beforeEach(async () => {
        const knex = await databases.init(id);
        await migratedDatabase(mockServices.database({ knex }));
        world = new InventoryWorld(knex);
      });
      afterEach(() => world.knex.destroy());
      define(() => world);
    });
  });
}
