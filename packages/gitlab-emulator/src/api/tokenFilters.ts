import { Token } from '../state/entities';
import { isActive } from '../state/tokenState';
import { date, dateTime, flag, oneOf, text } from './parameterKinds';
import { ParameterValues } from './parameters';
import { tokenOrder } from './tokenOrders';

/** The filters of every list of tokens. */
export const tokenFilterParameters = {
  revoked: flag,
  state: oneOf('active', 'inactive'),
  created_before: dateTime,
  created_after: dateTime,
  last_used_before: dateTime,
  last_used_after: dateTime,
  expires_before: date,
  expires_after: date,
  search: text,
  sort: text,
};

type Filters = ParameterValues<typeof tokenFilterParameters>;
type Predicate = (token: Token) => boolean;

/** The tokens that pass every given filter, in the asked order or by id. */
export function filterTokens(
  tokens: readonly Token[],
  filters: Filters,
  now: Date,
): Token[] {
  const predicates = [
    ...stateFilters(filters, now),
    ...timeFilters(filters),
    ...searchFilters(filters.search ?? ''),
  ];
  const passing = tokens.filter(token =>
    predicates.every(predicate => predicate(token)),
  );
  return passing.sort(tokenOrder(filters.sort));
}

function stateFilters({ state, revoked }: Filters, now: Date): Predicate[] {
  return [
    ...(state === undefined
      ? []
      : [(token: Token) => isActive(token, now) === (state === 'active')]),
    ...(revoked === undefined
      ? []
      : [(token: Token) => token.revoked === revoked]),
  ];
}

/** All bounds are inclusive but `expires_before`; a token that was never used has no time of use to compare. */
function timeFilters(filters: Filters): Predicate[] {
  const bounds: Array<
    [string | undefined, (token: Token, bound: string) => boolean]
  > = [
    [filters.created_before, (token, bound) => token.createdAt <= bound],
    [filters.created_after, (token, bound) => token.createdAt >= bound],
    [
      filters.last_used_before,
      ({ lastUsedAt }, bound) => lastUsedAt !== null && lastUsedAt <= bound,
    ],
    [
      filters.last_used_after,
      ({ lastUsedAt }, bound) => lastUsedAt !== null && lastUsedAt >= bound,
    ],
    [
      filters.expires_before,
      ({ expiresAt }, bound) => expiresAt !== null && expiresAt < bound,
    ],
    [
      filters.expires_after,
      ({ expiresAt }, bound) => expiresAt !== null && expiresAt >= bound,
    ],
  ];
  return bounds.flatMap(([bound, holds]) =>
    bound === undefined ? [] : [(token: Token) => holds(token, bound)],
  );
}

/** Every word of three letters or more must occur; without such a word the name must be the whole text. */
function searchFilters(search: string): Predicate[] {
  const query = search.trim().toLowerCase();
  if (query === '') {
    return [];
  }
  const words = query.split(/\s+/).filter(word => word.length >= 3);
  return words.length === 0
    ? [token => token.name.toLowerCase() === query]
    : words.map(
        word => (token: Token) => token.name.toLowerCase().includes(word),
      );
}
