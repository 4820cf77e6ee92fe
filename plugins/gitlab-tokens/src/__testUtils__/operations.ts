import {
  ManagedToken,
  Operation,
  OperationPlan,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { inDays, minutesAgo } from './environments';

/** The plan to rotate the group token of `dev` with overlap. */
export function aPlan(overrides: Partial<OperationPlan> = {}): OperationPlan {
  const owner = { type: 'group' as const, id: 10, path: 'example-org' };
  return {
    kind: 'rotate',
    environment: 'dev',
    isCredential: true,
    mode: 'overlap',
    otherMode: { mode: 'in-place', reason: null },
    calls: [
      {
        purpose: 'create',
        method: 'POST',
        path: '/groups/10/access_tokens',
        by: 'broker',
      },
      {
        purpose: 'prove',
        method: 'GET',
        path: '/personal_access_tokens/self',
        by: 'new token',
      },
    ],
    newToken: {
      kind: 'group',
      owner,
      name: 'Backstage (dev)',
      scopes: ['read_api', 'read_repository'],
      role: 'developer',
      expiresAt: inDays(90),
    },
    oldToken: {
      tokenId: 101,
      kind: 'group',
      name: 'Backstage (dev)',
      owner,
      expiresAt: inDays(12),
      lastUsedAt: minutesAgo(120),
    },
    consequences: ['OLD_VALUE_STOPS_AFTER_GRACE', 'BOT_USER_CHANGES'],
    otherEnvironments: [],
    gracePeriodSeconds: 600,
    deliveries: [{ target: 'sops-file', place: 'dev.enc.yaml' }],
    blockers: [],
    ...overrides,
  };
}

/** The plan that ends a token of the inventory. */
export function aRevocationPlan(
  token: ManagedToken,
  overrides: Partial<OperationPlan> = {},
): OperationPlan {
  const { tokenId, kind, name, owner, expiresAt, lastUsedAt } = token;
  return aPlan({
    kind: 'revoke',
    isCredential: false,
    mode: null,
    otherMode: null,
    newToken: null,
    oldToken: { tokenId, kind, name, owner, expiresAt, lastUsedAt },
    consequences: ['TOKEN_STOPS_AT_ONCE'],
    deliveries: [],
    ...overrides,
  });
}

/** A rotation that has just begun. */
export function anOperation(overrides: Partial<Operation> = {}): Operation {
  return {
    id: 'op-1',
    kind: 'rotate',
    environment: 'dev',
    tokenKind: 'group',
    owner: 'example-org',
    requestedBy: 'user:default/ada',
    plan: aPlan(),
    step: 'minting',
    parked: null,
    oldTokenId: 101,
    newTokenId: null,
    deliveries: [
      {
        target: 'sops-file',
        state: 'pending',
        place: 'dev.enc.yaml',
        url: null,
        errorCode: null,
      },
    ],
    attempts: 1,
    notBefore: null,
    actions: ['cancel'],
    createdAt: minutesAgo(1),
    updatedAt: minutesAgo(1),
    ...overrides,
  };
}

/** An operation whose value waits to be shown to whoever asked for it. */
export function aRevealing(
  plan: Partial<OperationPlan> = {},
  overrides: Partial<Operation> = {},
): Operation {
  return anOperation({
    kind: 'issue',
    step: 'awaiting',
    plan: aPlan({
      kind: 'issue',
      mode: null,
      oldToken: null,
      consequences: [],
      deliveries: [{ target: 'reveal', place: null }],
      ...plan,
    }),
    deliveries: [
      {
        target: 'reveal',
        state: 'awaiting',
        place: null,
        url: null,
        errorCode: null,
      },
    ],
    actions: ['reveal', 'cancel'],
    ...overrides,
  });
}

/** The end of it. */
export function aDoneOperation(overrides: Partial<Operation> = {}): Operation {
  const operation = anOperation(overrides);
  return {
    ...operation,
    step: 'done',
    newTokenId: 102,
    actions: [],
    deliveries: operation.deliveries.map(it => ({
      ...it,
      state: 'delivered',
    })),
    ...overrides,
  };
}
