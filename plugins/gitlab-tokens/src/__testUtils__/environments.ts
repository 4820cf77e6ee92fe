import {
  Environment,
  ObservedCredential,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** The present of the tests. */
export const NOW = new Date('2026-06-01T12:00:00Z');

const DAY = 24 * 60 * 60 * 1000;

/** The day so many days after the present of the tests, `YYYY-MM-DD`. */
export function inDays(days: number): string {
  return new Date(NOW.getTime() + days * DAY).toISOString().slice(0, 10);
}

/** The instant so many minutes before the present of the tests. */
export function minutesAgo(minutes: number): string {
  return new Date(NOW.getTime() - minutes * 60_000).toISOString();
}

/** What GitLab says about a group's token that lives for 90 days, a third of which are over. */
export function anObservation(
  overrides: Partial<ObservedCredential> = {},
): ObservedCredential {
  return {
    observedAt: minutesAgo(5),
    tokenId: 101,
    kind: 'group',
    name: 'Backstage (dev)',
    description: null,
    userId: 900,
    username: 'group_10_bot_0a1b2c',
    owner: { type: 'group', id: 10, path: 'example-org' },
    role: 'developer',
    scopes: ['read_api', 'read_repository', 'write_repository'],
    createdAt: minutesAgo(30 * 24 * 60),
    expiresAt: inDays(60),
    lastUsedAt: minutesAgo(120),
    ...overrides,
  };
}

/** An environment whose credential is as it should be. */
export function anEnvironment(
  overrides: Partial<Environment> = {},
): Environment {
  return {
    name: 'dev',
    title: 'Development',
    current: false,
    file: 'dev.enc.yaml',
    host: 'gitlab.example.com',
    webUrl: 'https://gitlab.example.com',
    declared: {
      kind: 'group',
      owner: 'example-org',
      name: 'Backstage (dev)',
      role: 'developer',
      scopes: ['read_api', 'read_repository', 'write_repository'],
    },
    policy: { warnDays: 30, criticalDays: 7 },
    state: 'active',
    problem: null,
    observed: anObservation(),
    daysLeft: 60,
    findings: [],
    inspectedAt: minutesAgo(5),
    ...overrides,
  };
}

/** One whose token expires in so many days. */
export function anExpiringEnvironment(
  days: number,
  overrides: Partial<Environment> = {},
): Environment {
  return anEnvironment({
    state: days <= 7 ? 'critical' : 'expiring',
    daysLeft: days,
    observed: anObservation({ expiresAt: inDays(days) }),
    findings: [
      {
        code: 'EXPIRES_SOON',
        severity: days <= 7 ? 'error' : 'warning',
        expiresAt: inDays(days),
        days,
      },
    ],
    ...overrides,
  });
}

/** One whose file this portal cannot decrypt, and of which only the declaration is known. */
export function aLockedEnvironment(
  overrides: Partial<Environment> = {},
): Environment {
  return anEnvironment({
    state: 'locked',
    observed: null,
    daysLeft: null,
    problem: {
      code: 'NO_MATCHING_KEY',
      message: 'None of the keys of this machine opens the file.',
      action: 'Add a key of this machine to the recipients.',
    },
    ...overrides,
  });
}

/** The portal's own environment, which runs on a personal token. */
export function aPersonalEnvironment(
  overrides: Partial<Environment> = {},
): Environment {
  const scopes = ['read_user', 'read_api', 'write_repository'];
  return anEnvironment({
    name: 'local',
    title: 'Local development',
    current: true,
    file: 'local.enc.yaml',
    declared: { kind: 'personal', name: 'Backstage (localhost)', scopes },
    observed: anObservation({
      kind: 'personal',
      name: 'Backstage (localhost)',
      owner: { type: 'user', id: 7, path: 'ada' },
      username: 'ada',
      role: null,
      scopes,
    }),
    ...overrides,
  });
}
