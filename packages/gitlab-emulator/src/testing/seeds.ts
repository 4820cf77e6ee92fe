import { Seed } from '../seed/schema';

const PEOPLE = ['root', 'owner', 'maintainer', 'developer', 'stranger'];

type TokenEntry = NonNullable<Seed['tokens']>[number];

/** A token of root; every field can be given. */
export function aToken(fields: Partial<TokenEntry> = {}): TokenEntry {
  return {
    kind: 'personal',
    userId: 1,
    name: 'token',
    scopes: ['api'],
    ...fields,
  };
}

/**
 * A private group with a private subgroup and projects, one user per role, and for each a token with `api` whose
 * value is `glpat-` and the user name.
 */
export function anOrganisation(extra: Partial<Seed> = {}): Seed {
  return {
    now: '2026-06-01T12:00:00Z',
    users: PEOPLE.map((username, index) => ({
      id: index + 1,
      username,
      admin: username === 'root',
    })),
    groups: [
      {
        id: 10,
        path: 'example-org',
        members: [
          { userId: 2, accessLevel: 50 },
          { userId: 3, accessLevel: 40 },
          { userId: 4, accessLevel: 30 },
        ],
      },
      { id: 11, path: 'payments', parentId: 10 },
      { id: 12, path: 'open', visibility: 'public' },
    ],
    projects: [
      { id: 20, path: 'portal', groupId: 10 },
      {
        id: 21,
        path: 'api',
        groupId: 11,
        members: [{ userId: 4, accessLevel: 40 }],
      },
      { id: 22, path: 'site', groupId: 12, visibility: 'public' },
      { id: 23, path: 'dotfiles', userId: 4 },
    ],
    ...extra,
    tokens: [...PEOPLE.map(tokenOf), ...(extra.tokens ?? [])],
  };
}

function tokenOf(username: string, index: number): TokenEntry {
  return aToken({
    id: index + 1,
    userId: index + 1,
    value: `glpat-${username}`,
    createdAt: '2026-01-01T00:00:00Z',
    expiresAt: '2026-12-31',
  });
}
