import {
  IssueRequest,
  RotateRequest,
  violationSchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anEnvironment, NOW } from '../__testUtils__/builders';
import {
  issueViolations,
  rotateViolations,
  unknownEnvironment,
} from './policyViolations';

const TARGETS = ['ci-variable', 'reveal', 'sops-file', 'vault'];

const environment = anEnvironment({
  owners: ['example-org', 'other/project'],
  policy: {
    warnDays: 30,
    criticalDays: 7,
    maxLifetimeDays: 90,
    maxRole: 'developer',
    allowedScopes: ['read_api', 'read_repository'],
  },
});

const context = {
  environment,
  now: NOW,
  isKnownTarget: (name: string) => TARGETS.includes(name),
  isCredential: false,
};

const good: IssueRequest = {
  environment: 'dev',
  kind: 'project',
  owner: 'Example-Org/payments',
  name: 'CI of payments',
  scopes: ['read_api'],
  role: 'developer',
  expiresAt: '2026-08-30',
  deliver: [{ target: 'reveal' }],
};

type Expected = [code: string, field: string];

function violations(
  overrides: Partial<IssueRequest>,
  inEnvironment = environment,
): Expected[] {
  const found = issueViolations(
    { ...good, ...overrides },
    { ...context, environment: inEnvironment },
  );
  found.forEach(each => expect(violationSchema.parse(each)).toEqual(each));
  return found.map(({ code, field }) => [code, field]);
}

describe('issueViolations', () => {
  it.each<[Partial<IssueRequest>, Expected[]]>([
    [{}, []],
    [{ owner: 'other/project' }, []],
    [{ owner: 'example-organisation' }, [['OWNER_NOT_MANAGED', 'owner']]],
    [{ owner: 'other' }, [['OWNER_NOT_MANAGED', 'owner']]],
    // Of users it is the broker that decides.
    [{ kind: 'personal', owner: 'dana', role: undefined }, []],
    [{ name: '  ' }, [['NAME_EMPTY', 'name']]],
    [{ scopes: ['read_api', 'root'] }, [['SCOPE_UNKNOWN', 'scopes.1']]],
    // Group and project tokens have no read_user, whatever a policy says.
    [{ scopes: ['read_user'] }, [['SCOPE_UNKNOWN', 'scopes.0']]],
    [{ scopes: ['api'] }, [['SCOPE_NOT_ALLOWED', 'scopes.0']]],
    [{ role: undefined }, [['ROLE_MISSING', 'role']]],
    [{ role: 'maintainer' }, [['ROLE_NOT_ALLOWED', 'role']]],
    [{ role: 'planner' }, []],
    [{ role: 'security-manager' }, []],
    [{ role: 'minimal-access' }, [['ROLE_NOT_ALLOWED', 'role']]],
    [
      { kind: 'project-deploy', scopes: ['read_repository'] },
      [['ROLE_NOT_APPLICABLE', 'role']],
    ],
    // Today at 00:00 UTC is over.
    [{ expiresAt: '2026-06-01' }, [['EXPIRY_IN_PAST', 'expiresAt']]],
    [{ expiresAt: '2025-12-31' }, [['EXPIRY_IN_PAST', 'expiresAt']]],
    [{ expiresAt: '2026-06-02' }, []],
    [{ expiresAt: '2026-08-31' }, [['EXPIRY_TOO_FAR', 'expiresAt']]],
    [
      { deliver: [{ target: 'reveal' }, { target: 'ftp' }] },
      [['DELIVERY_UNKNOWN', 'deliver.1.target']],
    ],
    [
      { deliver: [{ target: 'ci-variable', project: 'a/b', key: 'A B' }] },
      [['DELIVERY_INVALID', 'deliver.0.key']],
    ],
    [{ deliver: [{ target: 'vault', anything: 1 }] }, []],
    [
      {
        deliver: [
          { target: 'ci-variable', project: 'Example-Org/shop', key: 'A' },
          { target: 'ci-variable', group: 'example-org', key: 'A' },
        ],
      },
      [],
    ],
    // The broker could, but whoever asks has nothing to do there.
    [
      {
        deliver: [
          {
            target: 'ci-variable',
            project: 'example-organisation/x',
            key: 'A',
          },
          { target: 'ci-variable', group: 'other', key: 'A' },
        ],
      },
      [
        ['DELIVERY_INVALID', 'deliver.0.project'],
        ['DELIVERY_INVALID', 'deliver.1.group'],
      ],
    ],
    // It would put this token where the portal's own stands.
    [
      { deliver: [{ target: 'sops-file' }] },
      [['DELIVERY_INVALID', 'deliver.0.target']],
    ],
    [
      { name: '', scopes: ['root'], role: 'owner', expiresAt: '2026-01-01' },
      [
        ['NAME_EMPTY', 'name'],
        ['SCOPE_UNKNOWN', 'scopes.0'],
        ['ROLE_NOT_ALLOWED', 'role'],
        ['EXPIRY_IN_PAST', 'expiresAt'],
      ],
    ],
  ])('%j has the violations %j', (overrides, expected) => {
    expect(violations(overrides)).toEqual(expected);
  });

  it('knows GitLab’s own year where the policy has no limit, which deploy tokens do not', () => {
    const free = anEnvironment();
    const year = '2027-06-01';
    const later = '2027-06-02';
    expect(violations({ expiresAt: year }, free)).toEqual([]);
    expect(violations({ expiresAt: later }, free)).toEqual([
      ['EXPIRY_TOO_FAR', 'expiresAt'],
    ]);
    const deploy = {
      kind: 'project-deploy',
      scopes: ['read_repository'],
      role: undefined,
      expiresAt: '2030-01-01',
    } as const;
    expect(violations({ ...deploy, scopes: [...deploy.scopes] }, free)).toEqual(
      [],
    );
  });

  it('says what is allowed instead', () => {
    const request = { ...good, scopes: ['api'], expiresAt: '2027-01-01' };
    expect(issueViolations(request, context)).toMatchObject([
      { found: 'api', allowed: ['read_api', 'read_repository'] },
      { found: '2027-01-01', allowed: ['2026-08-30'] },
    ]);
    expect(unknownEnvironment('prod', [environment])).toMatchObject({
      code: 'UNKNOWN_ENVIRONMENT',
      field: 'environment',
      found: 'prod',
      allowed: ['dev'],
    });
  });
});

describe('rotateViolations', () => {
  it.each<[RotateRequest, boolean, Expected[]]>([
    [{}, true, []],
    [{ deliver: [{ target: 'sops-file' }] }, true, []],
    [
      { deliver: [{ target: 'sops-file' }] },
      false,
      [['DELIVERY_INVALID', 'deliver.0.target']],
    ],
    [{ expiresAt: '2026-06-01' }, true, [['EXPIRY_IN_PAST', 'expiresAt']]],
    [{ expiresAt: '2026-12-31' }, true, [['EXPIRY_TOO_FAR', 'expiresAt']]],
  ])(
    '%j has, of a credential %s, the violations %j',
    (request, it, expected) => {
      const found = rotateViolations(request, 'group', {
        ...context,
        isCredential: it,
      });
      expect(found.map(({ code, field }) => [code, field])).toEqual(expected);
    },
  );
});
