import { Seed } from '@gitlab-tokens/gitlab-emulator';
import { SEED } from '../../../__testUtils__/gitlab';

/** Values that must never be seen outside. */
export const ROOT = 'glpat-canary-administrator-77aa';
export const DEPLOY = 'gldt-canary-deploy-18cc';

/** The organisation, with a subgroup, deploy tokens, an administrator's token and a public project beside it. */
export const INVENTORY_SEED: Seed = {
  ...SEED,
  settings: { enterprise: true },
  users: [
    ...SEED.users,
    { id: 4, username: 'group-robot', serviceAccount: true, groupId: 10 },
  ],
  groups: [...SEED.groups!, { id: 12, path: 'payments', parentId: 10 }],
  projects: [
    ...SEED.projects!,
    { id: 21, path: 'api', groupId: 12 },
    { id: 22, path: 'website', groupId: 11, visibility: 'public' },
  ],
  tokens: [
    ...SEED.tokens!,
    {
      id: 107,
      kind: 'personal',
      userId: 1,
      name: 'root',
      scopes: ['api'],
      value: ROOT,
      expiresAt: '2026-09-09',
    },
    {
      id: 108,
      kind: 'impersonation',
      userId: 2,
      name: 'support',
      scopes: ['api'],
      expiresAt: '2026-09-09',
    },
    {
      id: 109,
      kind: 'service-account',
      userId: 4,
      name: 'robot',
      scopes: ['api'],
      expiresAt: '2026-09-09',
    },
    {
      id: 110,
      kind: 'project',
      projectId: 21,
      accessLevel: 30,
      name: 'api deploy',
      scopes: ['read_api'],
      expiresAt: '2026-05-01',
    },
    {
      id: 111,
      kind: 'project',
      projectId: 22,
      accessLevel: 30,
      name: 'website',
      scopes: ['read_api'],
      expiresAt: '2026-09-09',
    },
  ],
  deployTokens: [
    {
      id: 1,
      projectId: 21,
      name: 'registry',
      username: 'ci',
      scopes: ['read_registry'],
      value: DEPLOY,
    },
    {
      id: 2,
      groupId: 12,
      name: 'packages',
      username: 'pkg',
      scopes: ['read_package_registry'],
    },
  ],
};
