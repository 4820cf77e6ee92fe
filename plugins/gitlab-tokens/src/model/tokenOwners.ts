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

/** Whether their tokens are listed by more than one environment. */
export function areOfSeveralEnvironments(
  owners: readonly InventoryOwner[],
): boolean {
  return owners.some(
    ({ environment }) => environment !== owners[0].environment,
  );
}

/** A path and those of the groups above it. */
function withGroupsAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Their full paths, those of the groups above them, and user names, each once, sorted. */
export function ownerPaths(owners: readonly InventoryOwner[]): string[] {
  const paths = owners.flatMap(({ owner }) =>
    owner.path === null ? [] : withGroupsAbove(owner.path),
  );
  return [...new Set(paths)].sort();
}

/** What was typed as a full path or user name: without the slashes and spaces around it. */
export function typedOwner(text: string): string {
  return text.trim().replace(/^\/+|\/+$/g, '');
}
