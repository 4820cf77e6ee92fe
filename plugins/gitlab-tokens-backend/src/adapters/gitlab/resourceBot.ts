import { ownerOfBot } from '../../domain/resourceBot';
import { GitlabUser } from '../../ports/GitlabGateway';

/**
 * Whether a user is the bot of a group or project token. Its name is what tells: service accounts are bots to GitLab as
 * well, and instances that are older do not say who is one.
 */
export function isResourceBot({ username, bot }: GitlabUser): boolean {
  return bot !== false && ownerOfBot(username) !== undefined;
}
