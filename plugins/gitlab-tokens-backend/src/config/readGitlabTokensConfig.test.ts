import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readGitlabTokensConfig } from './readGitlabTokensConfig';

const DEV = { file: 'dev.enc.yaml' };
const valid = { environment: 'dev', sops: { directory: '/sops' } };
const RECIPIENT =
  'age1clcxgshs6vytyxhafucgtkzxeqhgv4ttuvwhxh2lnh60htrq3ynqquksjm';

const DEFAULT_ROTATION = {
  expirationDays: 90,
  rotateBeforeDays: null,
  mode: 'overlap',
  gracePeriod: 600_000,
  deliver: [{ target: 'sops-file' }],
};

const ROTATIONS: [JsonObject, string][] = [
  [
    { expirationDays: 366 },
    'expirationDays: found 366; allowed is at most 365',
  ],
  [
    { rotateBeforeDays: 90 },
    'rotateBeforeDays: found 90; allowed is a number below expirationDays, which is 90',
  ],
  [{ mode: 'swap' }, 'mode: found "swap"; allowed is one of overlap, in-place'],
  [{ gracePeriod: { minute: 1 } }, 'gracePeriod: found {"minute":1}; allowed'],
  [{ gracePeriod: { minutes: -1 } }, 'gracePeriod: found {"minutes":-1}'],
  [{ deliver: [] }, 'deliver: found []; allowed is at least 1 entry'],
  [
    { deliver: [{ target: 'sops-file', path: 'x' }] },
    'deliver.0.path: there is no such key',
  ],
  [
    { deliver: [{ target: 'ci-variable', project: 'a/b', key: 'A-B' }] },
    'deliver.0.key: found "A-B"; allowed is letters, digits and underscores',
  ],
  [
    { deliver: [{ target: 'ci-variable', key: 'A' }] },
    'deliver.0.project: is missing; allowed is either a project or a group',
  ],
  [
    { deliver: [{ target: 'sops-merge-request', project: 'a/b' }] },
    'deliver.0.path: is missing; allowed is a value of type string',
  ],
  [{ deliver: [{}] }, 'deliver.0.target: is missing'],
];

function read(gitlabTokens: JsonObject) {
  return readGitlabTokensConfig(
    mockServices.rootConfig({ data: { gitlabTokens } }),
  );
}

