import { Seed } from '@gitlab-tokens/gitlab-emulator';

const groupCredential = (environment: string) => ({
  file: `${environment}.enc.yaml`,
  credential: {
    kind: 'group',
    owner: 'example-org',
    name: `Backstage (${environment}.portal.example.com)`,
    role: 'developer',
    scopes: ['read_api', 'read_repository', 'write_repository'],
  },
  rotation: { gracePeriod: { milliseconds: 200 } },
});

/** The configuration of a portal whose tokens nobody has made yet. */
export const NEW_PORTAL = {
  broker: 'glpat-canary-broker-of-a-new-portal',
  environments: {
    local: {
      file: 'local.enc.yaml',
      credential: {
        kind: 'personal',
        name: 'Backstage (localhost)',
        scopes: [
          'read_user',
          'read_api',
          'read_repository',
          'write_repository',
        ],
      },
    },
    dev: groupCredential('dev'),
    qa: groupCredential('qa'),
  },
};

/** An organisation with two projects, its Owner Dana, and her token, which is to be the broker. */
export function emptyOrganisation(): Seed {
  const now = new Date();
  const later = new Date(now.getTime() + 100 * 24 * 60 * 60 * 1000);
  return {
    now: now.toISOString(),
    users: [{ id: 2, username: 'dana', name: 'Dana' }],
    groups: [
      {
        id: 10,
        path: 'example-org',
        members: [{ userId: 2, accessLevel: 50 }],
      },
    ],
    projects: [
      { id: 20, path: 'portal', groupId: 10 },
      { id: 21, path: 'pipelines', groupId: 10 },
    ],
    tokens: [
      {
        kind: 'personal',
        userId: 2,
        name: 'broker',
        scopes: ['api'],
        value: NEW_PORTAL.broker,
        createdAt: now.toISOString(),
        expiresAt: later.toISOString().slice(0, 10),
      },
    ],
  };
}
