import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  aNewOperation,
  anEnvironment,
  anInspection,
  anObservation,
} from '../__testUtils__/builders';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { NewOperation } from '../domain/Operation';
import { AutomaticRotation } from './AutomaticRotation';

/** Its credential expires on 2026-09-09. */
const dev = (rotateBeforeDays: number | null) =>
  anEnvironment({
    rotation: { ...anEnvironment().rotation, rotateBeforeDays },
  });

async function rotatedOn(
  today: string,
  options: {
    environments?: EnvironmentSettings[];
    open?: NewOperation[];
    expiresAt?: string | null;
    refuses?: boolean;
  } = {},
) {
  const rotated: unknown[] = [];
  const warned: string[] = [];
  const observed = anObservation({
    expiresAt: options.expiresAt ?? '2026-09-09',
  });
  const rotation = new AutomaticRotation({
    environments: options.environments ?? [dev(14)],
    inspections: {
      get: async environment =>
        options.expiresAt === null
          ? undefined
          : anInspection({ environment, observed }),
      list: async () => [],
      save: async () => {},
    },
    ledger: {
      openIn: async (environment: string) =>
        (options.open ?? []).filter(
          each => each.environment === environment,
        ) as never,
    } as never,
    broker: {
      rotateCredential: async (...asked: unknown[]) => {
        if (options.refuses) {
          throw new ConflictError('The broker has expired');
        }
        rotated.push(asked);
        return { id: 'operation-1' };
      },
    } as never,
    logger: mockServices.logger.mock({
      warn: (text: string) => warned.push(text),
    } as never),
    now: () => new Date(`${today}T12:00:00Z`),
  });
  await rotation.run();
  return { rotated, warned };
}

describe('automatic rotation', () => {
  it('begins on the configured day, and in the name of the job', async () => {
    expect((await rotatedOn('2026-08-25')).rotated).toEqual([]);
    expect((await rotatedOn('2026-08-26')).rotated).toEqual([
      ['dev', {}, 'gitlab-tokens: automatic rotation'],
    ]);
  });

  it('also comes too late, but never where it is not configured, or nothing is known', async () => {
    expect((await rotatedOn('2026-09-20')).rotated).toHaveLength(1);
    const environments = [dev(null)];
    expect((await rotatedOn('2026-09-20', { environments })).rotated).toEqual(
      [],
    );
    expect(
      (await rotatedOn('2026-09-20', { expiresAt: null })).rotated,
    ).toEqual([]);
  });

  it('leaves alone what somebody is working on, and nothing else of the environment', async () => {
    const credential = aNewOperation();
    const other = aNewOperation({
      plan: { ...credential.plan, isCredential: false },
    });
    const elsewhere = aNewOperation({ environment: 'qa' });
    const rotated = async (open: NewOperation[]) =>
      (await rotatedOn('2026-08-26', { open })).rotated.length;
    expect(await rotated([credential])).toBe(0);
    expect(await rotated([other, elsewhere])).toBe(1);
  });

  it('says what is in its way and goes on with the next environment', async () => {
    const environments = [dev(14), { ...dev(14), name: 'qa' }];
    const { warned } = await rotatedOn('2026-08-26', {
      environments,
      refuses: true,
    });
    expect(warned).toEqual([
      'The credential of dev should be rotated, but cannot be: The broker has expired',
      'The credential of qa should be rotated, but cannot be: The broker has expired',
    ]);
  });
});
