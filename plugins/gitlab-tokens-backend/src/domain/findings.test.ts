import {
  DeclaredCredential,
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
