import { TokenSort } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ListedToken, TODAY } from '../../../__testUtils__/inventory';
import { DatedQuery, InventoryPage } from '../../../ports/TokenInventory';

/** Whether a token is among what a query asks for, by what the contract says. */
export function matches(token: ListedToken, query: DatedQuery): boolean {
  const { environment, kind, role, owner, scope, state, search } = query;
  const among = <T>(values: T[] | undefined, value: T | null) =>
    !values || (value !== null && values.includes(value));
  const path = token.owner.path && `${token.owner.path.toLowerCase()}/`;
  const days =
    token.expiresAt &&
    (Date.parse(token.expiresAt) - Date.parse(TODAY)) / 86_400_000;
  const texts = [
    token.name,
    token.description,
    token.username,
    token.owner.path,
  ];
  return (
    among(environment, token.environment) &&
    among(kind, token.kind) &&
    among(role, token.role) &&
    among(state, stateOn(token, TODAY)) &&
    (!owner || owner.some(it => path?.startsWith(`${it.toLowerCase()}/`))) &&
    (scope ?? []).every(each => token.scopes.includes(each)) &&
    (!search ||
      texts.some(it => it?.toLowerCase().includes(search.toLowerCase()))) &&
    (query.expiresWithinDays === undefined ||
      (token.state === 'active' &&
        typeof days === 'number' &&
        days > 0 &&
        days <= query.expiresWithinDays))
  );
}

function stateOn(token: ListedToken, today: string) {
  return token.state === 'active' && token.expiresAt && token.expiresAt <= today
    ? 'expired'
    : token.state;
}

/** Sorted as a query asks for it. */
export function inOrder(tokens: ListedToken[], { sort, order }: DatedQuery) {
  const keys: Record<TokenSort, (token: ListedToken) => string | null> = {
    name: token => token.name.toLowerCase(),
    owner: ({ owner }) =>
      owner.path === null ? '' : `${owner.path.toLowerCase()}/`,
    kind: token => token.kind,
    expiresAt: token => token.expiresAt,
    lastUsedAt: token => token.lastUsedAt,
    createdAt: token => token.createdAt,
  };
  const key = keys[sort ?? 'name'];
  const sign = order === 'desc' ? -1 : 1;
  return [...tokens].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if ((left === null) !== (right === null)) {
      return left === null ? 1 : -1;
    }
    return sign * (compare(left ?? '', right ?? '') || compare(a.ref, b.ref));
  });
}

/** A page is right, and claims no more of the total than it knows. */
export function expectPage(
  { tokens, total, totalIsExact }: InventoryPage,
  { offset, limit }: DatedQuery,
  expected: string[],
) {
  expect(tokens.map(({ ref }) => ref)).toEqual(
    expected.slice(offset, offset + limit),
  );
  if (totalIsExact) {
    expect(total).toBe(expected.length);
  } else {
    expect(total).toBeLessThanOrEqual(expected.length);
    expect(total).toBeGreaterThan(offset + tokens.length);
  }
}

function compare(a: string, b: string) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
