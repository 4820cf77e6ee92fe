import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { TokenSort } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { resolve } from 'path';
import { NOW } from '../../__testUtils__/builders';
import {
  aListedToken,
  aQuery,
  ListedToken,
  someQuery,
  someTokens,
  TODAY,
} from '../../__testUtils__/inventory';
import { TokenRestriction } from '../../domain/InventoryToken';
import { EVERYBODY, Listing } from '../../ports/InventoryWriter';
import { DatedQuery, InventoryPage } from '../../ports/TokenInventory';
import { KnexInventoryWriter } from './KnexInventoryWriter';
import { KnexTokenInventory } from './KnexTokenInventory';
import { migratedDatabase } from './migrate';

jest.setTimeout(120_000);

const HOST = 'gitlab.example.com';
const GROUP = { type: 'group', id: 10, path: 'example-org' } as const;
const PROJECT = {
  type: 'project',
  id: 20,
  path: 'example-org/portal',
} as const;

/** What the contract says, on a plain list. */
function matches(token: ListedToken, query: DatedQuery): boolean {
  const { environment, kind, role, owner, scope, state, search } = query;
  const among = <T>(values: T[] | undefined, value: T | null) =>
    !values || (value !== null && values.includes(value));
  const path = token.owner.path && `${token.owner.path.toLowerCase()}/`;
  const days =
    token.expiresAt &&
    (Date.parse(token.expiresAt) - Date.parse(TODAY)) / 86_400_000;
  const texts = [
    token.name,
    token.description,
    token.username,
    token.owner.path,
  ];
  return (
    among(environment, token.environment) &&
    among(kind, token.kind) &&
    among(role, token.role) &&
    among(state, stateOn(token, TODAY)) &&
    (!owner || owner.some(it => path?.startsWith(`${it.toLowerCase()}/`))) &&
    (scope ?? []).every(each => token.scopes.includes(each)) &&
    (!search ||
      texts.some(it => it?.toLowerCase().includes(search.toLowerCase()))) &&
    (query.expiresWithinDays === undefined ||
      (token.state === 'active' &&
        typeof days === 'number' &&
        days > 0 &&
        days <= query.expiresWithinDays))
  );
}

function stateOn(token: ListedToken, today: string) {
  return token.state === 'active' && token.expiresAt && token.expiresAt <= today
    ? 'expired'
    : token.state;
}

function inOrder(tokens: ListedToken[], { sort, order }: DatedQuery) {
  const keys: Record<TokenSort, (token: ListedToken) => string | null> = {
    name: token => token.name.toLowerCase(),
    owner: ({ owner }) =>
      owner.path === null ? '' : `${owner.path.toLowerCase()}/`,
    kind: token => token.kind,
    expiresAt: token => token.expiresAt,
    lastUsedAt: token => token.lastUsedAt,
    createdAt: token => token.createdAt,
  };
  const key = keys[sort ?? 'name'];
  const sign = order === 'desc' ? -1 : 1;
  return [...tokens].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if ((left === null) !== (right === null)) {
      return left === null ? 1 : -1;
    }
    return sign * (compare(left ?? '', right ?? '') || compare(a.ref, b.ref));
  });
}

function expectPage(
  { tokens, total, totalIsExact }: InventoryPage,
  { offset, limit }: DatedQuery,
  expected: string[],
) {
  expect(tokens.map(({ ref }) => ref)).toEqual(
    expected.slice(offset, offset + limit),
  );
  if (totalIsExact) {
    expect(total).toBe(expected.length);
  } else {
    expect(total).toBeLessThanOrEqual(expected.length);
    expect(total).toBeGreaterThan(offset + tokens.length);
  }
}

function compare(a: string, b: string) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

