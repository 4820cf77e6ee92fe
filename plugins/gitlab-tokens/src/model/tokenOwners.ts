import { InventoryOwner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Since when the list is complete: when the owner that was listed longest ago was; null: none was yet. */
export function oldestListing(
  owners: readonly InventoryOwner[],
): string | null {
  const instants = owners.flatMap(({ listedAt }) => listedAt ?? []);
  return instants.length > 0
    ? instants.reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a))
    : null;
}

/** Their full paths and user names, each once, sorted. */
export function ownerPaths(owners: readonly InventoryOwner[]): string[] {
  return [...new Set(owners.flatMap(({ owner }) => owner.path ?? []))].sort();
}
