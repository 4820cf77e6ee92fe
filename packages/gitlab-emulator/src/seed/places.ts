import { RefusedChangeError } from '../repository/commitChanges';
import { DuplicateKeyError } from '../state/Table';
import { Resource } from '../state/entities';
import { State } from '../state/State';
import { SeedError } from './SeedError';

/** Runs `insert`, and says of which entry a failure speaks. */
export function atEntry(place: string, insert: () => void): void {
  try {
    insert();
  } catch (error) {
    const isTold = [SeedError, DuplicateKeyError, RefusedChangeError].some(
      kind => error instanceof kind,
    );
    if (isTold && error instanceof Error) {
      throw new SeedError(`${place}: ${error.message}`);
    }
    throw error;
  }
}

/** As `atEntry`, for each entry of a section. */
export function eachEntry<Entry>(
  section: string,
  entries: readonly Entry[],
  insert: (entry: Entry) => void,
): void {
  entries.forEach((entry, index) =>
    atEntry(`${section}[${index}]`, () => insert(entry)),
  );
}

/** The group or the project that an entry names, which must exist; null where it names none. */
export function resourceOf(
  state: State,
  entry: { groupId?: number | null; projectId?: number | null },
): Resource | null {
  const { groupId = null, projectId = null } = entry;
  if (groupId !== null && projectId !== null) {
    throw new SeedError('has both a groupId and a projectId');
  }
  if (groupId !== null) {
    if (!state.groups.get(groupId)) {
      throw new SeedError(`there is no group ${groupId}`);
    }
    return { type: 'group', id: groupId };
  }
  if (projectId !== null) {
    if (!state.projects.get(projectId)) {
      throw new SeedError(`there is no project ${projectId}`);
    }
    return { type: 'project', id: projectId };
  }
  return null;
}

/** As `resourceOf`, where one of the two must be named. */
export function requiredResourceOf(
  state: State,
  entry: { groupId?: number | null; projectId?: number | null },
): Resource {
  const resource = resourceOf(state, entry);
  if (!resource) {
    throw new SeedError('needs a groupId or a projectId');
  }
  return resource;
}
