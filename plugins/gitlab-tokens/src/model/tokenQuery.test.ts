import fc from 'fast-check';
import {
  ROLES,
  TOKEN_KINDS,
  TOKEN_SORTS,
  TOKEN_STATES,
  tokenQuerySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DEFAULT_VIEW,
  isNarrowed,
  NO_FILTERS,
  PAGE_SIZES,
  paramsOf,
  queryOf,
  sortedBy,
  TokenView,
  viewOf,
} from './tokenQuery';

const some = <T>(values: readonly T[]) =>
  fc.subarray([...values]).map(chosen => chosen as T[]);

const texts = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40 }), {
  maxLength: 5,
});

const views: fc.Arbitrary<TokenView> = fc.record({
  filters: fc.record({
    search: fc.string({ maxLength: 60 }),
    environment: texts,
    owner: texts,
    kind: some(TOKEN_KINDS),
    state: some(TOKEN_STATES),
    scope: texts,
    role: some(ROLES),
    expiresWithinDays: fc.option(fc.integer({ min: 0, max: 3650 })),
  }),
  sort: fc.constantFrom(...TOKEN_SORTS),
  order: fc.constantFrom('asc', 'desc'),
  page: fc.integer({ min: 1, max: 1000 }),
  limit: fc.constantFrom(...PAGE_SIZES),
});

describe('the list of tokens in the URL', () => {
  it('comes back as it was written, through the text of a URL', () => {
    fc.assert(
      fc.property(views, view => {
        const text = paramsOf(view).toString();
        expect(viewOf(new URLSearchParams(text))).toEqual(view);
      }),
    );
  });

  it('always asks what the backend accepts', () => {
    fc.assert(
      fc.property(views, view => {
        expect(tokenQuerySchema.parse(queryOf(view))).toEqual(queryOf(view));
      }),
    );
  });

  it('accepts any URL, and asks what the backend accepts', () => {
    const name = fc.constantFrom(
      ...['page', 'limit', 'sort', 'order', 'state', 'kind', 'role'],
      ...['search', 'scope', 'owner', 'environment', 'expiresWithinDays'],
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, fc.string({ maxLength: 300 }))),
        pairs => {
          const query = queryOf(viewOf(new URLSearchParams(pairs)));
          expect(tokenQuerySchema.safeParse(query).success).toBe(true);
        },
      ),
    );
  });

  it('shows active tokens by their expiry where the URL says nothing', () => {
    expect(viewOf(new URLSearchParams())).toEqual(DEFAULT_VIEW);
    expect(paramsOf(DEFAULT_VIEW).toString()).toBe('');
    expect(queryOf(DEFAULT_VIEW)).toMatchObject({
      state: ['active'],
      sort: 'expiresAt',
      order: 'asc',
      offset: 0,
      limit: 50,
    });
  });

  it('tells all states from the default', () => {
    const all = { ...DEFAULT_VIEW, filters: NO_FILTERS };
    expect(paramsOf(all).toString()).toBe('state=any');
    expect(queryOf(all).state).toBeUndefined();
  });

  it('leaves the parameters of others alone', () => {
    const others = new URLSearchParams(
      'operation=7&token=dev.group.1.2&page=4',
    );
    expect(paramsOf(DEFAULT_VIEW, others).toString()).toBe(
      'operation=7&token=dev.group.1.2',
    );
  });

  it('turns the order of a column, and begins at the first page', () => {
    const third = { ...DEFAULT_VIEW, page: 3 };
    const byName = sortedBy(third, 'name');
    expect(byName).toMatchObject({ sort: 'name', order: 'asc', page: 1 });
    expect(sortedBy(byName, 'name').order).toBe('desc');
    expect(sortedBy(sortedBy(byName, 'name'), 'name').order).toBe('asc');
  });

  it('knows whether anything is left out', () => {
    expect(isNarrowed(NO_FILTERS)).toBe(false);
    expect(isNarrowed(DEFAULT_VIEW.filters)).toBe(true);
    expect(isNarrowed({ ...NO_FILTERS, expiresWithinDays: 0 })).toBe(true);
  });
});
