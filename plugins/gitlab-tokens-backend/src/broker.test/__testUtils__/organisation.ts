import { Seed } from '@gitlab-tokens/gitlab-emulator';

/** When everything begins. */
export const START = '2026-06-01T12:00:00Z';

/** Values that are known beforehand, and must never be seen outside. */
export const VALUES = {
  group: 'glpat-canary-group-81bc',
  project: 'glpat-canary-project-3be7',
  personal: 'glpat-canary-personal-7f3a',
  account: 'glpat-canary-account-e4f2',
  impersonation: 'glpat-canary-impersonation-51d0',
  broker: 'glpat-canary-broker-55e1',
  administrator: 'glpat-canary-administrator-2c4d',
  pasted: 'glpat-canary-pasted-66aa',
  alone: 'glpat-canary-alone-d01f',
};

export const REPOSITORY = 'example-org/sops';
export const PATH = 'sops/dev.enc.yaml';

const dates = { createdAt: '2026-05-01T08:00:00Z', expiresAt: '2026-06-13' };
const lasting = { ...dates, expiresAt: '2027-05-01' };
const read = { scopes: ['read_api', 'read_repository'] };
const api = { scopes: ['api'] };
const deploy = {
  scopes: ['read_repository'],
  expiresAt: '2026-06-13T00:00:00Z',
};

/** An organisation with one token of each kind. `content` is the SOPS file in its repository. */
export function organisation(content: string): Seed {
  const personal = { kind: 'personal' as const, userId: 2 };
  const group = { kind: 'group' as const, groupId: 10 };
  return {
    now: START,
    settings: { enterprise: true },
    users: [
      { id: 1, username: 'root', admin: true },
      { id: 2, username: 'dana' },
      { id: 3, username: 'deployer', serviceAccount: true, groupId: 10 },
    ],
    groups: [
      {
        id: 10,
        path: 'example-org',
        members: [{ userId: 2, accessLevel: 50 }],
      },
    ],
    projects: [
      { id: 20, path: 'portal', groupId: 10, files: [{ path: 'a', content }] },
      { id: 21, path: 'sops', groupId: 10, files: [{ path: PATH, content }] },
    ],
    tokens: [
      {
        id: 101,
        name: 'Backstage (group)',
        value: VALUES.group,
        accessLevel: 30,
        ...group,
        ...read,
        ...dates,
      },
      {
        id: 102,
        kind: 'project',
        projectId: 20,
        name: 'Backstage (project)',
        value: VALUES.project,
        accessLevel: 30,
        ...read,
        ...dates,
      },
      {
        id: 103,
        name: 'Backstage (personal)',
        value: VALUES.personal,
        ...personal,
        ...dates,
        scopes: ['read_api', 'self_rotate'],
      },
      {
        id: 104,
        kind: 'service-account',
        userId: 3,
        name: 'Backstage (account)',
        value: VALUES.account,
        ...read,
        ...dates,
      },
      {
        id: 105,
        kind: 'impersonation',
        userId: 2,
        name: 'Backstage (impersonation)',
        value: VALUES.impersonation,
        ...read,
        ...dates,
      },
      {
        id: 106,
        name: 'broker',
        value: VALUES.broker,
        ...personal,
        ...api,
        ...lasting,
      },
      {
        id: 107,
        kind: 'personal',
        userId: 1,
        name: 'administrator',
        value: VALUES.administrator,
        ...api,
        ...lasting,
      },
      {
        id: 108,
        name: 'Backstage (pasted)',
        value: VALUES.pasted,
        ...personal,
        ...read,
        expiresAt: '2026-09-01',
        createdAt: START,
      },
      {
        id: 109,
        name: 'Backstage (alone)',
        value: VALUES.alone,
        ...personal,
        ...api,
        ...dates,
      },
    ],
    deployTokens: [
      {
        id: 1,
        groupId: 10,
        name: 'Deploy (group)',
        username: 'deploy-group',
        value: 'gldt-canary-group-0a1b',
        ...deploy,
      },
      {
        id: 2,
        projectId: 20,
        name: 'Deploy (project)',
        username: 'deploy-project',
        value: 'gldt-canary-project-2c3d',
        ...deploy,
      },
    ],
  };
}
