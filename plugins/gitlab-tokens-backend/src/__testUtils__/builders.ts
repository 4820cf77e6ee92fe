import { ObservedCredential } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { BrokerAccess, BrokerFacts } from '../domain/BrokerFacts';
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
    owners: ['example-org'],
    rotation: {
      expirationDays: 90,
      rotateBeforeDays: null,
      mode: 'overlap',
      gracePeriod: 600_000,
      deliver: [{ target: 'sops-file' }],
    },
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

/** What a broker is in example-org. */
export function anAccess(accessLevel: number | null): BrokerAccess {
  return { type: 'group', id: 10, path: 'example-org', accessLevel };
}

/** A person who is Owner of example-org, with the scope api. */
export function aBroker(overrides: Partial<BrokerFacts> = {}): BrokerFacts {
  return {
    environment: 'dev',
    source: 'broker',
    fileDigest: 'digest-1',
    observedAt: NOW.toISOString(),
    owners: [anAccess(50)],
    outcome: 'accepted',
    tokenId: 103,
    userId: 2,
    username: 'dana',
    isAdmin: false,
    isBot: false,
    scopes: ['api'],
    expiresAt: '2026-09-09',
    enterprise: null,
    ...overrides,
  } as BrokerFacts;
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

/** A rotation of `anObservation` in overlap mode. */
export function aNewOperation(
  overrides: Partial<NewOperation> = {},
): NewOperation {
  const owner = { type: 'group', id: 10, path: 'example-org' } as const;
  const token = { kind: 'group', name: 'Backstage (dev)', owner } as const;
  const scopes = ['read_api', 'read_repository'];
  return {
    id: 'operation-1',
    kind: 'rotate',
    environment: 'dev',
    subject: 'gitlab.example.com token 101',
    tokenKind: 'group',
    owner: 'example-org',
    requestedBy: 'user:default/dana',
    plan: {
      kind: 'rotate',
      environment: 'dev',
      isCredential: true,
      mode: 'overlap',
      otherMode: { mode: 'in-place', reason: null },
      calls: [],
      newToken: {
        ...token,
        scopes,
        role: 'developer',
        expiresAt: '2026-08-30',
      },
      oldToken: {
        ...token,
        tokenId: 101,
        expiresAt: '2026-09-09',
        lastUsedAt: null,
      },
      consequences: ['OLD_VALUE_STOPS_AFTER_GRACE', 'BOT_USER_CHANGES'],
      otherEnvironments: [],
      gracePeriodSeconds: 600,
      deliveries: [{ target: 'sops-file', place: 'dev.enc.yaml' }],
      blockers: [],
    },
    work: {
      spec: {
        kind: 'group',
        groupId: 10,
        name: token.name,
        scopes,
        accessLevel: 30,
        expiresAt: '2026-08-30',
      },
      old: { kind: 'group', groupId: 10, id: 101 },
      mode: 'overlap',
      authority: 'broker',
      deliveries: [{ settings: { target: 'sops-file' }, evidence: null }],
      gracePeriod: 600_000,
      retiresOld: true,
      projectPath: null,
    },
    oldTokenId: 101,
    ...overrides,
  };
}
