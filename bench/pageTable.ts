/**
 * Puts so many tokens into the inventory of a backend that is running, as those of an environment that lists nobody
 * itself; those of before go. Prints how many it has then, and the name of one of the first fifty.
 */
import knexFactory from 'knex';
import { KnexInventoryWriter } from '../plugins/gitlab-tokens-backend/src/adapters/database/KnexInventoryWriter';
import { TOKENS } from '../plugins/gitlab-tokens-backend/src/adapters/database/inventoryRows';
import {
  EVERYBODY,
  ListedInventoryToken,
} from '../plugins/gitlab-tokens-backend/src/ports/InventoryWriter';
import { someTokens } from './inventoryTokens';

const [filename, environment, size] = process.argv.slice(2);

/** The first tokens of one and the same organisation, however many. */
function listed(): ListedInventoryToken[] {
  return [...someTokens(5_000)].slice(0, Number(size)).map(token => ({
    token: {
      ...token,
      environment,
      ref: token.ref.replace(token.environment, environment),
    },
    place: token.owner,
  }));
}

async function main() {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const listing = await new KnexInventoryWriter(knex, () => new Date()).begin({
    environment,
    host: 'gitlab.example.com',
    families: ['access', 'deploy', 'service-account'],
    owner: EVERYBODY,
  });
  const tokens = listed();
  await listing.add(tokens);
  await listing.complete();
  const [{ rows }] = await knex(TOKENS)
    .where({ environment })
    .count({ rows: '*' });
  await knex.destroy();
  process.stdout.write(JSON.stringify({ name: tokens[41].token.name, rows }));
}

main();
