import {
  CredentialState,
  DeclaredCredential,
  environmentSchema,
  Finding,
  ObservedCredential,
  Policy,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  aBroker,
  anAccess,
  anEnvironment,
  anInspectedFile,
  anInspection,
  anObservation,
  NOW,
} from '../__testUtils__/builders';
import { BrokerFacts } from './BrokerFacts';
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

  describe('findings', () => {
    const findingsFor = (given: {
      declared?: DeclaredCredential;
      policy?: Partial<Policy>;
      observed?: Partial<ObservedCredential>;
    }): Finding[] => {
      const environment = anEnvironment();
      const settings = {
        ...environment,
        declared: given.declared ?? environment.declared,
        policy: { ...environment.policy, ...given.policy },
      };
      const observed = anObservation(given.observed);
      return describeEnvironment(
        settings,
        { inspections: [anInspection({ observed })] },
        NOW,
      ).findings;
    };

    it.each<[string, Parameters<typeof findingsFor>[0], Finding[]]>([
      [
        'a declared scope is missing',
        { observed: { scopes: ['read_api'] } },
        [
          {
            code: 'MISSING_SCOPE',
            severity: 'error',
            scopes: ['read_repository'],
          },
        ],
      ],
      [
        'a wider scope covers the declared ones, but is itself surplus',
        { observed: { scopes: ['api'] } },
        [{ code: 'SURPLUS_SCOPE', severity: 'warning', scopes: ['api'] }],
      ],
      [
        'the policy forbids a declared scope',
        { policy: { allowedScopes: ['read_api'] } },
        [
          {
            code: 'SURPLUS_SCOPE',
            severity: 'warning',
            scopes: ['read_repository'],
          },
        ],
      ],
      [
        'the role is too low',
        { observed: { role: 'reporter' } },
        [
          {
            code: 'ROLE_TOO_LOW',
            severity: 'error',
            expected: 'developer',
            found: 'reporter',
          },
        ],
      ],
      [
        'the role is above the declared one',
        { observed: { role: 'maintainer' }, policy: { maxRole: 'maintainer' } },
        [
          {
            code: 'ROLE_TOO_HIGH',
            severity: 'warning',
            expected: 'developer',
            found: 'maintainer',
            byPolicy: false,
          },
        ],
      ],
      [
        'the role is above what the policy allows',
        { observed: { role: 'owner' }, policy: { maxRole: 'maintainer' } },
        [
          {
            code: 'ROLE_TOO_HIGH',
            severity: 'error',
            expected: 'maintainer',
            found: 'owner',
            byPolicy: true,
          },
        ],
      ],
      [
        'it is a personal token of somebody',
        {
          observed: {
            kind: 'personal',
            role: null,
            owner: { type: 'user', id: 3, path: 'dana' },
          },
        },
        [
          {
            code: 'WRONG_KIND',
            severity: 'error',
            expected: 'group',
            found: 'personal',
          },
          {
            code: 'WRONG_OWNER',
            severity: 'error',
            expected: 'example-org',
            found: 'dana',
          },
        ],
      ],
      [
        'the name differs',
        { observed: { name: 'my token' } },
        [
          {
            code: 'WRONG_NAME',
            severity: 'info',
            expected: 'Backstage (dev)',
            found: 'my token',
          },
        ],
      ],
      [
        'it never expires',
        { observed: { expiresAt: null } },
        [{ code: 'NO_EXPIRY', severity: 'warning' }],
      ],
      [
        'it expires soon',
        { observed: { expiresAt: '2026-06-13' } },
        [
          {
            code: 'EXPIRES_SOON',
            severity: 'warning',
            expiresAt: '2026-06-13',
            days: 12,
          },
        ],
      ],
      [
        'it lives longer than the policy allows',
        { policy: { maxLifetimeDays: 90 } },
        [
          {
            code: 'LIFETIME_TOO_LONG',
            severity: 'warning',
            maxDays: 90,
            days: 131,
          },
        ],
      ],
      [
        'an owner in other letters of the same case-blind path is no other owner',
        { declared: { kind: 'group', owner: 'Example-Org' } },
        [],
      ],
      [
        'nothing is declared',
        { declared: {}, observed: { role: 'owner', scopes: ['sudo'] } },
        [],
      ],
      [
        'what the token may not tell is no difference',
        { observed: { kind: null, owner: null, role: null } },
        [],
      ],
    ])('when %s', (_, given, findings) => {
      expect(findingsFor(given)).toEqual(findings);
    });

    it('names the other environments on the same token of the same host', () => {
      const inspections = [
        anInspection(),
        anInspection({ environment: 'qa' }),
        anInspection({
          environment: 'prod',
          file: anInspectedFile({ host: 'gitlab.other.example' }),
        }),
      ];
      expect(
        describeEnvironment(anEnvironment(), { inspections }, NOW).findings,
      ).toEqual([
        {
          code: 'SHARED_BY_ENVIRONMENTS',
          severity: 'warning',
          environments: ['qa'],
        },
      ]);
    });

    it.each<[string, Partial<BrokerFacts>, string[]]>([
      ['may manage', {}, []],
      ['is a bot', { isBot: true }, ['BROKER_CANNOT_MANAGE']],
      ['lacks api', { scopes: ['read_api'] }, ['BROKER_CANNOT_MANAGE']],
      ['has expired', { expiresAt: '2026-06-01' }, ['BROKER_CANNOT_MANAGE']],
      ['is no Owner', { owners: [anAccess(40)] }, ['BROKER_CANNOT_MANAGE']],
      ['was not asked for its role', { owners: [] }, []],
      ['stood in another file', { isBot: true, fileDigest: 'other' }, []],
      ['is the credential', { isBot: true, source: 'credential' }, []],
      ['is of another environment', { isBot: true, environment: 'qa' }, []],
    ] as [string, Partial<BrokerFacts>, string[]][])(
      'says whether a broker that %s can replace the credential',
      (_, overrides, codes) => {
        const brokers = [aBroker(overrides)];
        const known = { inspections: [anInspection()], brokers };
        const { findings } = describeEnvironment(anEnvironment(), known, NOW);
        expect(findings.map(({ code }) => code)).toEqual(codes);
      },
    );

    it('looks at the file, too, and puts the severe ones first', () => {
      const inspection = anInspection({
        file: anInspectedFile({ tokenInClear: true, hasBroker: false }),
        observed: anObservation({ expiresAt: null }),
      });
      const { findings } = describeEnvironment(
        anEnvironment(),
        { inspections: [inspection] },
        NOW,
      );
      expect(findings.map(({ code }) => code)).toEqual([
        'TOKEN_IN_CLEAR',
        'NO_EXPIRY',
        'BROKER_MISSING',
      ]);
    });
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
