import { Resource } from '../state/entities';
import { State } from '../state/State';
import { SeedError } from './SeedError';
import { loadGroups } from './loadGroups';
import { loadProjects } from './loadProjects';
import { loadMergeRequests, loadRepositories } from './loadRepositories';
import { loadDeployTokens, loadTokens } from './loadTokens';
import { loadServiceAccounts, loadUsers } from './loadUsers';
import { eachEntry, requiredResourceOf } from './places';
import { NumberedSeed, numberSeed } from './numberSeed';
import { ParsedSeed, TABLES_WITH_LAST_IDS } from './schema';
import { normalTimestamp } from './time';

/**
 * Makes the state that a seed describes.
 *
 * @param now - what absent timestamps become
 * @throws SeedError if the seed contradicts itself
 */
export function buildState(parsed: ParsedSeed, now: Date): State {
  const seed = numberSeed(parsed);
  const state = new State(seed.settings);
  const timestamp = now.toISOString();
  for (const table of TABLES_WITH_LAST_IDS) {
    state[table].reserveIdsTo(seed.lastIds[table] ?? 0);
  }
  loadUsers(state, seed, timestamp);
  loadGroups(state, seed, timestamp);
  loadProjects(state, seed, timestamp);
  loadServiceAccounts(state, seed, timestamp);
  loadTokens(state, seed, timestamp);
  loadDeployTokens(state, seed);
  loadMembers(state, seed, timestamp);
  loadVariables(state, seed, timestamp);
  loadRepositories(state, seed);
  loadMergeRequests(state, seed);
  return state;
}

/** After the tokens, because their bots may be named here too. */
function loadMembers(state: State, seed: NumberedSeed, now: string): void {
  const join = (
    resource: Resource,
    entry: NumberedSeed['groups'][number]['members'][number],
  ) => {
    if (!state.users.get(entry.userId)) {
      throw new SeedError(`there is no user ${entry.userId}`);
    }
    const present = state.memberships.find(resource, entry.userId);
    if (present && !present.derived) {
      throw new SeedError(`user ${entry.userId} is a member twice`);
    }
    state.memberships.set({
      userId: entry.userId,
      resource,
      accessLevel: entry.accessLevel,
      createdAt: normalTimestamp(entry.createdAt ?? now),
      expiresAt: entry.expiresAt ?? null,
      derived: false,
    });
  };
  eachEntry('groups', seed.groups, ({ id, members }) =>
    eachEntry('members', members, entry => join({ type: 'group', id }, entry)),
  );
  eachEntry('projects', seed.projects, ({ id, members }) =>
    eachEntry('members', members, entry =>
      join({ type: 'project', id }, entry),
    ),
  );
}

function loadVariables(state: State, seed: NumberedSeed, now: string): void {
  eachEntry('variables', seed.variables, ({ groupId, projectId, ...entry }) => {
    state.variables.insert({
      ...entry,
      id: state.variables.takeId(),
      resource: requiredResourceOf(state, { groupId, projectId }),
      updatedAt: normalTimestamp(entry.updatedAt ?? now),
    });
  });
}
