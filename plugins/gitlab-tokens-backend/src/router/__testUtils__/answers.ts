import {
  ManagedToken,
  Operation,
  OperationPlan,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

export function aManagedToken(
  overrides: Partial<ManagedToken> = {},
): ManagedToken {
  return {
    ref: 'dev.project.20.105',
    environment: 'dev',
    kind: 'project',
    owner: { type: 'project', id: 20, path: 'example-org/portal' },
    tokenId: 105,
    name: 'ci',
    description: null,
    scopes: ['read_api', 'read_repository'],
    role: 'developer',
    state: 'active',
    userId: 900,
    username: 'project_20_bot',
    createdAt: '2026-05-01T08:00:00.000Z',
    expiresAt: '2026-09-09',
    daysLeft: 100,
    lastUsedAt: null,
    credentialOf: [],
    entityOwners: ['group:default/payments'],
    observedAt: '2026-06-01T12:00:00.000Z',
    ...overrides,
  };
}

export function aPlan(overrides: Partial<OperationPlan> = {}): OperationPlan {
  return {
    kind: 'rotate',
    environment: 'dev',
    isCredential: false,
    mode: 'overlap',
    otherMode: null,
    calls: [],
    newToken: null,
    oldToken: null,
    consequences: [],
    otherEnvironments: [],
    gracePeriodSeconds: 600,
    deliveries: [],
    blockers: [],
    ...overrides,
  };
}

export function anOperation(overrides: Partial<Operation> = {}): Operation {
  return {
    id: 'operation-1',
    kind: 'rotate',
    environment: 'dev',
    tokenKind: 'project',
    owner: 'example-org/portal',
    requestedBy: 'user:default/mock',
    plan: aPlan({ kind: overrides.kind ?? 'rotate' }),
    step: 'planned',
    parked: null,
    oldTokenId: 105,
    newTokenId: null,
    deliveries: [
      {
        target: 'reveal',
        state: 'pending',
        place: null,
        url: null,
        errorCode: null,
      },
    ],
    attempts: 0,
    notBefore: null,
    actions: ['cancel'],
    createdAt: '2026-06-01T12:00:00.000Z',
    updatedAt: '2026-06-01T12:00:00.000Z',
    ...overrides,
  };
}
