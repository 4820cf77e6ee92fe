import {
  InventoryOwner,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { inDays, minutesAgo } from './environments';

/** A group's token that works for another 60 days. */
export function aToken(overrides: Partial<ManagedToken> = {}): ManagedToken {
  const tokenId = overrides.tokenId ?? 1;
  const daysLeft = overrides.daysLeft === undefined ? 60 : overrides.daysLeft;
  return {
    ref: `dev.group.10.${tokenId}`,
    environment: 'dev',
    kind: 'group',
    owner: { type: 'group', id: 10, path: 'example-org' },
    tokenId,
    name: `Token ${tokenId}`,
    description: null,
    scopes: ['read_api'],
    role: 'developer',
    state: 'active',
    userId: 900,
    username: `group_10_bot_${tokenId}`,
    createdAt: minutesAgo(30 * 24 * 60),
    expiresAt: daysLeft === null ? null : inDays(daysLeft),
    daysLeft,
    lastUsedAt: minutesAgo(120),
    credentialOf: [],
    entityOwners: [],
    observedAt: minutesAgo(12),
    ...overrides,
  };
}

/** So many tokens, each expiring a day after the one before it. */
export function manyTokens(count: number): ManagedToken[] {
  return Array.from({ length: count }, (_, index) =>
    aToken({ tokenId: index + 1, daysLeft: index + 1 }),
  );
}

/** A group whose tokens were listed. */
export function anOwner(
  overrides: Partial<InventoryOwner> = {},
): InventoryOwner {
  return {
    environment: 'dev',
    owner: { type: 'group', id: 10, path: 'example-org' },
    tokens: 1,
    listedAt: minutesAgo(12),
    problem: null,
    ...overrides,
  };
}
