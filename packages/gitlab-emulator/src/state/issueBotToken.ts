import { insertBot, joinBot } from './bots';
import { AccessLevel, Resource, Token } from './entities';
import { Moment, issueToken } from './issueToken';
import { dateAfter, isExpiryRequired } from './lifetime';

const DEFAULT_LIFETIME_DAYS = 365;

/**
 * Makes a group or project token, and the bot user that it belongs to.
 *
 * @throws InvalidRecordError if GitLab's model would refuse it; nothing is written then
 */
export function issueBotToken(
  moment: Moment,
  plan: Pick<Token, 'name' | 'scopes'> & {
    resource: Resource;
    accessLevel: AccessLevel;
    description: string | undefined;
    expiresAt: string | undefined;
  },
): Token {
  const { state, now } = moment;
  const { resource, accessLevel, name } = plan;
  const { type: kind } = resource;
  const defaultExpiry = isExpiryRequired(state.settings, kind)
    ? dateAfter(now, DEFAULT_LIFETIME_DAYS)
    : null;
  const userId = state.users.takeId();
  const token = issueToken(moment, {
    ...plan,
    kind,
    userId,
    expiresAt: plan.expiresAt ?? defaultExpiry,
  });
  const { createdAt } = token;
  insertBot(state, resource, { id: userId, name, createdAt });
  joinBot(state, userId, { resource, accessLevel, createdAt });
  return token;
}
