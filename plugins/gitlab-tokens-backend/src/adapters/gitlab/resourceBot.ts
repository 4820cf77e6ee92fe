import { GitlabUser } from '../../ports/GitlabGateway';

/** GitLab's names of the bots that it makes for group and project tokens, with hexadecimal ends since 15.x. */
const RESOURCE_BOT = /^(group|project)_\d+_bot(\d*|_[0-9a-f]+)$/;

/**
 * Whether a user is the bot of a group or project token. Its name is what tells: service accounts are bots to GitLab as
 * well, and instances that are older do not say who is one.
 */
export function isResourceBot({ username, bot }: GitlabUser): boolean {
  return bot !== false && RESOURCE_BOT.test(username);
}
