import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { resolve } from 'path';
import { anInspectedFile, anInspection } from '../../__testUtils__/builders';
import { migratedDatabase } from './migrate';
import { KnexInspectionStore } from './KnexInspectionStore';

jest.setTimeout(60_000);

describe('KnexInspectionStore', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_15', 'SQLITE_3'],
    disableDocker: true,
  });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let store: KnexInspectionStore;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migratedDatabase(mockServices.database({ knex }));
      store = new KnexInspectionStore(knex);
    });
    afterEach(() => knex.destroy());

    it('keeps the last inspection of each environment, whole', async () => {
      const dev = anInspection();
      const qa = anInspection({
        environment: 'qa',
        outcome: 'locked',
        problem: { code: 'WRONG_KEY', message: 'Not here.', action: 'There.' },
        file: null,
        observed: null,
      });
      await store.save(dev);
      await store.save(qa);
      expect(await store.list()).toEqual(expect.arrayContaining([dev, qa]));
      expect(await store.get('prod')).toBeUndefined();

      const later = anInspection({
        inspectedAt: '2026-06-01T12:05:00.000Z',
        file: anInspectedFile({ digest: 'digest-2' }),
      });
      await store.save(later);
      expect(await store.get('dev')).toEqual(later);
      expect(await store.list()).toHaveLength(2);
    });

    it('leaves nothing behind when its migrations are undone', async () => {
      await store.save(anInspection());
      const directory = resolve(__dirname, '../../../migrations');
      await knex.migrate.rollback({ directory }, true);
      expect(await knex.schema.hasTable('gitlab_tokens_inspections')).toBe(
        false,
      );
    });
  });
});
