import fc from 'fast-check';
import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
  anObservation,
  NOW,
} from '../__testUtils__/environments';
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
});
