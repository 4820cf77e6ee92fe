import { ObservedCredential } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { InspectedFile, Inspection } from '../domain/Inspection';
import { NewOperation } from '../domain/Operation';

/** The moment at which the built things are right. */
export const NOW = new Date('2026-06-01T12:00:00Z');

export function anEnvironment(
  overrides: Partial<EnvironmentSettings> = {},
): EnvironmentSettings {
  return {
    name: 'dev',
    title: 'Development',
    current: false,
    file: 'dev.enc.yaml',
    declared: {
      kind: 'group',
      owner: 'example-org',
      name: 'Backstage (dev)',
      role: 'developer',
      scopes: ['read_api', 'read_repository'],
    },
    policy: { warnDays: 30, criticalDays: 7 },
    ...overrides,
  };
}

/** As `anEnvironment` declares it, with a hundred days left. */
export function anObservation(
  overrides: Partial<ObservedCredential> = {},
): ObservedCredential {
  return {
    observedAt: NOW.toISOString(),
    tokenId: 101,
    kind: 'group',
    name: 'Backstage (dev)',
    description: null,
    userId: 900,
    username: 'group_10_bot_0123456789abcdef0123456789abcdef',
    owner: { type: 'group', id: 10, path: 'example-org' },
    role: 'developer',
    scopes: ['read_api', 'read_repository'],
    createdAt: '2026-05-01T08:00:00.000Z',
    expiresAt: '2026-09-09',
    lastUsedAt: '2026-06-01T11:50:00.000Z',
    ...overrides,
  };
}

export function anInspectedFile(
  overrides: Partial<InspectedFile> = {},
): InspectedFile {
  return {
    host: 'gitlab.example.com',
    webUrl: 'https://gitlab.example.com',
    digest: 'digest-1',
    tokenInClear: false,
    hasBroker: true,
    ...overrides,
  };
}

export function anInspection(overrides: Partial<Inspection> = {}): Inspection {
  return {
    environment: 'dev',
    inspectedAt: NOW.toISOString(),
    outcome: 'accepted',
    problem: null,
    file: anInspectedFile(),
    observed: anObservation(),
    ...overrides,
  };
}

export function aNewOperation(
  overrides: Partial<NewOperation> = {},
): NewOperation {
  return {
    id: 'operation-1',
    kind: 'rotate',
    environment: 'dev',
    subject: 'gitlab.example.com/group/10/101',
    tokenKind: 'group',
    owner: 'example-org',
    requestedBy: 'user:default/dana',
    plan: { mode: 'overlap', expiresAt: '2026-09-01' },
    oldTokenId: 101,
    ...overrides,
  };
}
