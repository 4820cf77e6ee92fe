import {
  ROLES,
  TOKEN_KINDS,
  TOKEN_STATES,
  TokenQuery,
  tokenQuerySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import fc from 'fast-check';
import { InventoryToken } from '../domain/InventoryToken';
import { DatedQuery } from '../ports/TokenInventory';

/** What GitLab tells of a token, as it is put into the inventory. */
export type ListedToken = Omit<InventoryToken, 'entityOwners' | 'observedAt'>;

export const TODAY = '2026-06-01';

export function aListedToken(
  overrides: Partial<ListedToken> = {},
): ListedToken {
  return {
    ref: 'dev.group.10.101',
    environment: 'dev',
    kind: 'group',
    owner: { type: 'group', id: 10, path: 'example-org' },
    tokenId: 101,
    name: 'Backstage (dev)',
    description: null,
    scopes: ['read_api'],
    role: 'developer',
    state: 'active',
    userId: 900,
    username: 'group_10_bot_0123456789abcdef0123456789abcdef',
    createdAt: '2026-05-01T08:00:00.000Z',
    expiresAt: '2026-09-09',
    lastUsedAt: '2026-06-01T11:50:00.000Z',
    ...overrides,
  };
}

export function aQuery(overrides: Partial<TokenQuery> = {}): DatedQuery {
  return { ...tokenQuerySchema.parse({}), today: TODAY, ...overrides };
}

const OWNERS = [
  'Example-Org',
  'example-org/a',
  'example-org/a-b',
  'example-org/A/c',
  'exampleXorg',
  null,
];
const WORDS = [
  'deploy',
  'De_ploy',
  '100%',
  'ci',
  'Ünïcode',
  '日本語',
  "o'hara",
  '\\',
  'İstanbul',
  '"q"',
];
const SCOPES = ['api', 'read_api', 'read_repository', 'we"ird'];
const DAYS = [
  '2020-01-01',
  '2026-05-31',
  TODAY,
  '2026-06-02',
  '2026-06-08',
  '2027-01-01',
];

const words = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 3 })
  .map(it => it.join(' '));
const environments = fc.constantFrom('dev', 'qa');
const timestamps = fc.option(
  fc.constantFrom(...DAYS).map(day => `${day}T08:00:00.000Z`),
);

/** Tokens of few different values, so that much of a query matches. */
export const someTokens = fc
  .array(
    fc.record({
      environment: environments,
      kind: fc.constantFrom(...TOKEN_KINDS),
      owner: fc.record({
        type: fc.constantFrom('group', 'project', 'user'),
        id: fc.nat(5),
        path: fc.constantFrom(...OWNERS),
      }),
      name: words,
      description: fc.option(words),
      scopes: fc.uniqueArray(fc.constantFrom(...SCOPES)),
      role: fc.option(fc.constantFrom(...ROLES)),
      state: fc.constantFrom('active', 'revoked'),
      userId: fc.option(fc.nat(5)),
      username: fc.option(words),
      createdAt: timestamps,
      expiresAt: fc.option(fc.constantFrom(...DAYS)),
      lastUsedAt: timestamps,
    }),
    { maxLength: 30 },
  )
  .map(tokens =>
    tokens.map((token, tokenId): ListedToken => {
      const ref = `${token.environment}.${token.kind}.1.${tokenId}`;
      return { ...token, ref, tokenId } as ListedToken;
    }),
  );

const some = <T>(values: readonly T[]) =>
  fc.option(
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }),
    { nil: undefined },
  );

export const someQuery: fc.Arbitrary<DatedQuery> = fc.record({
  today: fc.constant(TODAY),
  environment: some(['dev', 'qa', 'prod']),
  owner: some(['example-org', 'EXAMPLE-ORG/a', 'example_org', 'ex', 'nobody']),
  kind: some(TOKEN_KINDS),
  state: some(TOKEN_STATES),
  scope: some(SCOPES),
  role: some(ROLES),
  search: fc.option(
    fc.constantFrom(
      ...WORDS,
      'PLOY',
      'e_p',
      '%',
      '_',
      '0%',
      'ïco',
      '本',
      '',
      'example-org/a',
      'y d',
    ),
    { nil: undefined },
  ),
  expiresWithinDays: fc.option(fc.constantFrom(0, 1, 7, 3650), {
    nil: undefined,
  }),
  sort: fc.option(
    fc.constantFrom(
      'name',
      'expiresAt',
      'lastUsedAt',
      'createdAt',
      'owner',
      'kind',
    ),
    { nil: undefined },
  ),
  order: fc.option(fc.constantFrom('asc', 'desc'), { nil: undefined }),
  offset: fc.nat(8),
  limit: fc.integer({ min: 1, max: 8 }),
}) as fc.Arbitrary<DatedQuery>;
