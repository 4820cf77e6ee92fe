import { resolve } from 'path';
import { NOW } from '../../__testUtils__/builders';
import { aListedToken, aQuery } from '../../__testUtils__/inventory';
import { EVERYBODY } from '../../ports/InventoryWriter';
import {
  add,
  describeInventory,
  GROUP,
  HOST,
  PROJECT,
} from './__testUtils__/describeInventory';

describeInventory(world => {
  it('keeps the last rows while a listing is under way and when it fails, with their age', async () => {
    const first = aListedToken();
    const second = aListedToken({
      ref: 'dev.group.10.102',
      tokenId: 102,
      name: 'CI',
    });
    const listing = await world().beginGroup();
    await add(listing, [first, second]);
    await listing.complete();
    world().now = new Date('2026-06-01T13:00:00Z');

    const failing = await world().beginGroup();
    await add(failing, [{ ...first, name: 'Renamed' }]);
    expect(await world().names()).toEqual(['CI', 'Renamed']);
    const problem = {
      code: 'GATEWAY_TIMEOUT',
      message: 'Slow.',
      action: 'Wait.',
    };
    await failing.fail(problem);
    expect((await world().inventory.get(second.ref))!.observedAt).toBe(
      NOW.toISOString(),
    );
    expect(await world().inventory.owners('dev')).toEqual([
      {
        environment: 'dev',
        owner: GROUP,
        tokens: 2,
        listedAt: NOW.toISOString(),
        problem,
      },
    ]);

    const good = await world().beginGroup();
    await add(good, [{ ...first, name: 'Renamed again' }]);
    await good.complete();
    expect(await world().names()).toEqual(['Renamed again']);
    expect(await world().names(aQuery({ search: 'again' }))).toEqual([
      'Renamed again',
    ]);
    expect(await world().inventory.owners('dev')).toMatchObject([
      { tokens: 1, listedAt: world().now.toISOString(), problem: null },
    ]);
  });

  it('lets an older listing change nothing that a later one has brought', async () => {
    const slow = await world().beginGroup();
    const quick = await world().beginGroup();
    await add(quick, [aListedToken({ state: 'revoked' })]);
    await quick.complete();
    await add(slow, [
      aListedToken(),
      aListedToken({ ref: 'dev.group.10.102', tokenId: 102 }),
    ]);
    await slow.complete();
    expect((await world().inventory.get('dev.group.10.101'))!.state).toBe(
      'revoked',
    );
    await (await world().beginGroup()).complete();
    expect(await world().names()).toEqual([]);
  });

  it('forgets owners and environments that are no longer there', async () => {
    await world().writer.keepOwners('dev', [GROUP, PROJECT]);
    expect(
      (await world().writer.attempts('dev')).map(it => it.triedAt),
    ).toEqual([null, null]);
    for (const owner of [GROUP, PROJECT]) {
      const listing = await world().writer.begin({
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
      world().now = new Date(world().now.getTime() + 1_000);
    }
    expect((await world().writer.attempts('dev')).map(it => it.owner)).toEqual([
      GROUP,
      PROJECT,
    ]);

    // An administrator's list has the project's access tokens all the same.
    await world().writer.keepOwners('dev', [GROUP, EVERYBODY]);
    expect(await world().names()).toEqual([
      'example-org',
      'example-org deploy',
      'example-org/portal',
    ]);
    await world().writer.keepOwners('dev', [GROUP]);
    expect(await world().names()).toEqual([
      'example-org',
      'example-org deploy',
    ]);
    await world().writer.keepEnvironments(['qa']);
    expect(await world().names()).toEqual([]);
    expect(await world().inventory.owners()).toEqual([]);
  });

  it('tells which tokens are known to be for impersonation', async () => {
    await world().fill([
      aListedToken({
        kind: 'impersonation',
        ref: 'dev.impersonation.2.7',
        tokenId: 7,
      }),
      aListedToken({ kind: 'personal', ref: 'dev.personal.2.8', tokenId: 8 }),
    ]);
    expect(await world().writer.knownImpersonations('dev', [7, 8, 9])).toEqual(
      new Set([7]),
    );
  });

  it('leaves nothing behind when its migrations are undone', async () => {
    await world().fill([aListedToken()]);
    const directory = resolve(__dirname, '../../../migrations');
    await world().knex.migrate.rollback({ directory }, true);
    for (const table of [
      'inventory',
      'owners',
      'entity_owners',
      'inventory_terms',
    ]) {
      expect(await world().knex.schema.hasTable(`gitlab_tokens_${table}`)).toBe(
        false,
      );
    }
  });
});
