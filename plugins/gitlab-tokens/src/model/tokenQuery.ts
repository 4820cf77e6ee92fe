import {
  Role,
  roleSchema,
  TOKEN_KINDS,
  TOKEN_SORTS,
  TOKEN_STATES,
  TokenKind,
  TokenQuery,
  TokenSort,
  TokenState,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** What the list of tokens is narrowed down to; an empty list or null narrows nothing. */
export type TokenFilters = {
  search: string;
  environment: string[];
  owner: string[];
  kind: TokenKind[];
  state: TokenState[];
  scope: string[];
  role: Role[];
  expiresWithinDays: number | null;
};

/** Which tokens are shown, in which order, and which page of them. */
export type TokenView = {
  filters: TokenFilters;
  sort: TokenSort;
  order: 'asc' | 'desc';
  /** From 1. */
  page: number;
  limit: number;
};

/** How many tokens a page can have. */
export const PAGE_SIZES = [25, 50, 100];

/** The spans of the filter *expires within*. */
export const EXPIRY_SPANS = [7, 14, 30, 60, 90];

/** Nothing narrowed down. */
export const NO_FILTERS: TokenFilters = {
  search: '',
  environment: [],
  owner: [],
  kind: [],
  state: [],
  scope: [],
  role: [],
  expiresWithinDays: null,
};

/** What is shown first: what works now, in the order in which it stops working. */
export const DEFAULT_VIEW: TokenView = {
  filters: { ...NO_FILTERS, state: ['active'] },
  sort: 'expiresAt',
  order: 'asc',
  page: 1,
  limit: 50,
};

/** In the URL: tokens of all states, where no parameter means the active ones. */
const ANY_STATE = 'any';

const LISTS = ['environment', 'owner', 'kind', 'scope', 'role'] as const;

const VIEW_PARAMETERS = [
  ...LISTS,
  'state',
  'search',
  'expiresWithinDays',
  'sort',
  'order',
  'page',
  'limit',
];

/** The backend takes so many values of one parameter. */
const MOST_VALUES = 50;

function valuesOf<T extends string>(
  params: URLSearchParams,
  name: string,
  isKnown: (value: string) => value is T,
): T[] {
  return [...new Set(params.getAll(name))]
    .filter(isKnown)
    .slice(0, MOST_VALUES);
}

const isOneOf =
  <T extends string>(values: readonly T[]) =>
  (value: string): value is T =>
    values.some(known => known === value);

const isText = (value: string): value is string => value !== '';

const isRole = (value: string): value is Role =>
  roleSchema.safeParse(value).success;

function wholeNumber(
  text: string | null,
  { least, most }: { least: number; most: number },
): number | null {
  const number = text !== null && /^\d+$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : null;
}

function statesOf(params: URLSearchParams): TokenState[] {
  const states = valuesOf(params, 'state', isOneOf(TOKEN_STATES));
  const isDefault = states.length === 0 && params.get('state') !== ANY_STATE;
  return isDefault ? DEFAULT_VIEW.filters.state : states;
}

function filtersOf(params: URLSearchParams): TokenFilters {
  return {
    search: (params.get('search') ?? '').slice(0, 200),
    environment: valuesOf(params, 'environment', isText),
    owner: valuesOf(params, 'owner', isText),
    kind: valuesOf(params, 'kind', isOneOf(TOKEN_KINDS)),
    state: statesOf(params),
    scope: valuesOf(params, 'scope', isText),
    role: valuesOf(params, 'role', isRole),
    expiresWithinDays: wholeNumber(params.get('expiresWithinDays'), {
      least: 0,
      most: 3650,
    }),
  };
}

/** The view that a URL names; what it does not name, or what is not possible, is as by default. */
export function viewOf(params: URLSearchParams): TokenView {
  const sort = params.get('sort') ?? '';
  const limit = Number(params.get('limit'));
  return {
    filters: filtersOf(params),
    sort: isOneOf(TOKEN_SORTS)(sort) ? sort : DEFAULT_VIEW.sort,
    order: params.get('order') === 'desc' ? 'desc' : DEFAULT_VIEW.order,
    page: wholeNumber(params.get('page'), { least: 1, most: 1e6 }) ?? 1,
    limit: PAGE_SIZES.includes(limit) ? limit : DEFAULT_VIEW.limit,
  };
}

/** The parameters of a URL that names the view; those that are as by default are left out, those of others kept. */
export function paramsOf(
  view: TokenView,
  others: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const params = new URLSearchParams(others);
  VIEW_PARAMETERS.forEach(name => params.delete(name));
  const { filters, sort, order, page, limit } = view;
  for (const name of LISTS) {
    filters[name].forEach(value => params.append(name, value));
  }
  const states = filters.state.length > 0 ? filters.state : [ANY_STATE];
  if (states.join() !== DEFAULT_VIEW.filters.state.join()) {
    states.forEach(state => params.append('state', state));
  }
  const single: Record<string, [value: unknown, byDefault: unknown]> = {
    search: [filters.search, ''],
    expiresWithinDays: [filters.expiresWithinDays, null],
    sort: [sort, DEFAULT_VIEW.sort],
    order: [order, DEFAULT_VIEW.order],
    page: [page, 1],
    limit: [limit, DEFAULT_VIEW.limit],
  };
  for (const [name, [value, byDefault]] of Object.entries(single)) {
    if (value !== byDefault) {
      params.set(name, String(value));
    }
  }
  return params;
}

/** The question to the backend. */
export function queryOf(view: TokenView): TokenQuery {
  const { filters, sort, order, page, limit } = view;
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  return {
    environment: some(filters.environment),
    owner: some(filters.owner),
    kind: some(filters.kind),
    state: some(filters.state),
    scope: some(filters.scope),
    role: some(filters.role),
    search: filters.search.trim() || undefined,
    expiresWithinDays: filters.expiresWithinDays ?? undefined,
    sort,
    order,
    offset: (page - 1) * limit,
    limit,
  };
}

/** The same tokens in the order of a column, or in the opposite order where they are in its order already. */
export function sortedBy(view: TokenView, sort: TokenSort): TokenView {
  const isTurned = view.sort === sort && view.order === 'asc';
  return { ...view, sort, order: isTurned ? 'desc' : 'asc', page: 1 };
}

/** Whether the filters leave out anything. */
export function isNarrowed(filters: TokenFilters): boolean {
  return Object.values(filters).some(value =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== '',
  );
}
