import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readGitlabTokensConfig } from './readGitlabTokensConfig';

const DEV = { file: 'dev.enc.yaml' };

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
        },
        dev: DEV,
      },
      inspection: {
        schedule: { frequency: { minutes: 1 }, timeout: { seconds: 30 } },
      },
      requests: { perMinute: 100 },
    });

    expect(config).toEqual({
      sopsDirectory: '/etc/portal/sops',
      schedule: { frequency: { minutes: 1 }, timeout: { seconds: 30 } },
      requests: { perMinute: 100, concurrency: 8 },
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
        },
        {
          name: 'dev',
          title: 'dev',
          current: false,
          file: 'dev.enc.yaml',
          host: undefined,
          declared: {},
          policy: { warnDays: 30, criticalDays: 7 },
        },
      ],
    });
  });

  it('takes a portal without gitlabTokens as one without environments', () => {
    const config = readGitlabTokensConfig(mockServices.rootConfig());
    expect(config.environments).toEqual([]);
  });

  const valid = { environment: 'dev', sops: { directory: '/sops' } };
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
      { ...valid, environments: { dev: { ...DEV, rotation: {} } } },
      'gitlabTokens.environments.dev.rotation: there is no such key',
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
