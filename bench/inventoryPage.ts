/**
 * Fills two inventories, of a thousand tokens and of a hundred thousand, and asks both for the same pages of 50, each
 * with a filter, a search and a sort. Prints how many milliseconds each page took, as one line of JSON.
 */
import {
  TokenQuery,
  tokenQuerySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import knexFactory, { Knex } from 'knex';
import { subscribe } from 'node:diagnostics_channel';
import path from 'node:path';
import { KnexInspectionStore } from '../plugins/gitlab-tokens-backend/src/adapters/database/KnexInspectionStore';
import { KnexInventoryWriter } from '../plugins/gitlab-tokens-backend/src/adapters/database/KnexInventoryWriter';
import { KnexTokenExpiryCounts } from '../plugins/gitlab-tokens-backend/src/adapters/database/KnexTokenExpiryCounts';
import { KnexTokenInventory } from '../plugins/gitlab-tokens-backend/src/adapters/database/KnexTokenInventory';
import { TokenCatalog } from '../plugins/gitlab-tokens-backend/src/operations/inventory/TokenCatalog';
import {
  EVERYBODY,
  ListedInventoryToken,
} from '../plugins/gitlab-tokens-backend/src/ports/InventoryWriter';
import { someTokens } from './inventoryTokens';

const [client, location] = process.argv.slice(2);

const now = () => new Date('2026-06-01T12:00:00Z');
const warmUp = 10;
const rounds = 60;

const queries: Record<string, Partial<TokenQuery>> = {
  /** One in fifteen. */
  many: { search: 'deploy', kind: ['project'], sort: 'expiresAt' },
  /** As many in both inventories. */
  few: {
    search: 'Legacy Gateway',
    kind: ['project'],
    sort: 'lastUsedAt',
    order: 'desc',
  },
  /** One in ten of those that are alive. */
  alive: {
    search: 'ci',
    state: ['active'],
    environment: ['dev'],
    sort: 'createdAt',
    order: 'desc',
  },
};

/** In PostgreSQL each inventory is a schema of its own, in SQLite a file. */
async function openDatabase(name: string): Promise<Knex> {
  const knex = knexFactory(
    client === 'pg'
      ? { client, connection: location, searchPath: [name] }
      : {
          client,
          connection: { filename: path.join(location, `${name}.sqlite`) },
          useNullAsDefault: true,
          pool: { min: 1, max: 1 },
        },
  );
  if (client === 'pg') {
    await knex.raw(`create schema ${name}`);
  }
  const directory = path.join(
    __dirname,
    '../plugins/gitlab-tokens-backend/migrations',
  );
  await knex.migrate.latest({ directory });
  return knex;
}

async function fill(knex: Knex, size: number): Promise<number> {
  const started = performance.now();
  const listing = await new KnexInventoryWriter(knex, now).begin({
    environment: 'dev',
    host: 'gitlab.example.com',
    families: ['access', 'deploy', 'service-account'],
    owner: EVERYBODY,
  });
  let batch: ListedInventoryToken[] = [];
  for (const token of someTokens(size)) {
    batch.push({ token, place: token.owner });
    if (batch.length === 100) {
      await listing.add(batch);
      batch = [];
    }
  }
  await listing.add(batch);
  await listing.complete();
  return (performance.now() - started) / 1_000;
}

async function openCatalog(size: number) {
  const knex = await openDatabase(`tokens_${size}`);
  const seconds = await fill(knex, size);
  if (client === 'pg') {
    // Whatever autovacuum would do within the next minute.
    await knex.raw('vacuum analyze');
  }
  const catalog = new TokenCatalog({
    environments: [],
    inventory: new KnexTokenInventory(knex, { now }),
    expiries: new KnexTokenExpiryCounts(knex),
    inspections: new KnexInspectionStore(knex),
    now,
  });
  return { knex, catalog, seconds };
}

let requests = 0;
const count = () => {
  requests += 1;
};

/** Both inventories take turns, so that whatever else the machine does hits both. */
async function measure(
  query: Partial<TokenQuery>,
  catalogs: { small: TokenCatalog; large: TokenCatalog },
) {
  const wanted = { ...tokenQuerySchema.parse({}), ...query };
  const times = { small: [] as number[], large: [] as number[] };
  const rows = { small: 0, large: 0 };
  for (let round = -warmUp; round < rounds; round++) {
    for (const size of ['small', 'large'] as const) {
      const started = performance.now();
      const { items } = await catalogs[size].list(wanted);
      const milliseconds = performance.now() - started;
      if (round >= 0) {
        times[size].push(milliseconds);
      }
      rows[size] = items.length;
    }
  }
  return { ...times, rows };
}

async function main() {
  subscribe('undici:request:create', count);
  subscribe('http.client.request.start', count);
  const small = await openCatalog(1_000);
  const large = await openCatalog(100_000);
  const catalogs = { small: small.catalog, large: large.catalog };
  const figures: Record<string, object> = {};
  for (const [name, query] of Object.entries(queries)) {
    figures[name] = await measure(query, catalogs);
  }
  const { seconds } = large;
  process.stdout.write(`${JSON.stringify({ figures, requests, seconds })}\n`);
  await Promise.all([small.knex.destroy(), large.knex.destroy()]);
}

main();