describe('the inventory of tokens', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_15', 'SQLITE_3'],
    disableDocker: true,
  });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let now: Date;
    let inventory: KnexTokenInventory;
    let writer: KnexInventoryWriter;

    beforeEach(async () => {
      now = NOW;
      knex = await databases.init(id);
      await migratedDatabase(mockServices.database({ knex }));
      inventory = new KnexTokenInventory(knex, { now: () => now });
      writer = new KnexInventoryWriter(knex, () => now);
    });
    afterEach(() => knex.destroy());

    const beginEverybody = (environment = 'dev') =>
      writer.begin({
        environment,
        host: HOST,
        owner: EVERYBODY,
        families: ['access', 'deploy', 'service-account'],
      });
    const beginGroup = () =>
      writer.begin({
        environment: 'dev',
        host: HOST,
        owner: GROUP,
        families: ['access'],
      });
    const add = (listing: Listing, tokens: ListedToken[]) =>
      listing.add(tokens.map(token => ({ token, place: token.owner })));
    async function fill(tokens: ListedToken[]) {
      const listing = await beginEverybody();
      await add(listing, tokens);
      await listing.complete();
    }
    const names = async (query = aQuery(), restriction?: TokenRestriction) =>
      (await inventory.query(query, restriction)).tokens.map(
        ({ name }) => name,
      );

    it('answers every query as a plain list would', async () => {
      await fc.assert(
        fc.asyncProperty(
          someTokens,
          fc.array(someQuery, { minLength: 4, maxLength: 4 }),
          async (tokens, queries) => {
            await knex('gitlab_tokens_owners').delete();
            await writer.keepEnvironments([]);
            await fill(tokens);
            for (const [index, query] of queries.entries()) {
              const expected = inOrder(
                tokens.filter(token => matches(token, query)),
                query,
              ).map(token => token.ref);
              // With short walks for every other query, both ways of finding a page take their turns.
              const page = await new KnexTokenInventory(knex, {
                walkLength: index % 2 === 0 ? 12 : 1_000,
              }).query(query);
              expectPage(page, query, expected);
              const exported: string[] = [];
              for await (const batch of inventory.export(query)) {
                exported.push(...batch.map(({ ref }) => ref));
              }
              expect(exported).toEqual(expected);
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('gives back what GitLab told, with the time', async () => {
      const token = aListedToken();
      await fill([token]);
      const kept = {
        ...token,
        entityOwners: [],
        observedAt: NOW.toISOString(),
      };
      expect(await inventory.get(token.ref)).toEqual(kept);
      expect((await inventory.query(aQuery())).tokens).toEqual([kept]);
      expect(await inventory.get('dev.group.10.1')).toBeUndefined();
    });

    it('finds few and many among thousands, and never claims to have counted what it has not', async () => {
      const all = Array.from({ length: 3_000 }, (_, index) =>
        aListedToken({
          ref: `dev.group.10.${index}`,
          tokenId: index,
          name: `${index % 3 === 0 ? 'deploy' : 'read'} ${String(
            index,
          ).padStart(4, '0')}`,
          owner: {
            type: 'group',
            id: index % 7,
            path: `org-${index % 7}/team`,
          },
          expiresAt: index < 2_500 ? '2026-01-01' : '2026-09-09',
        }),
      );
      await fill(all);
      const ask = async (query: Partial<DatedQuery>) => {
        const dated = aQuery(query);
        const expected = inOrder(
          all.filter(it => matches(it, dated)),
          dated,
        ).map(({ ref }) => ref);
        const page = await inventory.query(dated);
        expectPage(page, dated, expected);
        return page.totalIsExact;
      };
      expect(await ask({ search: 'deploy', kind: ['group'] })).toBe(false);
      expect(await ask({ search: 'deploy', offset: 900 })).toBe(true);
      expect(await ask({ search: 'deploy', offset: 5_000 })).toBe(true);
      expect(await ask({ search: 'DEPLOY 2997' })).toBe(true);
      expect(await ask({ search: '99', owner: ['org-3'] })).toBe(true);
      expect(await ask({ state: ['active'], sort: 'expiresAt' })).toBe(true);
      expect(
        await ask({ state: ['expired'], sort: 'expiresAt', order: 'desc' }),
      ).toBe(false);
      expect(
        await ask({ owner: ['ORG-6'], sort: 'owner', search: 'read' }),
      ).toBe(true);
      expect(
        await ask({ sort: 'name', order: 'desc', limit: 500, offset: 1_000 }),
      ).toBe(true);
    });

    it('knows at midnight what has expired, without another listing', async () => {
      await fill([aListedToken({ expiresAt: '2026-06-02' })]);
      expect((await inventory.get('dev.group.10.101'))!.state).toBe('active');
      now = new Date('2026-06-02T00:00:00Z');
      expect((await inventory.get('dev.group.10.101'))!.state).toBe('expired');
      const query = { state: ['expired' as const], today: '2026-06-02' };
      expect(await names(aQuery(query))).toHaveLength(1);
    });

    it('keeps the last rows while a listing is under way and when it fails, with their age', async () => {
      const first = aListedToken();
      const second = aListedToken({
        ref: 'dev.group.10.102',
        tokenId: 102,
        name: 'CI',
      });
      const listing = await beginGroup();
      await add(listing, [first, second]);
      await listing.complete();
      now = new Date('2026-06-01T13:00:00Z');

      const failing = await beginGroup();
      await add(failing, [{ ...first, name: 'Renamed' }]);
      expect(await names()).toEqual(['CI', 'Renamed']);
      const problem = {
        code: 'GATEWAY_TIMEOUT',
        message: 'Slow.',
        action: 'Wait.',
      };
      await failing.fail(problem);
      expect((await inventory.get(second.ref))!.observedAt).toBe(
        NOW.toISOString(),
      );
      expect(await inventory.owners('dev')).toEqual([
        {
          environment: 'dev',
          owner: GROUP,
          tokens: 2,
          listedAt: NOW.toISOString(),
          problem,
        },
      ]);

      const good = await beginGroup();
      await add(good, [{ ...first, name: 'Renamed again' }]);
      await good.complete();
      expect(await names()).toEqual(['Renamed again']);
      expect(await names(aQuery({ search: 'again' }))).toEqual([
        'Renamed again',
      ]);
      expect(await inventory.owners('dev')).toMatchObject([
        { tokens: 1, listedAt: now.toISOString(), problem: null },
      ]);
    });

    it('lets an older listing change nothing that a later one has brought', async () => {
      const slow = await beginGroup();
      const quick = await beginGroup();
      await add(quick, [aListedToken({ state: 'revoked' })]);
      await quick.complete();
      await add(slow, [
        aListedToken(),
        aListedToken({ ref: 'dev.group.10.102', tokenId: 102 }),
      ]);
      await slow.complete();
      expect((await inventory.get('dev.group.10.101'))!.state).toBe('revoked');
      await (await beginGroup()).complete();
      expect(await names()).toEqual([]);
    });

    it('forgets owners and environments that are no longer there', async () => {
      await writer.keepOwners('dev', [GROUP, PROJECT]);
      expect((await writer.attempts('dev')).map(it => it.triedAt)).toEqual([
        null,
        null,
      ]);
      for (const owner of [GROUP, PROJECT]) {
        const listing = await writer.begin({
          environment: 'dev',
          host: HOST,
          owner,
          families: ['access', 'deploy'],
        });
        await add(listing, [
          aListedToken({
            owner,
            ref: `dev.${owner.type}.${owner.id}.1`,
            name: owner.path,
          }),
          aListedToken({
            owner,
            kind: 'group-deploy',
            ref: `dev.group-deploy.${owner.id}.1`,
            name: `${owner.path} deploy`,
          }),
        ]);
        await listing.complete();
        now = new Date(now.getTime() + 1_000);
      }
      expect((await writer.attempts('dev')).map(it => it.owner)).toEqual([
        GROUP,
        PROJECT,
      ]);

      // An administrator's list has the project's access tokens all the same.
      await writer.keepOwners('dev', [GROUP, EVERYBODY]);
      expect(await names()).toEqual([
        'example-org',
        'example-org deploy',
        'example-org/portal',
      ]);
      await writer.keepOwners('dev', [GROUP]);
      expect(await names()).toEqual(['example-org', 'example-org deploy']);
      await writer.keepEnvironments(['qa']);
      expect(await names()).toEqual([]);
      expect(await inventory.owners()).toEqual([]);
    });

    it('shows what a restriction allows, and whom the catalog calls the owners', async () => {
      const mine = aListedToken({
        owner: PROJECT,
        kind: 'project',
        ref: 'dev.project.20.1',
        name: 'mine',
      });
      const other = aListedToken({ name: 'other' });
      const qa = aListedToken({
        environment: 'qa',
        ref: 'qa.group.10.101',
        name: 'qa',
      });
      await fill([mine, other]);
      await add(await beginEverybody('qa'), [qa]);
      const place = {
        host: HOST,
        type: 'project',
        path: 'Example-Org/Portal',
      } as const;
      await writer.replaceEntityOwners(
        [HOST],
        [
          { ...place, owners: ['group:default/team', 'user:default/dana'] },
          { ...place, owners: ['group:default/team'] },
          { ...place, type: 'group', owners: ['group:default/wrong'] },
        ],
      );

      const owned = (...claims: string[]): TokenRestriction => ({
        rule: 'BELONGS_TO_OWNED_ENTITY',
        claims,
      });
      const within = (...environments: string[]): TokenRestriction => ({
        rule: 'IS_IN_ENVIRONMENT',
        environments,
      });
      const group: TokenRestriction = { rule: 'HAS_KIND', kinds: ['group'] };
      const visible = (restriction: TokenRestriction) =>
        names(aQuery(), restriction);
      expect(await visible(owned('user:default/dana'))).toEqual(['mine']);
      expect(await visible(owned('group:default/wrong'))).toEqual([]);
      expect(await visible({ not: owned('group:default/team') })).toEqual([
        'other',
        'qa',
      ]);
      expect(await visible({ allOf: [group, { not: within('qa') }] })).toEqual([
        'other',
      ]);
      expect(
        await visible({ anyOf: [owned('group:default/team'), within('qa')] }),
      ).toEqual(['mine', 'qa']);
      expect(await visible({ not: { anyOf: [group, within('qa')] } })).toEqual([
        'mine',
      ]);
      expect(await names(aQuery({ search: 'other' }), within('qa'))).toEqual(
        [],
      );

      expect((await inventory.get(mine.ref))!.entityOwners).toEqual([
        'group:default/team',
        'user:default/dana',
      ]);
      expect(await inventory.entityOwners(HOST, PROJECT)).toEqual([
        'group:default/team',
        'user:default/dana',
      ]);
      const belonging = await inventory.belongingTo(
        [place, { ...place, type: 'group', path: 'example-org' }],
        within('dev'),
      );
      expect(belonging.map(({ name }) => name)).toEqual(['mine', 'other']);
    });

    it('tells which tokens are known to be for impersonation', async () => {
      await fill([
        aListedToken({
          kind: 'impersonation',
          ref: 'dev.impersonation.2.7',
          tokenId: 7,
        }),
        aListedToken({ kind: 'personal', ref: 'dev.personal.2.8', tokenId: 8 }),
      ]);
      expect(await writer.knownImpersonations('dev', [7, 8, 9])).toEqual(
        new Set([7]),
      );
    });

    it('leaves nothing behind when its migrations are undone', async () => {
      await fill([aListedToken()]);
      const directory = resolve(__dirname, '../../../migrations');
      await knex.migrate.rollback({ directory }, true);
      for (const table of [
        'inventory',
        'owners',
        'entity_owners',
        'inventory_terms',
      ]) {
        expect(await knex.schema.hasTable(`gitlab_tokens_${table}`)).toBe(
          false,
        );
      }
    });
  });
});
