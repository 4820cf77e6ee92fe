import {
  CredentialState,
  environmentSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  anEnvironment,
  anInspectedFile,
  anInspection,
  anObservation,
  NOW,
} from '../__testUtils__/builders';
import { describeEnvironment } from './describeEnvironment';
import { InspectionOutcome, standingObservation } from './Inspection';

describe('describeEnvironment', () => {
  it('tells an environment that is as declared, in the form of the contract', () => {
    const environment = describeEnvironment(
      anEnvironment(),
      { inspections: [anInspection()] },
      NOW,
    );

    expect(environmentSchema.parse(environment)).toEqual(environment);
    expect(environment).toMatchObject({
      name: 'dev',
      state: 'active',
      daysLeft: 100,
      findings: [],
      problem: null,
      host: 'gitlab.example.com',
      webUrl: 'https://gitlab.example.com',
    });
  });

  it('knows nothing of an environment before its first inspection', () => {
    const environment = describeEnvironment(
      anEnvironment({ host: 'gitlab.com' }),
      { inspections: [anInspection({ environment: 'qa' })] },
      NOW,
    );

    expect(environment).toMatchObject({
      state: 'unknown',
      observed: null,
      daysLeft: null,
      findings: [],
      inspectedAt: null,
      host: 'gitlab.com',
    });
  });

  describe('states', () => {
    // NOW is 2026-06-01, the policy warns at 30 days and is alarmed at 7.
    it.each<[string | null, CredentialState, number | null]>([
      [null, 'active', null],
      ['2026-07-02', 'active', 31],
      ['2026-07-01', 'expiring', 30],
      ['2026-06-09', 'expiring', 8],
      ['2026-06-08', 'critical', 7],
      ['2026-06-02', 'critical', 1],
    ])(
      'an accepted token that expires on %s is %s',
      (expiresAt, state, days) => {
        const inspection = anInspection({
          observed: anObservation({ expiresAt }),
        });
        expect(
          describeEnvironment(
            anEnvironment(),
            { inspections: [inspection] },
            NOW,
          ),
        ).toMatchObject({ state, daysLeft: days });
      },
    );

    it('turns to expired at 00:00 UTC of the day without another inspection', () => {
      const inspection = anInspection({
        observed: anObservation({ expiresAt: '2026-06-02' }),
      });
      const stateAt = (time: string) =>
        describeEnvironment(
          anEnvironment(),
          { inspections: [inspection] },
          new Date(time),
        ).state;

      expect(stateAt('2026-06-01T23:59:59Z')).toBe('critical');
      expect(stateAt('2026-06-02T00:00:00Z')).toBe('expired');
    });

    it('believes GitLab and not its own clock when the two differ', () => {
      const inspection = anInspection({
        inspectedAt: '2026-06-02T00:05:00.000Z',
        observed: anObservation({ expiresAt: '2026-06-02' }),
      });
      const now = new Date('2026-06-02T00:06:00Z');

      expect(
        describeEnvironment(anEnvironment(), { inspections: [inspection] }, now)
          .state,
      ).toBe('critical');
    });

    it.each<InspectionOutcome>([
      'expired',
      'revoked',
      'rejected',
      'unreachable',
      'locked',
      'missing',
      'invalid',
    ])(
      'an inspection that ended as %s is told as such, with its problem',
      outcome => {
        const problem = {
          code: 'SOME_CODE',
          message: 'It broke.',
          action: 'Mend it.',
        };
        const inspection = anInspection({ outcome, problem });

        expect(
          describeEnvironment(
            anEnvironment(),
            { inspections: [inspection] },
            NOW,
          ),
        ).toMatchObject({
          state: outcome,
          problem,
          observed: { tokenId: 101 },
        });
      },
    );
  });
});

describe('standingObservation', () => {
  const last = anInspection();

  it('keeps the last observation while the file is the same or cannot be opened', () => {
    expect(standingObservation(last, anInspectedFile())).toBe(last.observed);
    expect(standingObservation(last, null)).toBe(last.observed);
  });

  it('drops it when the file has changed, because it may hold another token now', () => {
    const changed = anInspectedFile({ digest: 'digest-2' });
    expect(standingObservation(last, changed)).toBeNull();
    expect(standingObservation(undefined, changed)).toBeNull();
  });
});
