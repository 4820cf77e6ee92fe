import {
  Operation,
  OPERATION_KINDS,
  OPERATION_STEPS,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import fc from 'fast-check';
import { NOW } from '../__testUtils__/environments';
import {
  aDoneOperation,
  anOperation,
  aPlan,
} from '../__testUtils__/operations';
import {
  canResume,
  isEnded,
  lookAgainIn,
  presentStage,
  stagesOf,
} from './operation';

const delivery = fc.record({
  target: fc.constantFrom('sops-file', 'ci-variable', 'reveal'),
  state: fc.constantFrom('pending', 'awaiting', 'delivered', 'failed'),
  place: fc.constantFrom('somewhere', null),
  url: fc.constant(null),
  errorCode: fc.constant(null),
});

const operation: fc.Arbitrary<Operation> = fc
  .record({
    kind: fc.constantFrom(...OPERATION_KINDS),
    step: fc.constantFrom(...OPERATION_STEPS),
    deliveries: fc.array(delivery, { maxLength: 3 }),
    parked: fc.constantFrom(null, { code: 'X', message: 'x', action: 'x' }),
    retires: fc.boolean(),
    grace: fc.constantFrom(0, 600),
    mode: fc.constantFrom('overlap' as const, 'in-place' as const),
    wait: fc.option(fc.integer({ min: -1e6, max: 1e9 }), { nil: null }),
  })
  .map(({ retires, grace, mode, wait, ...changes }) =>
    anOperation({
      ...changes,
      notBefore:
        wait === null ? null : new Date(NOW.getTime() + wait).toISOString(),
      plan: aPlan({
        mode,
        gracePeriodSeconds: grace,
        consequences: retires ? ['OLD_VALUE_STOPS_AFTER_GRACE'] : [],
      }),
    }),
  );

describe('the stages of an operation', () => {
  const statesOf = (it: Operation) => stagesOf(it).map(({ state }) => state);

  it('are all done when it is', () => {
    fc.assert(
      fc.property(operation, it => {
        const states = statesOf({ ...it, step: 'done' });
        expect(new Set(states)).toEqual(new Set(['done']));
      }),
    );
  });

  it('are done or left out once it is cancelled', () => {
    fc.assert(
      fc.property(operation, it => {
        const states = statesOf({ ...it, step: 'cancelled' });
        expect(['done', 'skipped']).toEqual(expect.arrayContaining(states));
      }),
    );
  });

  it('keep what was done, where it was cancelled after the delivery', () => {
    const { deliveries } = aDoneOperation();
    expect(statesOf(anOperation({ step: 'cancelled', deliveries }))).toEqual([
      ...['done', 'done', 'done'],
      ...['skipped', 'skipped', 'skipped'],
    ]);
    expect(new Set(statesOf(anOperation({ step: 'cancelled' })))).toEqual(
      new Set(['skipped']),
    );
  });

  it('have one at which it stands, until it has ended', () => {
    fc.assert(
      fc.property(operation, it => {
        const isOver =
          isEnded(it) || statesOf(it).every(each => each === 'done');
        expect(presentStage(it) === undefined).toBe(isOver);
      }),
    );
  });

  it('are under way one at a time, deliveries that wait or failed apart', () => {
    fc.assert(
      fc.property(operation, it => {
        const moving = stagesOf(it).filter(
          ({ stage, state }) =>
            state === 'current' ||
            (stage.name !== 'deliver' &&
              (state === 'stopped' || state === 'waiting')),
        );
        expect(moving.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('come as the protocol has them, for each kind', () => {
    const names = (changes: Partial<Operation>) =>
      stagesOf(anOperation(changes)).map(({ stage }) => stage.name);
    expect(names({})).toEqual([
      'create',
      'seal',
      'deliver',
      'prove',
      'grace',
      'revoke',
    ]);
    expect(names({ kind: 'revoke' })).toEqual(['revoke']);
    expect(
      names({
        plan: aPlan({
          mode: 'in-place',
          consequences: ['OLD_VALUE_STOPS_AT_ONCE'],
        }),
      }),
    ).toEqual(['rotate', 'seal', 'deliver', 'prove']);
    expect(names({ kind: 'paste', plan: aPlan({ consequences: [] }) })).toEqual(
      ['seal', 'deliver', 'prove'],
    );
  });
});

describe('whether an operation can be resumed', () => {
  it('is so where the backend allows it and no value waits to be shown', () => {
    expect(canResume({ actions: ['resume', 'cancel'] })).toBe(true);
    expect(canResume({ actions: ['cancel'] })).toBe(false);
    expect(canResume({ actions: ['reveal', 'resume'] })).toBe(false);
  });
});

describe('when to look at an operation again', () => {
  it('is never once it has ended', () => {
    expect(lookAgainIn(anOperation({ step: 'done' }), NOW)).toBeNull();
    expect(lookAgainIn(anOperation({ step: 'cancelled' }), NOW)).toBeNull();
  });

  it('is between a second and ten while it has not', () => {
    fc.assert(
      fc.property(
        operation.filter(it => !isEnded(it)),
        it => {
          const delay = lookAgainIn(it, NOW);
          expect(delay).toBeGreaterThanOrEqual(1_000);
          expect(delay).toBeLessThanOrEqual(10_000);
        },
      ),
    );
  });

  it('is soon while it moves, and later while it waits for somebody', () => {
    const problem = { code: 'X', message: 'x', action: 'x' };
    expect(lookAgainIn(anOperation({ step: 'delivering' }), NOW)).toBe(1_000);
    expect(lookAgainIn(anOperation({ parked: problem }), NOW)).toBe(5_000);
    const soon = new Date(NOW.getTime() + 4_000).toISOString();
    expect(lookAgainIn(anOperation({ notBefore: soon }), NOW)).toBe(4_000);
  });
});
