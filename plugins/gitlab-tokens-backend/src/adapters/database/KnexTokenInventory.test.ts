import fc from 'fast-check';
import { NOW } from '../../__testUtils__/builders';
import {
  aListedToken,
  aQuery,
  someQuery,
  someTokens,
} from '../../__testUtils__/inventory';
import { TokenRestriction } from '../../domain/InventoryToken';
import { DatedQuery } from '../../ports/TokenInventory';
import {
  add,
  describeInventory,
  HOST,
  PROJECT,
} from './__testUtils__/describeInventory';
import { expectPage, inOrder, matches } from './__testUtils__/plainList';
import { KnexTokenInventory } from './KnexTokenInventory';

describeInventory(world => {
  it('answers every query as a plain list would', async () => {
    await fc.assert(
      fc.asyncProperty(
        someTokens,
        fc.array(someQuery, { minLength: 4, maxLength: 4 }),
        async (tokens, queries) => {
          await world().knex('gitlab_tokens_owners').delete();
          await world().writer.keepEnvironments([]);
          await world().fill(tokens);
          for (const [index, query] of queries.entries()) {
            const expected = inOrder(
              tokens.filter(token => matches(token, query)),
              query,
            ).map(token => token.ref);
            // With short walks for every other query, both ways of finding a page take their turns.
            const page = await new KnexTokenInventory(world().knex, {
              walkLength: index % 2 === 0 ? 12 : 1_000,
            }).query(query);
            expectPage(page, query, expected);
            const exported: string[] = [];
            for await (const batch of world().inventory.export(query)) {
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
    await world().fill([token]);
    const kept = {
      ...token,
      entityOwners: [],
      observedAt: NOW.toISOString(),
    };
    expect(await world().inventory.get(token.ref)).toEqual(kept);
    expect((await world().inventory.query(aQuery())).tokens).toEqual([kept]);
    expect(await world().inventory.get('dev.group.10.1')).toBeUndefined();
  });

  it('finds few and many among thousands, and never claims to have counted what it has not', async () => {
    const all = Array.from({ length: 3_000 }, (_, index) =>
      aListedToken({
        ref: `dev.group.10.${index}`,
        tokenId: index,
        name: `${index % 3 === 0 ? 'deploy' : 'read'} ${String(index).padStart(
          4,
          '0',
        )}`,
        owner: {
          type: 'group',
          id: index % 7,
          path: `org-${index % 7}/team`,
        },
        expiresAt: index < 2_500 ? '2026-01-01' : '2026-09-09',
      }),
    );
    await world().fill(all);
    const ask = async (query: Partial<DatedQuery>) => {
      const dated = aQuery(query);
      const expected = inOrder(
        all.filter(it => matches(it, dated)),
        dated,
      ).map(({ ref }) => ref);
      const page = await world().inventory.query(dated);
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
    expect(await ask({ owner: ['ORG-6'], sort: 'owner', search: 'read' })).toBe(
      true,
    );
    expect(
      await ask({ sort: 'name', order: 'desc', limit: 500, offset: 1_000 }),
    ).toBe(true);
  });

  it('knows at midnight what has expired, without another listing', async () => {
    await world().fill([aListedToken({ expiresAt: '2026-06-02' })]);
    expect((await world().inventory.get('dev.group.10.101'))!.state).toBe(
      'active',
    );
    world().now = new Date('2026-06-02T00:00:00Z');
    expect((await world().inventory.get('dev.group.10.101'))!.state).toBe(
      'expired',
    );
    const query = { state: ['expired' as const], today: '2026-06-02' };
    expect(await world().names(aQuery(query))).toHaveLength(1);
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
    await world().fill([mine, other]);
    await add(await world().beginEverybody('qa'), [qa]);
    const place = {
      host: HOST,
      type: 'project',
      path: 'Example-Org/Portal',
    } as const;
    await world().writer.replaceEntityOwners(
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
      world().names(aQuery(), restriction);
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
    expect(
      await world().names(aQuery({ search: 'other' }), within('qa')),
    ).toEqual([]);

    expect((await world().inventory.get(mine.ref))!.entityOwners).toEqual([
      'group:default/team',
      'user:default/dana',
    ]);
    // More than are asked for at once.
    const many = Array.from({ length: 2_500 }, (_, number) => ({
      ...{ host: HOST, type: 'project' as const, path: `none/${number}` },
    }));
    const dana = { host: HOST, type: 'user' as const, path: 'dana' };
    const owners = await world().inventory.entityOwners([...many, place, dana]);
    expect(owners).toHaveLength(2_502);
    expect(owners.slice(-3)).toEqual([
      [],
      ['group:default/team', 'user:default/dana'],
      [],
    ]);
    const belonging = await world().inventory.belongingTo(
      [place, { ...place, type: 'group', path: 'example-org' }],
      within('dev'),
    );
    expect(belonging.map(({ name }) => name)).toEqual(['mine', 'other']);
  });
});
