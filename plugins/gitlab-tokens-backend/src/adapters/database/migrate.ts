import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** The plugin's database, brought up to date, unless the configuration says that somebody else does that. */
export async function migratedDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  // Otherwise its errors repeat what was to be written, sealed values among it, into logs and answers.
  knex.client.config.compileSqlOnError = false;
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@gitlab-tokens/backstage-plugin-gitlab-tokens-backend',
        'migrations',
      ),
    });
  }
  return knex;
}
