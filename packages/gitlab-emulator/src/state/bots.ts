import { randomBytes } from 'node:crypto';
import { AccessLevel, Resource, User } from './entities';
import { State } from './State';

/** Makes the user behind a group or project token, named as GitLab names it. */
export function insertBot(
  state: State,
  resource: Resource,
  bot: { id: number; name: string; createdAt: string },
): User {
  const suffix = randomBytes(16).toString('hex');
  const username = `${resource.type}_${resource.id}_bot_${suffix}`;
  return state.users.insert({
    id: bot.id,
    username,
    name: bot.name,
    admin: false,
    state: 'active',
    bot: true,
    serviceAccount: false,
    resource: null,
    email: `${username}@noreply.localhost`,
    createdAt: bot.createdAt,
  });
}

/** Makes a service account, of a group, of a project or of the whole instance, named as GitLab names it. */
export function insertServiceAccount(
  state: State,
  resource: Resource | null,
  account: {
    name: string | undefined;
    username: string | undefined;
    email: string | undefined;
    createdAt: string;
  },
): User {
  const place = resource ? `_${resource.type}_${resource.id}` : '';
  const suffix = randomBytes(16).toString('hex');
  const username = account.username || `service_account${place}_${suffix}`;
  return state.users.insert({
    id: state.users.takeId(),
    username,
    name: account.name || 'Service account user',
    admin: false,
    state: 'active',
    bot: true,
    serviceAccount: true,
    resource,
    email: account.email || `${username}@noreply.localhost`,
    createdAt: account.createdAt,
  });
}

/** Makes a bot a member of its group or project, at the level of its token. */
export function joinBot(
  state: State,
  userId: number,
  membership: {
    resource: Resource;
    accessLevel: AccessLevel;
    createdAt: string;
  },
): void {
  state.memberships.set({
    userId,
    ...membership,
    expiresAt: null,
    derived: true,
  });
}
