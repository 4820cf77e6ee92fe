import { Owner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ownerOfBot } from '../../domain/resourceBot';
import { TokenHome } from '../../domain/TokenRef';
import { DirectoryUser, ListedToken } from '../../ports/DirectoryGateway';
import { EVERYBODY, ListedInventoryToken } from '../../ports/InventoryWriter';
import { InventorySession, toInventoryToken } from './InventorySession';
import {
  asGatewayError,
  concernsAllOwners,
  listingProblem,
} from './inventoryProblems';

/**
 * Lists the tokens of everybody, which only an administrator can: a hundred to a request, instead of a request or more
 * for each of the owners.
 *
 * GitLab does not say in this list of what kind a token is. The name of its user tells those of groups and projects,
 * the list of users tells the service accounts; and tokens for impersonation look like personal ones until somebody
 * asks for their user. Deploy tokens are not in it, and the one list of all of these does not say whose they are: they
 * are listed owner by owner even so.
 *
 * @param owners - what is known of the groups and projects; the list has only their numbers
 * @throws GatewayError only where asking for other owners would fail, too, or where the refresh is over
 */
export async function listEverybody(
  session: InventorySession,
  owners: Owner[],
): Promise<void> {
  const { environment, host, writer, directory, signal } = session;
  const listing = await writer.begin({
    environment,
    host,
    families: ['access', 'service-account'],
    owner: EVERYBODY,
  });
  try {
    const identify = await identification(session, owners);
    for await (const page of directory.allTokens()) {
      const impersonations = await writer.knownImpersonations(
        environment,
        page.map(({ id }) => id),
      );
      await listing.add(
        page.map(token => identify(token, impersonations.has(token.id))),
      );
    }
    await listing.complete();
  } catch (error) {
    const failure = asGatewayError(error);
    if (!signal.aborted) {
      await listing.fail(listingProblem(failure));
    }
    if (signal.aborted || concernsAllOwners(failure)) {
      throw failure;
    }
  }
}

/** Says of a listed token whose it is and of what kind. Only the names of the users are held in memory. */
async function identification(
  { environment, directory }: InventorySession,
  owners: Owner[],
) {
  const paths = new Map(
    owners.map(({ type, id, path }) => [`${type} ${id}`, path]),
  );
  const users = new Map<number, Identity>();
  for await (const page of directory.allUsers()) {
    page.forEach(user => users.set(user.id, identityOf(user)));
  }
  return (
    token: ListedToken,
    isImpersonation: boolean,
  ): ListedInventoryToken => {
    const { userId } = token;
    const identity = users.get(userId);
    const bot = identity?.bot;
    const username = identity?.username ?? null;
    const owner: Owner = bot
      ? { ...bot, path: paths.get(`${bot.type} ${bot.id}`) ?? null }
      : { type: 'user', id: userId, path: username };
    const home = homeOf(userId, identity, isImpersonation);
    const known = { ...token, kind: home.kind, accessLevel: null, username };
    return {
      token: toInventoryToken(environment, owner, { home, token: known }),
      place: owner,
    };
  };
}

interface Identity {
  username: string;
  bot?: { type: 'group' | 'project'; id: number };
  isServiceAccount: boolean;
}

function identityOf({
  username,
  bot,
  serviceAccount,
}: DirectoryUser): Identity {
  return {
    username,
    bot: bot === false ? undefined : ownerOfBot(username),
    isServiceAccount: serviceAccount === true,
  };
}

function homeOf(
  userId: number,
  identity: Identity | undefined,
  isImpersonation: boolean,
): TokenHome {
  if (identity?.bot) {
    const { type, id } = identity.bot;
    return type === 'group'
      ? { kind: 'group', groupId: id }
      : { kind: 'project', projectId: id };
  }
  if (identity?.isServiceAccount) {
    return { kind: 'service-account', userId };
  }
  return { kind: isImpersonation ? 'impersonation' : 'personal', userId };
}
