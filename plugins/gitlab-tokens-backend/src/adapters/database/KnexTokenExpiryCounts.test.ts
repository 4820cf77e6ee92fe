import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { isDeployKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { NOW } from '../../__testUtils__/builders';
import {
  aListedToken,
  ListedToken,
  someTokens,
  TODAY,
} from '../../__testUtils__/inventory';
import { TokenRestriction } from '../../domain/InventoryToken';
import { ExpiryCount } from '../../domain/tokenExpiries';
import { EVERYBODY } from '../../ports/InventoryWriter';
import { ExpiryQuery } from '../../ports/TokenExpiryCounts';
import { KnexInventoryWriter } from './KnexInventoryWriter';
import { KnexTokenExpiryCounts } from './KnexTokenExpiryCounts';
import { migratedDatabase } from './migrate';

jest.setTimeout(120_000);

const HOST = 'gitlab.example.com';

/** What the port says, on a plain list. */
function countedPlainly(
  tokens: ListedToken[],
  { today, except }: ExpiryQuery,
): Set<string> {
  const counts = new Map<string, number>();
  for (const { environment, expiresAt, state, tokenId, kind } of tokens) {
    const isExcepted =
      !isDeployKind(kind) &&
      except.some(
        each => each.environment === environment && each.tokenId === tokenId,
      );
    const isAlive =
      state !== 'revoked' && (expiresAt === null || expiresAt > today);
    if (isAlive && !isExcepted) {
      const key = `${environment} ${expiresAt}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].map(([key, count]) => `${key}: ${count}`));
}

const written = (counts: ExpiryCount[]) =>
  counts.map(it => `${it.environment} ${it.date}: ${it.tokens}`);

describe('the expiries of the inventory', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_15', 'SQLITE_3'],
    disableDocker: true,
  });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let writer: KnexInventoryWriter;
    let expiries: KnexTokenExpiryCounts;

    beforeEach(async () => {
      knex = await databases.init(id);
      await migratedDatabase(mockServices.database({ knex }));
      writer = new KnexInventoryWriter(knex, () => NOW);
      expiries = new KnexTokenExpiryCounts(knex);
    });
    afterEach(() => knex.destroy());

    async function fill(tokens: ListedToken[]) {
      await knex('gitlab_tokens_owners').delete();
      await writer.keepEnvironments([]);
      const listing = await writer.begin({
        environment: 'dev',
        host: HOST,
        owner: EVERYBODY,
        families: ['access', 'deploy', 'service-account'],
      });
      await listing.add(tokens.map(token => ({ token, place: token.owner })));
      await listing.complete();
    }
    const count = async (restriction?: TokenRestriction) =>
      written(await expiries.count({ today: TODAY, except: [] }, restriction));

    it('are counted as a plain list would count them', async () => {
      const someExceptions = fc.array(
        fc.record({
          environment: fc.constantFrom('dev', 'qa'),
          tokenId: fc.nat(30),
        }),
        { maxLength: 5 },
      );
      await fc.assert(
        fc.asyncProperty(someTokens, someExceptions, async (tokens, except) => {
          await fill(tokens);
          const query = { today: TODAY, except };
          const counts = await expiries.count(query);
          expect(new Set(written(counts))).toEqual(
            countedPlainly(tokens, query),
          );
          const dates = counts.flatMap(({ environment, date }) =>
            date === null ? [] : [`${environment} ${date}`],
          );
          expect(dates).toEqual([...dates].sort());
        }),
        { numRuns: 40 },
      );
    });

    it('are those of tokens that still work on that day', async () => {
      await fill([
        aListedToken({ ref: 'dev.group.10.1', expiresAt: TODAY }),
        aListedToken({ ref: 'dev.group.10.2', expiresAt: '2026-06-02' }),
        aListedToken({ ref: 'dev.group.10.3', expiresAt: '2026-06-02' }),
        aListedToken({ ref: 'dev.group.10.4', state: 'revoked' }),
        aListedToken({ ref: 'dev.group.10.5', expiresAt: null }),
      ]);
      expect((await count()).sort()).toEqual([
        'dev 2026-06-02: 2',
        'dev null: 1',
      ]);
    });

    it('leave out an access token of one environment, and no deploy token of that number', async () => {
      const both = { tokenId: 7, expiresAt: '2026-06-02' };
      await fill([
        aListedToken({ ...both, ref: 'dev.group.10.7' }),
        aListedToken({
          ...both,
          ref: 'dev.group-deploy.10.7',
          kind: 'group-deploy',
        }),
        aListedToken({ ...both, ref: 'qa.group.10.7', environment: 'qa' }),
      ]);
      const except = [{ environment: 'dev', tokenId: 7 }];
      const counts = await expiries.count({ today: TODAY, except });
      expect(written(counts)).toEqual([
        'dev 2026-06-02: 1',
        'qa 2026-06-02: 1',
      ]);
    });

    it('tell nobody of tokens that they may not see', async () => {
      const project = { type: 'project', id: 20, path: 'a/b' } as const;
      await fill([
        aListedToken({
          ref: 'dev.project.20.1',
          kind: 'project',
          owner: project,
        }),
        aListedToken({ ref: 'dev.group.10.2', expiresAt: null }),
        aListedToken({ ref: 'qa.group.10.3', environment: 'qa' }),
      ]);
      await writer.replaceEntityOwners(
        [HOST],
        [{ host: HOST, ...project, owners: ['group:default/team'] }],
      );
      const owned = (claim: string): TokenRestriction => ({
        rule: 'BELONGS_TO_OWNED_ENTITY',
        claims: [claim],
      });
      const inQa: TokenRestriction = {
        rule: 'IS_IN_ENVIRONMENT',
        environments: ['qa'],
      };
      const groups: TokenRestriction = { rule: 'HAS_KIND', kinds: ['group'] };
      expect(await count(owned('group:default/team'))).toEqual([
        'dev 2026-09-09: 1',
      ]);
      expect(await count(owned('group:default/other'))).toEqual([]);
      expect(await count(inQa)).toEqual(['qa 2026-09-09: 1']);
      expect(await count({ allOf: [groups, { not: inQa }] })).toEqual([
        'dev null: 1',
      ]);
      expect(
        await count({ anyOf: [owned('group:default/team'), inQa] }),
      ).toEqual(['dev 2026-09-09: 1', 'qa 2026-09-09: 1']);
    });
  });
});
