import { insertGroup } from '../state/namespaces';
import { State } from '../state/State';
import { SeedError } from './SeedError';
import { NumberedSeed } from './numberSeed';
import { atEntry } from './places';
import { normalTimestamp } from './time';

type GroupEntry = NumberedSeed['groups'][number];

/** Inserts the groups, each after its parent: in the seed they may stand in any order. */
export function loadGroups(
  state: State,
  seed: NumberedSeed,
  now: string,
): void {
  for (const [index, entry] of parentsFirst(seed.groups)) {
    atEntry(`groups[${index}]`, () => {
      const parent = entry.parentId ? state.groups.get(entry.parentId) : null;
      if (!parent && state.users.findBy('username', entry.path.toLowerCase())) {
        throw new SeedError('a user has the same path');
      }
      insertGroup(state, parent ?? null, {
        id: entry.id,
        path: entry.path,
        name: entry.name ?? entry.path,
        visibility: entry.visibility,
        description: entry.description,
        createdAt: normalTimestamp(entry.createdAt ?? now),
      });
    });
  }
}

function parentsFirst(entries: GroupEntry[]): Array<[number, GroupEntry]> {
  const indexOf = new Map(entries.map((entry, index) => [entry.id, index]));
  const ordered = new Map<number, GroupEntry>();
  const visit = (index: number, path: ReadonlySet<number>) => {
    const entry = entries[index];
    if (ordered.has(index)) {
      return;
    }
    if (path.has(index)) {
      throw new SeedError(`groups[${index}]: is its own ancestor`);
    }
    if (entry.parentId) {
      const parent = indexOf.get(entry.parentId);
      if (parent === undefined) {
        throw new SeedError(
          `groups[${index}]: there is no group ${entry.parentId}`,
        );
      }
      visit(parent, new Set([...path, index]));
    }
    ordered.set(index, entry);
  };
  entries.forEach((_, index) => visit(index, new Set()));
  return [...ordered];
}
