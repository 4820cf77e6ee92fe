import { Seed } from '@gitlab-tokens/gitlab-emulator';
import { SEED } from '../../../__testUtils__/gitlab';
import { aListedToken, ListedToken } from '../../../__testUtils__/inventory';

/** More canaries, which must never be seen in a plan or an error either. */
export const MORE_CANARIES = {
  admin: 'glpat-canary-admin-0d41',
  maintainer: 'glpat-canary-maintainer-6f02',
  reader: 'glpat-canary-reader-b7c9',
  rotator: 'glpat-canary-rotator-19aa',
  pasted: 'glpat-canary-pasted-d3e8',
};

const token = { createdAt: '2026-05-01T08:00:00Z', expiresAt: '2026-09-09' };

/** The organisation of `SEED` with brokers of several powers, a service account of the group, and deploy tokens. */
export const PLANNING_SEED: Seed = {
  ...SEED,
  settings: { enterprise: true },
  users: [
    ...SEED.users,
    { id: 4, username: 'mara' },
    { id: 5, username: 'builder', serviceAccount: true, groupId: 10 },
  ],
  groups: [
    {
      id: 10,
      path: 'example-org',
      members: [
        { userId: 2, accessLevel: 50 },
        { userId: 4, accessLevel: 40 },
      ],
    },
    { id: 11, path: 'open-org', visibility: 'public' },
  ],
  tokens: [
    ...(SEED.tokens ?? []),
    {
      id: 200,
      kind: 'personal',
      userId: 1,
      name: 'administrator',
      scopes: ['api', 'admin_mode'],
      value: MORE_CANARIES.admin,
      ...token,
    },
    {
      id: 201,
      kind: 'personal',
      userId: 4,
      name: 'maintainer',
      scopes: ['api'],
      value: MORE_CANARIES.maintainer,
      ...token,
    },
    {
      id: 202,
      kind: 'personal',
      userId: 2,
      name: 'reader',
      scopes: ['read_api'],
      value: MORE_CANARIES.reader,
      ...token,
    },
    {
      id: 203,
      kind: 'group',
      groupId: 10,
      accessLevel: 30,
      name: 'Backstage (rotates itself)',
      scopes: ['read_api', 'self_rotate'],
      value: MORE_CANARIES.rotator,
      ...token,
    },
    {
      id: 204,
      kind: 'personal',
      userId: 2,
      name: 'Backstage (pasted)',
      scopes: ['read_user', 'read_api', 'read_repository'],
      value: MORE_CANARIES.pasted,
      ...token,
    },
    {
      id: 205,
      kind: 'project',
      projectId: 20,
      accessLevel: 30,
      name: 'CI of the portal',
      scopes: ['read_api'],
      ...token,
    },
  ],
  deployTokens: [
    {
      id: 7,
      projectId: 20,
      name: 'puller',
      username: 'puller',
      scopes: ['read_repository'],
    },
  ],
};

const PORTAL = { type: 'project', id: 20, path: 'example-org/portal' } as const;

/** Token 205 of `PLANNING_SEED`. */
export function aProjectToken(
  overrides: Partial<ListedToken> = {},
): ListedToken {
  return aListedToken({
    ref: 'dev.project.20.205',
    kind: 'project',
    owner: PORTAL,
    tokenId: 205,
    name: 'CI of the portal',
    expiresAt: '2026-09-09',
    ...overrides,
  });
}

/** Deploy token 7 of `PLANNING_SEED`. */
export function aDeployToken(
  overrides: Partial<ListedToken> = {},
): ListedToken {
  return aProjectToken({
    ref: 'dev.project-deploy.20.7',
    kind: 'project-deploy',
    tokenId: 7,
    name: 'puller',
    scopes: ['read_repository'],
    role: null,
    userId: null,
    username: 'puller',
    createdAt: null,
    expiresAt: null,
    lastUsedAt: null,
    ...overrides,
  });
}

/** An environment that runs on a personal token. */
export const PERSONAL = {
  name: 'local',
  declared: { kind: 'personal' as const, scopes: ['read_user', 'read_api'] },
  owners: [],
};
