import { State } from '../state/State';
import { SeedError } from './SeedError';
import { NumberedSeed } from './numberSeed';
import { eachEntry, resourceOf } from './places';
import { normalTimestamp } from './time';

type UserEntry = NumberedSeed['users'][number];

/** Inserts the people, bots and instance service accounts; those of groups and projects follow these. */
export function loadUsers(state: State, seed: NumberedSeed, now: string): void {
  eachEntry('users', seed.users, entry => {
    if (!isOfResource(entry)) {
      insertUser(state, entry, now);
    } else if (!entry.serviceAccount) {
      throw new SeedError('only a service account has a groupId or projectId');
    }
  });
}

/** Inserts the service accounts that belong to a group or a project. */
export function loadServiceAccounts(
  state: State,
  seed: NumberedSeed,
  now: string,
): void {
  eachEntry('users', seed.users, entry => {
    if (isOfResource(entry)) {
      insertUser(state, entry, now);
    }
  });
}

function isOfResource(entry: UserEntry): boolean {
  return Boolean(entry.groupId ?? entry.projectId);
}

function insertUser(state: State, entry: UserEntry, now: string): void {
  const bot = entry.bot || entry.serviceAccount;
  state.users.insert({
    id: entry.id,
    username: entry.username,
    name: entry.name ?? entry.username,
    admin: entry.admin,
    state: entry.state,
    bot,
    serviceAccount: entry.serviceAccount,
    resource: resourceOf(state, entry),
    email:
      entry.email ??
      `${entry.username}@${bot ? 'noreply.localhost' : 'example.com'}`,
    createdAt: normalTimestamp(entry.createdAt ?? now),
  });
}
