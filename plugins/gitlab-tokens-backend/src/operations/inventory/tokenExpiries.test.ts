import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  anEnvironment,
  anInspection,
  anObservation,
  NOW,
} from '../../__testUtils__/builders';
import { aListedToken } from '../../__testUtils__/inventory';
import { KnexInspectionStore } from '../../adapters/database/KnexInspectionStore';
import { KnexInventoryWriter } from '../../adapters/database/KnexInventoryWriter';
import { KnexTokenExpiryCounts } from '../../adapters/database/KnexTokenExpiryCounts';
import { KnexTokenInventory } from '../../adapters/database/KnexTokenInventory';
import { migratedDatabase } from '../../adapters/database/migrate';
import { EVERYBODY } from '../../ports/InventoryWriter';
import { TokenCatalog } from './TokenCatalog';

jest.setTimeout(60_000);

/** The credential of dev, which qa's broker sees as well. */
const CREDENTIAL = 101;

const TOKENS = [
  aListedToken({ tokenId: CREDENTIAL, ref: 'dev.group.10.101' }),
  aListedToken({ tokenId: 102, ref: 'dev.group.10.102' }),
  aListedToken({
    tokenId: 103,
    ref: 'dev.group.10.103',
    expiresAt: '2026-06-02',
  }),
  aListedToken({ tokenId: 104, ref: 'dev.group.10.104', expiresAt: null }),
  aListedToken({
    tokenId: CREDENTIAL,
    ref: 'qa.group.10.101',
    environment: 'qa',
  }),
];

describe('the expiries of the tokens', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let knex: Knex;
  let inspections: KnexInspectionStore;
  let now: Date;

  beforeEach(async () => {
    now = NOW;
    knex = await databases.init('SQLITE_3');
    await migratedDatabase(mockServices.database({ knex }));
    inspections = new KnexInspectionStore(knex);
    const writer = new KnexInventoryWriter(knex, () => now);
    const listing = await writer.begin({
      environment: 'dev',
      host: 'gitlab.example.com',
      owner: EVERYBODY,
      families: ['access', 'deploy', 'service-account'],
    });
    await listing.add(TOKENS.map(token => ({ token, place: token.owner })));
    await listing.complete();
  });
  afterEach(() => knex.destroy());

  const expiries = () =>
    new TokenCatalog({
      environments: [anEnvironment()],
      inventory: new KnexTokenInventory(knex),
      expiries: new KnexTokenExpiryCounts(knex),
      inspections,
      now: () => now,
    }).expiries();

  const dev = {
    environment: 'dev',
    days: [
      { date: '2026-06-02', tokens: 1 },
      { date: '2026-09-09', tokens: 1 },
    ],
    never: 1,
  };
  const qa = {
    environment: 'qa',
    days: [{ date: '2026-09-09', tokens: 1 }],
    never: 0,
  };

  it('leave out the credential of an environment from that environment alone', async () => {
    await inspections.save(
      anInspection({ observed: anObservation({ tokenId: CREDENTIAL }) }),
    );
    expect(await expiries()).toEqual({ items: [dev, qa] });
  });

  it('leave it out while its file cannot be opened, because its expiry is still shown', async () => {
    await inspections.save(
      anInspection({
        outcome: 'locked',
        file: null,
        observed: anObservation({ tokenId: CREDENTIAL }),
      }),
    );
    expect(await expiries()).toEqual({ items: [dev, qa] });
  });

  it('have nothing to leave out before the first inspection', async () => {
    const [withCredential] = (await expiries()).items;
    expect(withCredential.days).toEqual([
      dev.days[0],
      { date: '2026-09-09', tokens: 2 },
    ]);
  });

  it('are none of what has expired at midnight, without another listing', async () => {
    now = new Date('2026-06-02T00:00:00Z');
    const [tomorrow] = (await expiries()).items;
    expect(tomorrow.days).toEqual([{ date: '2026-09-09', tokens: 2 }]);
  });
});
