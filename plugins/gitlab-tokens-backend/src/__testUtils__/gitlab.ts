import { Seed } from '@gitlab-tokens/gitlab-emulator';

/** What must never be seen outside: the values of the seed's tokens. */
export const CANARIES = {
  local: 'glpat-canary-local-7f3a',
  dev: 'glpat-canary-dev-81bc',
  qa: 'glpat-canary-qa-c02d',
  broker: 'glpat-canary-broker-55e1',
  narrow: 'glpat-canary-narrow-9ad0',
  project: 'glpat-canary-project-3be7',
  service: 'glpat-canary-service-e4f2',
};

const created = '2026-05-01T08:00:00Z';
const token = { createdAt: created, expiresAt: '2026-09-09' };

/** An organisation with one token of each kind that can be a credential, on 2026-06-01. */
export const SEED: Seed = {
  now: '2026-06-01T12:00:00Z',
  users: [
    { id: 1, username: 'root', admin: true },
    { id: 2, username: 'dana', name: 'Dana' },
    { id: 3, username: 'deployer', serviceAccount: true },
  ],
  groups: [
    {
      id: 10,
      path: 'example-org',
      members: [{ userId: 2, accessLevel: 50 }],
    },
    { id: 11, path: 'open-org', visibility: 'public' },
  ],
  projects: [{ id: 20, path: 'portal', groupId: 10 }],
  tokens: [
    {
      id: 100,
      kind: 'personal',
      userId: 2,
      name: 'Backstage (localhost)',
      scopes: ['read_user', 'read_api'],
      value: CANARIES.local,
      ...token,
    },
    {
      id: 101,
      kind: 'group',
      groupId: 10,
      accessLevel: 30,
      name: 'Backstage (dev)',
      scopes: ['read_api', 'read_repository'],
      value: CANARIES.dev,
      ...token,
      expiresAt: '2026-06-13',
    },
    {
      id: 102,
      kind: 'group',
      groupId: 10,
      accessLevel: 40,
      name: 'Backstage (qa)',
      scopes: ['read_api'],
      value: CANARIES.qa,
      ...token,
    },
    {
      id: 103,
      kind: 'personal',
      userId: 2,
      name: 'broker',
      scopes: ['api'],
      value: CANARIES.broker,
      ...token,
    },
    {
      id: 104,
      kind: 'group',
      groupId: 10,
      accessLevel: 30,
      name: 'Backstage (git only)',
      scopes: ['read_repository'],
      value: CANARIES.narrow,
      ...token,
    },
    {
      id: 105,
      kind: 'project',
      projectId: 20,
      accessLevel: 40,
      name: 'Backstage (one project)',
      scopes: ['read_api'],
      value: CANARIES.project,
      ...token,
    },
    {
      id: 106,
      kind: 'service-account',
      userId: 3,
      name: 'Backstage (service account)',
      scopes: ['read_api'],
      value: CANARIES.service,
      ...token,
    },
  ],
};
