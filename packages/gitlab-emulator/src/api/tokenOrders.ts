import { Token } from '../state/entities';

type Order = (one: Token, other: Token) => number;

const byId: Order = (one, other) => one.id - other.id;

/** Ascending puts what is absent last and descending puts it first, as PostgreSQL does. */
function ascending(key: (token: Token) => string | null): Order {
  return (one, other) => {
    const [left, right] = [key(one), key(other)];
    if (left === right) {
      return byId(one, other);
    }
    if (left === null || right === null) {
      return left === null ? 1 : -1;
    }
    return left < right ? -1 : 1;
  };
}

function descending(key: (token: Token) => string | null): Order {
  const order = ascending(key);
  return (one, other) =>
    key(one) === key(other) ? byId(one, other) : order(other, one);
}

const created = (token: Token) => token.createdAt;
const expires = (token: Token) => token.expiresAt;
const lastUsed = (token: Token) => token.lastUsedAt;
const name = (token: Token) => token.name.toLowerCase();

const ORDERS = new Map<string, Order>(
  Object.entries({
    created_asc: ascending(created),
    created_at_asc: ascending(created),
    created_date: descending(created),
    created_desc: descending(created),
    created_at_desc: descending(created),
    updated_asc: ascending(created),
    updated_desc: descending(created),
    expires_asc: ascending(expires),
    expires_desc: descending(expires),
    expires_at_asc_id_desc: (one, other) =>
      one.expiresAt === other.expiresAt
        ? byId(other, one)
        : ascending(expires)(one, other),
    last_used_asc: ascending(lastUsed),
    last_used_desc: descending(lastUsed),
    name_asc: ascending(name),
    name_desc: descending(name),
    id_asc: byId,
    id_desc: (one, other) => byId(other, one),
  }),
);

/** The order with that name; by id where there is no such order, as in GitLab. */
export function tokenOrder(sort: string | undefined): Order {
  return ORDERS.get(sort ?? '') ?? byId;
}
