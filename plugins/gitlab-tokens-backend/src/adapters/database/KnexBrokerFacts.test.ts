import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { resolve } from 'path';
import { aBroker } from '../../__testUtils__/builders';
import { migratedDatabase } from './migrate';
import { KnexBrokerFacts } from './KnexBrokerFacts';

jest.setTimeout(60_000);

describe('KnexBrokerFacts', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_15', 'SQLITE_3'],
    disableDocker: true,
  });

  it.each(databases.eachSupportedId())(
    'keeps the last facts of each environment, whole, on %s',
    async id => {
      const knex: Knex = await databases.init(id);
      await migratedDatabase(mockServices.database({ knex }));
      const store = new KnexBrokerFacts(knex);

      const dev = aBroker();
      const problem = {
        code: 'FILE_LOCKED',
        message: 'Not here.',
        action: 'There.',
      } as const;
      const qa = aBroker({ environment: 'qa', outcome: 'problem', problem });
      await store.save(aBroker({ owners: [] }));
      await store.save(dev);
      await store.save(qa);
      expect(await store.get('dev')).toEqual(dev);
      expect(await store.list()).toEqual(expect.arrayContaining([dev, qa]));
      expect(await store.get('prod')).toBeUndefined();

      const directory = resolve(__dirname, '../../../migrations');
      await knex.migrate.rollback({ directory }, true);
      expect(await knex.schema.hasTable('gitlab_tokens_brokers')).toBe(false);
      await knex.destroy();
    },
  );
});
