import fc from 'fast-check';
import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  inDays,
  NOW,
} from '../__testUtils__/environments';
import { manyExpiries, someExpiries } from '../__testUtils__/expiries';
import { timelineOf } from './timeline';

const DAY = 24 * 60 * 60 * 1000;

describe('timelineOf', () => {
  it('puts every expiry within 400 days on the axis, and today always', () => {
    const days = fc.array(fc.integer({ min: -119, max: 370 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(days, all => {
        const { domain, lanes, today } = timelineOf(
          all.map(left => anExpiringEnvironment(left)),
          NOW,
        );
        expect(domain[0].getTime()).toBeLessThan(today.getTime());
        expect(domain[1].getTime()).toBeGreaterThan(today.getTime());
        expect(lanes.map(({ end }) => end)).toEqual(
          all.map(daysLeft =>
            expect.objectContaining({ kind: 'day', daysLeft }),
          ),
        );
        lanes.forEach(({ end }) => {
          const at = end.kind === 'day' ? end.at.getTime() : NaN;
          expect(at).toBeGreaterThanOrEqual(domain[0].getTime());
          expect(at).toBeLessThanOrEqual(domain[1].getTime());
        });
      }),
    );
  });

  it('does not let a distant expiry squeeze the near ones', () => {
    const { domain, today } = timelineOf([anExpiringEnvironment(5000)], NOW);
    expect((domain[1].getTime() - today.getTime()) / DAY).toBe(400);
  });

  it('tells never apart from not known and from no matter', () => {
    const { lanes } = timelineOf(
      [
        anEnvironment({ observed: anObservation({ expiresAt: null }) }),
        aLockedEnvironment(),
        anEnvironment({ state: 'revoked' }),
      ],
      NOW,
    );
    expect(lanes.map(lane => lane.end.kind)).toEqual([
      'never',
      'unknown',
      'unknown',
    ]);
  });

  describe('with the other tokens', () => {
    const daysAhead = ({ domain, today }: ReturnType<typeof timelineOf>) =>
      (domain[1].getTime() - today.getTime()) / DAY;

    it('counts each of them once: on the axis, after it or as one that never expires', () => {
      const { lanes } = timelineOf([anExpiringEnvironment(12)], NOW, [
        someExpiries({ 1: 2, 40: 1, 180: 3, 181: 5, 900: 7 }, { never: 11 }),
      ]);
      const { onAxis, ...others } = lanes[0].others!;
      expect(others).toEqual({
        total: 29,
        next: { date: inDays(1), daysLeft: 1, tokens: 2 },
        later: 12,
        never: 11,
      });
      expect(onAxis.map(({ daysLeft, tokens }) => [daysLeft, tokens])).toEqual([
        [1, 2],
        [40, 1],
        [180, 3],
      ]);
    });

    it('lets them stretch the axis to half a year, so that the next outage stays large', () => {
      const environments = [anExpiringEnvironment(12)];
      const ahead = (days: Record<number, number>) =>
        daysAhead(timelineOf(environments, NOW, [someExpiries(days)]));
      expect(ahead({ 5: 1 })).toBe(60);
      expect(ahead({ 100: 1 })).toBe(108);
      expect(ahead({ 400: 1 })).toBe(180);
      expect(
        daysAhead(
          timelineOf([anExpiringEnvironment(300)], NOW, [manyExpiries(300)]),
        ),
      ).toBe(324);
    });

    it('leaves out what has expired since the backend answered', () => {
      const { lanes } = timelineOf([anExpiringEnvironment(12)], NOW, [
        someExpiries({ [-1]: 4, 0: 2, 3: 1 }),
      ]);
      expect(lanes[0].others).toMatchObject({
        total: 1,
        next: { daysLeft: 3 },
      });
    });

    it('keeps them by environment, and has none where there are none', () => {
      const { lanes } = timelineOf(
        [anExpiringEnvironment(12), anEnvironment({ name: 'qa' })],
        NOW,
        [
          someExpiries({ 3: 1 }, { environment: 'elsewhere' }),
          someExpiries({ 3: 1 }, { environment: 'qa' }),
          someExpiries({}),
        ],
      );
      expect(lanes.map(({ others }) => others?.total)).toEqual([undefined, 1]);
    });
  });
});
