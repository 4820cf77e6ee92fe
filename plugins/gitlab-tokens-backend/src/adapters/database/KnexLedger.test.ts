import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { inspect } from 'util';
import { aNewOperation, NOW } from '../../__testUtils__/builders';
import { NewOperation, Operation, OperationStep } from '../../domain/Operation';
import {
  OperationChangedError,
  OperationFilter,
  OperationInProgressError,
} from '../../ports/Ledger';
import { KnexLeases } from './KnexLeases';
import { KnexLedger } from './KnexLedger';
import { migratedDatabase } from './migrate';

jest.setTimeout(60_000);

const MINUTE = 60_000;

const PROBLEM = {
  code: 'VALUE_LOST',
  message: 'It is lost.',
  action: 'Make another one.',
};

type MadeToken = { madeTokenId?: number };

const WAY: OperationStep[] = [
  'minting',
  'minted',
  'delivering',
  'delivered',
  'verified',
  'retiring',
  'done',
];

describe('the ledger', () => {
  const databases = TestDatabases.create({
    ids: ['POSTGRES_15', 'SQLITE_3'],
    disableDocker: true,
  });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let knex: Knex;
    let now: number;
    let ledger: KnexLedger;
    let leases: KnexLeases;
    const clock = () => new Date(now);

    beforeEach(async () => {
      now = NOW.getTime();
      knex = await databases.init(id);
      await migratedDatabase(mockServices.database({ knex }));
      ledger = new KnexLedger(knex, clock);
      leases = new KnexLeases(knex, clock);
    });
    afterEach(() => knex.destroy());

    async function taken(operation: Operation, holder = 'here') {
      const lease = await ledger.take(operation.id, holder, MINUTE);
      expect(lease).toBeDefined();
      return lease!;
    }

    it('keeps an operation whole from its plan to its end', async () => {
      let operation = await ledger.open(aNewOperation());
      expect(operation).toEqual({
        ...aNewOperation(),
        step: 'planned',
        parked: null,
        newTokenId: null,
        newUsername: null,
        sealed: null,
        deliveries: [],
        attempts: 0,
        mintingSince: null,
        provenAt: null,
        notBefore: null,
        version: 1,
        lease: null,
        createdAt: NOW.toISOString(),
        updatedAt: NOW.toISOString(),
      });

      operation = await taken(operation);
      const deliveries: Operation['deliveries'] = [
        {
          target: 'sops-file',
          state: 'delivered',
          place: 'dev.enc.yaml',
          url: null,
          errorCode: null,
        },
      ];
      for (const step of WAY) {
        operation = await ledger.advance(operation, {
          step,
          ...(step === 'minted' ? { newTokenId: 202, sealed: 'age…' } : {}),
          ...(step === 'delivered' ? { deliveries } : {}),
        });
        expect(await ledger.get(operation.id)).toEqual(operation);
      }
      // The sealed value is gone with the last step, without anybody asking for it.
      expect(operation).toMatchObject({
        step: 'done',
        sealed: null,
        newTokenId: 202,
        deliveries,
      });
    });

    it('opens one operation on a subject, however many ask at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          ledger.open(aNewOperation({ id: `operation-${index}` })).then(
            operation => operation.id,
            error => {
              expect(error).toBeInstanceOf(OperationInProgressError);
              return error.operation.id;
            },
          ),
        ),
      );
      expect(new Set(answers).size).toBe(1);
      expect(await ledger.due()).toHaveLength(1);
    });

    it('opens another one when the first has ended', async () => {
      let first = await taken(await ledger.open(aNewOperation()));
      first = await ledger.advance(first, { step: 'cancelled' });
      const second = await ledger.open(aNewOperation({ id: 'operation-2' }));
      expect(second.step).toBe('planned');
      expect((await ledger.get(first.id))!.step).toBe('cancelled');
      expect(await ledger.take(first.id, 'here', MINUTE)).toBeUndefined();
    });

    it('gives a lease to one, however many ask at once', async () => {
      const { id: operationId } = await ledger.open(aNewOperation());
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          ledger.take(operationId, `replica-${index}`, MINUTE),
        ),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
    });

    it('lets nobody write who has lost the lease', async () => {
      const opened = await ledger.open(aNewOperation());
      await expect(ledger.advance(opened, { step: 'minting' })).rejects.toThrow(
        OperationChangedError,
      );

      const slow = await taken(opened, 'slow');
      now += MINUTE;
      await expect(ledger.advance(slow, { step: 'minting' })).rejects.toThrow(
        OperationChangedError,
      );
      const quick = await taken(opened, 'quick');
      // Even if its clock is behind, and it believes that it still has the lease.
      now -= MINUTE;
      await expect(ledger.advance(slow, { step: 'minting' })).rejects.toThrow(
        OperationChangedError,
      );
      await ledger.release(slow);
      expect(await ledger.advance(quick, { step: 'minting' })).toMatchObject({
        step: 'minting',
        lease: { holder: 'quick' },
      });
    });

    it('writes one of two changes to the same version', async () => {
      const operation = await taken(await ledger.open(aNewOperation()));
      const outcomes = await Promise.allSettled([
        ledger.advance(operation, { attempts: 1 }),
        ledger.advance(operation, { attempts: 2 }),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
    });

    it('refuses a step that does not follow', async () => {
      const operation = await taken(await ledger.open(aNewOperation()));
      await expect(
        ledger.advance(operation, { step: 'verified' }),
      ).rejects.toThrow('cannot go from planned to verified');
      expect((await ledger.get(operation.id))!.step).toBe('planned');
    });

    it('finds what may go on: what its process has left lying, and what has waited long enough', async () => {
      const open = (name: string) =>
        ledger.open(aNewOperation({ id: name, subject: name }));
      const due = async () => (await ledger.due()).map(each => each.id);
      const later = (minutes: number) =>
        new Date(now + minutes * MINUTE).toISOString();

      await open('never taken');
      const dead = await taken(await open('died at minting'));
      await ledger.advance(dead, { step: 'minting' });
      const parked = await taken(await open('parked'));
      await ledger.advance(parked, { parked: PROBLEM });
      const passing = await taken(await open('parked for two minutes'));
      await ledger.advance(passing, { parked: PROBLEM, notBefore: later(2) });
      const waiting = await taken(await open('waits three minutes'));
      await ledger.advance(waiting, { notBefore: later(3) });
      now += MINUTE;
      await taken(await open('under way'));
      expect(await due()).toEqual(['died at minting', 'never taken']);

      now += MINUTE;
      expect(await due()).toContain('parked for two minutes');
      expect(await due()).not.toContain('waits three minutes');
      now += MINUTE;
      expect(await due()).toContain('waits three minutes');
      expect(await due()).not.toContain('parked');
    });

    it('lists operations, newest first, with how many there are', async () => {
      const names = ['a', 'b', 'c', 'd'];
      for (const [index, name] of names.entries()) {
        const environment = index < 3 ? 'dev' : 'qa';
        await ledger.open(
          aNewOperation({ id: name, subject: name, environment }),
        );
        now += 1000;
      }
      const ended = await taken((await ledger.get('a'))!);
      await ledger.advance(ended, { step: 'cancelled' });
      const parked = await taken((await ledger.get('b'))!);
      await ledger.advance(parked, { parked: PROBLEM });

      const list = async (query: Partial<OperationFilter>) => {
        const page = await ledger.list({ offset: 0, limit: 10, ...query });
        return [page.operations.map(each => each.id).join(''), page.total];
      };
      expect(await list({})).toEqual(['dcba', 4]);
      expect(await list({ offset: 1, limit: 2 })).toEqual(['cb', 4]);
      expect(await list({ environment: 'dev' })).toEqual(['cba', 3]);
      expect(await list({ state: 'open' })).toEqual(['dcb', 3]);
      expect(await list({ state: 'parked' })).toEqual(['b', 1]);
      expect(await list({ state: 'ended' })).toEqual(['a', 1]);
      expect(await list({ kind: 'revoke' })).toEqual(['', 0]);
      const open = await ledger.openIn('dev');
      expect(open.map(each => each.id).sort()).toEqual(['b', 'c']);
    });

    it('finds the operations that made a token, or replaced or revoked it', async () => {
      const open = async (
        name: string,
        { madeTokenId, ...known }: Partial<NewOperation> & MadeToken,
      ) => {
        const operation = aNewOperation({ id: name, subject: name, ...known });
        const held = await taken(await ledger.open(operation));
        await ledger.advance(held, {
          step: 'minting',
          newTokenId: madeTokenId ?? null,
        });
        now += 1000;
      };
      await open('issued', { kind: 'issue', oldTokenId: null, madeTokenId: 5 });
      await open('rotated', { oldTokenId: 5, madeTokenId: 6 });
      await open('again', { oldTokenId: 6, madeTokenId: 7, environment: 'qa' });
      await open('deploy', { tokenKind: 'group-deploy', oldTokenId: 5 });
      await open('elsewhere', { environment: 'prod', oldTokenId: 5 });

      const find = async (tokenId: number, isDeployToken = false) => {
        const token = { environments: ['dev', 'qa'], isDeployToken, tokenId };
        const page = await ledger.list({ offset: 0, limit: 10, token });
        expect(page.total).toBe(page.operations.length);
        return page.operations.map(each => each.id);
      };
      expect(await find(5)).toEqual(['rotated', 'issued']);
      expect(await find(6)).toEqual(['again', 'rotated']);
      expect(await find(7)).toEqual(['again']);
      expect(await find(5, true)).toEqual(['deploy']);
      expect(await find(8)).toEqual([]);
    });

    it('repeats nothing of a sealed value when the database fails', async () => {
      const held = await taken(await ledger.open(aNewOperation()));
      await knex.schema.alterTable('gitlab_tokens_operations', table =>
        table.dropColumn('sealed'),
      );
      const change = { step: 'minting', sealed: 'age-canary' } as const;
      const writing = [
        ledger.advance(held, change),
        knex.transaction(trx =>
          new KnexLedger(trx, clock).advance(held, change),
        ),
      ];
      for (const outcome of await Promise.allSettled(writing)) {
        expect(outcome).toMatchObject({
          status: 'rejected',
          reason: { message: expect.stringContaining('sealed') },
        });
        expect(inspect(outcome, { depth: 9 })).not.toContain('canary');
      }
    });

    it('lends a name to one holder at a time', async () => {
      const file = 'sops/dev.enc.yaml';
      const answers = await Promise.all(
        ['a', 'b', 'c', 'd'].map(holder => leases.take(file, holder, MINUTE)),
      );
      expect(answers.filter(Boolean)).toHaveLength(1);
      const holder = ['a', 'b', 'c', 'd'][answers.indexOf(true)];

      expect(await leases.take(file, holder, MINUTE)).toBe(true);
      expect(await leases.take('sops/qa.enc.yaml', 'x', MINUTE)).toBe(true);
      await leases.release(file, 'x');
      expect(await leases.take(file, 'x', MINUTE)).toBe(false);
      now += MINUTE;
      expect(await leases.take(file, 'x', MINUTE)).toBe(true);
      await leases.release(file, 'x');
      expect(await leases.take(file, holder, MINUTE)).toBe(true);
    });
  });
});