describe('readGitlabTokensConfig', () => {
  it('reads a whole configuration in configured order, with its defaults', () => {
    const config = read({
      environment: 'qa',
      sops: { directory: '/etc/portal/sops' },
      environments: {
        qa: {
          title: 'Quality assurance',
          file: 'qa.enc.yaml',
          host: 'gitlab.com',
          credential: {
            kind: 'group',
            owner: 'example-org',
            name: 'Backstage',
            role: 'developer',
            scopes: ['read_api'],
          },
          policy: { maxRole: 'maintainer', maxLifetimeDays: 90 },
          owners: ['example-org', 'other-org/payments'],
          rotation: {
            expirationDays: 60,
            rotateBeforeDays: 14,
            mode: 'in-place',
            gracePeriod: { hours: 1, minutes: 30 },
            deliver: [
              { target: 'ci-variable', project: 'example-org/a', key: 'T' },
              { target: 'vault', mount: 'kv' },
            ],
          },
        },
        dev: DEV,
      },
      escrow: { recipients: [RECIPIENT] },
      inventory: {
        schedule: { frequency: { hours: 2 }, timeout: { minutes: 3 } },
      },
      operations: { settleTime: '90s' },
      inspection: {
        schedule: { frequency: { minutes: 1 }, timeout: { seconds: 30 } },
      },
      requests: { perMinute: 100 },
    });

    expect(config).toEqual({
      sopsDirectory: '/etc/portal/sops',
      schedule: { frequency: { minutes: 1 }, timeout: { seconds: 30 } },
      inventorySchedule: { frequency: { hours: 2 }, timeout: { minutes: 3 } },
      requests: { perMinute: 100 },
      escrowRecipients: [RECIPIENT],
      settleTime: 90_000,
      environments: [
        {
          name: 'qa',
          title: 'Quality assurance',
          current: true,
          file: 'qa.enc.yaml',
          host: 'gitlab.com',
          declared: {
            kind: 'group',
            owner: 'example-org',
            name: 'Backstage',
            role: 'developer',
            scopes: ['read_api'],
          },
          policy: {
            warnDays: 30,
            criticalDays: 7,
            maxRole: 'maintainer',
            maxLifetimeDays: 90,
          },
          owners: ['example-org', 'other-org/payments'],
          rotation: {
            expirationDays: 60,
            rotateBeforeDays: 14,
            mode: 'in-place',
            gracePeriod: 5_400_000,
            deliver: [
              { target: 'ci-variable', project: 'example-org/a', key: 'T' },
              { target: 'vault', mount: 'kv' },
            ],
          },
        },
        {
          name: 'dev',
          title: 'dev',
          current: false,
          file: 'dev.enc.yaml',
          host: undefined,
          declared: {},
          policy: { warnDays: 30, criticalDays: 7 },
          owners: [],
          rotation: DEFAULT_ROTATION,
        },
      ],
    });
  });

  it.each<[string, JsonObject, { owners: string[]; expirationDays: number }]>([
    [
      'lets the owner of a group credential manage that group',
      { credential: { kind: 'group', owner: 'example-org' } },
      { owners: ['example-org'], expirationDays: 90 },
    ],
    [
      'lets nobody manage anything by a personal credential',
      { credential: { kind: 'personal', owner: 'dana' } },
      { owners: [], expirationDays: 90 },
    ],
    [
      'believes an empty list of owners',
      { credential: { kind: 'project', owner: 'a/b' }, owners: [] },
      { owners: [], expirationDays: 90 },
    ],
    [
      'stays within the lifetime of the policy',
      { policy: { maxLifetimeDays: 30 } },
      { owners: [], expirationDays: 30 },
    ],
  ])('%s where nothing else is configured', (_, settings, expected) => {
    const [{ owners, rotation }] = read({
      ...valid,
      environments: { dev: { ...DEV, ...settings } },
    }).environments;
    const { expirationDays } = expected;
    expect(owners).toEqual(expected.owners);
    expect(rotation).toEqual({ ...DEFAULT_ROTATION, expirationDays });
  });

  it('takes a portal without gitlabTokens as one without environments', () => {
    const config = readGitlabTokensConfig(mockServices.rootConfig());
    expect(config).toMatchObject({
      environments: [],
      escrowRecipients: [],
      settleTime: 60_000,
    });
  });

  const KEY = 'AGE-SECRET-KEY-1CANARY';

  it.each<[string, JsonObject, string]>([
    [
      'in a list',
      { recipients: [RECIPIENT, KEY] },
      'recipients.1: found a value that is not shown here; allowed is an age recipient, which begins with age1',
    ],
    [
      'without one',
      { recipients: KEY },
      'recipients: found a value that is not shown here; allowed is a value of type array',
    ],
  ])(
    'does not show a private key that stands where a recipient should, %s',
    (_, escrow, complaint) => {
      const wrong = { ...valid, environments: { dev: DEV }, escrow };
      expect(() => read(wrong)).toThrow(`gitlabTokens.escrow.${complaint}`);
      expect(() => read(wrong)).not.toThrow(KEY);
    },
  );

  it('does not show a token that stands where keys belong', () => {
    const token = 'glpat-canary-config-3e1b';
    for (const wrong of [
      { ...valid, environments: { dev: { ...DEV, credential: token } } },
      { ...valid, environments: token },
    ]) {
      expect(() => read(wrong)).toThrow(
        /(credential|environments): found a value that is not shown here; allowed is a value of type (object|record)$/,
      );
    }
  });

  it.each<[JsonObject, string]>([
    [
      { ...valid, environment: 'prod', environments: { dev: DEV } },
      'gitlabTokens.environment: found "prod"; allowed is one of dev',
    ],
    [
      { environment: 'dev', environments: { dev: DEV } },
      'gitlabTokens.sops: is missing; allowed is a value of type object',
    ],
    [
      { ...valid, environments: { dev: { ...DEV, rotations: {} } } },
      'gitlabTokens.environments.dev.rotations: there is no such key',
    ],
    ...ROTATIONS.map(([rotation, complaint]): [JsonObject, string] => [
      { ...valid, environments: { dev: { ...DEV, rotation } } },
      `gitlabTokens.environments.dev.rotation.${complaint}`,
    ]),
    [
      {
        ...valid,
        environments: {
          dev: {
            ...DEV,
            policy: { maxLifetimeDays: 90 },
            rotation: { expirationDays: 91 },
          },
        },
      },
      'gitlabTokens.environments.dev.rotation.expirationDays: found 91; allowed is at most 90',
    ],
    [
      { ...valid, environments: { dev: { ...DEV, owners: ['/a'] } } },
      'gitlabTokens.environments.dev.owners.0: found "/a"; allowed is the full path of a group or project, such as example-org/payments',
    ],
    [
      { ...valid, environments: { dev: DEV }, operations: { settleTime: 60 } },
      'gitlabTokens.operations.settleTime: found 60; allowed is a duration of at most a year, such as { minutes: 10 }, 10m or PT10M',
    ],
    [
      { ...valid, environments: { dev: { file: '../dev.yaml' } } },
      'gitlabTokens.environments.dev.file: found "../dev.yaml"; allowed is the name of a .yaml file in sops.directory',
    ],
    [
      { ...valid, environments: { dev: { ...DEV, credential: { role: 30 } } } },
      'gitlabTokens.environments.dev.credential.role: found 30; allowed is one of minimal-access, guest, planner, reporter, security-manager, developer, maintainer, owner',
    ],
    [
      {
        ...valid,
        environments: { dev: { ...DEV, credential: { kind: 'group-deploy' } } },
      },
      'gitlabTokens.environments.dev.credential.kind: found "group-deploy"; allowed is one of personal, impersonation, group, project, service-account',
    ],
    [
      {
        ...valid,
        environments: {
          dev: {
            ...DEV,
            credential: { kind: 'group', scopes: ['read_api', 'read_user'] },
          },
        },
      },
      'gitlabTokens.environments.dev.credential.scopes.1: found "read_user"; allowed is one of api, read_api',
    ],
    [
      { ...valid, environments: { dev: { ...DEV, policy: { warnDays: 0 } } } },
      'gitlabTokens.environments.dev.policy.warnDays: found 0; allowed is at least 1',
    ],
    [
      {
        ...valid,
        environments: {
          dev: { ...DEV, policy: { warnDays: 5, criticalDays: 7 } },
        },
      },
      'gitlabTokens.environments.dev.policy.criticalDays: found 7; allowed is a number not above warnDays',
    ],
    [
      { ...valid, environments: { dev: DEV }, requests: { concurrency: 99 } },
      'gitlabTokens.requests.concurrency: found 99; allowed is at most 32',
    ],
    [
      { ...valid, environments: { dev: DEV, 'Q A': DEV } },
      'gitlabTokens.environments.Q A: found {"file":"dev.enc.yaml"}; allowed is lower-case letters, digits and dashes',
    ],
  ])(
    'refuses %j and says where, what and what is allowed',
    (data, complaint) => {
      expect(() => read(data)).toThrow(complaint);
    },
  );

  it('names every wrong key at once', () => {
    const wrong = { environment: 5, sops: {}, environments: { dev: {} } };
    expect(() => read(wrong)).toThrow(
      /environment: found 5(.|\n)*sops\.directory(.|\n)*dev\.file/,
    );
  });
});
