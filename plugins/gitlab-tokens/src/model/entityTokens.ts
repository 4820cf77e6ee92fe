import {
  Environment,
  GitlabTarget,
  InventoryOwner,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** The tokens of one environment. */
export type EnvironmentTokens = {
  environment: string;
  tokens: ManagedToken[];
};

type Owner = ManagedToken['owner'];

function isSamePath(path: string | null, other: string | null): boolean {
  return (
    path !== null &&
    other !== null &&
    path.toLowerCase() === other.toLowerCase()
  );
}

/** Whether something belongs to exactly the entity's project or group, and not to a group above it. */
export function isOwn({ owner }: { owner: Owner }, target: GitlabTarget) {
  return (
    owner.type === target.type &&
    (target.id === null || target.path !== null
      ? isSamePath(owner.path, target.path)
      : owner.id === target.id)
  );
}

/** Never last. */
function expiryOrder(a: ManagedToken, b: ManagedToken): number {
  return (a.daysLeft ?? Infinity) === (b.daysLeft ?? Infinity)
    ? a.name.localeCompare(b.name)
    : (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity);
}

/**
 * Tokens by environment: in the configured order, then those that are not known. The entity's own tokens come before
 * inherited ones, and what expires first before the rest.
 */
export function byEnvironment(
  tokens: readonly ManagedToken[],
  target: GitlabTarget,
  environments: readonly Pick<Environment, 'name'>[],
): EnvironmentTokens[] {
  const names = new Set([
    ...environments.map(({ name }) => name),
    ...tokens.map(({ environment }) => environment).sort(),
  ]);
  const distance = (token: ManagedToken) => (isOwn(token, target) ? 0 : 1);
  return [...names]
    .map(environment => ({
      environment,
      tokens: tokens
        .filter(token => token.environment === environment)
        .sort((a, b) => distance(a) - distance(b) || expiryOrder(a, b)),
    }))
    .filter(group => group.tokens.length > 0);
}

/** The active token that stops working next. */
export function nextToStop(
  tokens: readonly ManagedToken[],
): (ManagedToken & { expiresAt: string; daysLeft: number }) | undefined {
  return tokens
    .flatMap(token => {
      const { expiresAt, daysLeft, state } = token;
      return state === 'active' && expiresAt !== null && daysLeft !== null
        ? [{ ...token, expiresAt, daysLeft }]
        : [];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft)[0];
}

/** Of the listed owners the entity's project or group and the groups above it. */
export function ownersOf(
  target: GitlabTarget,
  owners: readonly InventoryOwner[],
): InventoryOwner[] {
  const path = target.path?.toLowerCase();
  return owners.filter(
    item =>
      isOwn(item, target) ||
      (item.owner.type === 'group' &&
        path !== undefined &&
        item.owner.path !== null &&
        path.startsWith(`${item.owner.path.toLowerCase()}/`)),
  );
}

/** The one environment in which a token for it would be issued; undefined: there are several, or none. */
export function onlyEnvironment(
  target: GitlabTarget,
  environments: readonly Pick<Environment, 'name' | 'host'>[],
): string | undefined {
  const names = environments
    .filter(({ host }) => target.host === null || host === target.host)
    .map(({ name }) => name);
  return names.length === 1 ? names[0] : undefined;
}
