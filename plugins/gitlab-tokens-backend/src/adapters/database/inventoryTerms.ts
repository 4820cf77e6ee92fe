import { TokenQuery } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { InventoryToken } from '../../domain/InventoryToken';
import { ownerKey, searchable } from './inventoryRows';

/**
 * What a row is found by, as numbers of 32 bits: three characters in a row of its search text, and the values that
 * lists are filtered by. Two terms may share a number: whoever searches with them looks at the rows as well.
 */
export function termsOf(
  token: Pick<
    InventoryToken,
    'environment' | 'kind' | 'role' | 'scopes' | 'owner'
  >,
  search: string,
): number[] {
  const { environment, kind, role, scopes, owner } = token;
  return [
    ...new Set([
      ...trigrams(search),
      term('environment', environment),
      term('kind', kind),
      ...(role === null ? [] : [term('role', role)]),
      ...scopes.map(scope => term('scope', scope)),
      ...pathsUpwards(ownerKey(owner.path)).map(path => term('owner', path)),
    ]),
  ];
}

/**
 * Each group of terms holds alternatives, and a row must have one of every group. Of the search text every third
 * trigram will do, and the last one: together they cover it.
 */
export function termGroupsOf(query: TokenQuery): number[][] {
  const { environment, kind, role, scope, owner, search } = query;
  const letters = [...trigrams(searchable(search ?? ''))].filter(
    (_, index, { length }) => index % 3 === 0 || index === length - 1,
  );
  return [
    environment?.map(each => term('environment', each)) ?? [],
    kind?.map(each => term('kind', each)) ?? [],
    role?.map(each => term('role', each)) ?? [],
    owner?.map(each => term('owner', ownerKey(each))) ?? [],
    ...(scope ?? []).map(each => [term('scope', each)]),
    ...letters.map(each => [each]),
  ].filter(group => group.length > 0);
}

/** `a/b/` → `a/`, `a/b/`. */
function pathsUpwards(key: string): string[] {
  const parts = key.split('/').slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}

function trigrams(text: string): Set<number> {
  const characters = [...text];
  return new Set(
    characters
      .slice(2)
      .map((_, index) =>
        term('text', characters.slice(index, index + 3).join('')),
      ),
  );
}

/** FNV-1a. */
function term(field: string, value: string): number {
  const text = `${field} ${value}`;
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
