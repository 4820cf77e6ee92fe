import { Owner } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokenHome } from '../../domain/TokenRef';
import { GatewayError } from '../../ports/GatewayError';
import { Listing, ListingFamily } from '../../ports/InventoryWriter';
import { InventorySession, toInventoryToken } from './InventorySession';
import {
  asGatewayError,
  concernsAllOwners,
  listingProblem,
} from './inventoryProblems';

/**
 * Lists the tokens of one owner anew. A family of tokens that GitLab does not list keeps its last rows, and the reason
 * is written down with the owner; the other families are listed all the same: a Maintainer of a group may see its
 * deploy tokens only.
 *
 * @throws GatewayError only where asking for other owners would fail, too, or where the refresh is over
 */
export async function listOwner(
  session: InventorySession,
  owner: Owner,
  families: ListingFamily[],
): Promise<void> {
  const { environment, host, writer, signal } = session;
  const listing = await writer.begin({ environment, host, families, owner });
  const listed: ListingFamily[] = [];
  let failure: GatewayError | undefined;
  for (const family of families) {
    try {
      await listFamily(session, owner, { family, listing });
      listed.push(family);
    } catch (error) {
      failure ??= asGatewayError(error);
      if (signal.aborted || concernsAllOwners(failure)) {
        break;
      }
    }
  }
  if (!failure) {
    await listing.complete();
    return;
  }
  // A refresh that is over says nothing about this owner, whose turn comes again.
  if (!signal.aborted) {
    await listing.fail(listingProblem(failure), listed);
  }
  if (signal.aborted || concernsAllOwners(failure)) {
    throw failure;
  }
}

/** The families that an owner has. */
export function familiesOf({ type, path }: Owner): ListingFamily[] {
  switch (type) {
    case 'user':
      return ['access', 'service-account'];
    case 'group':
      // Only top-level groups have service accounts.
      return path?.includes('/')
        ? ['access', 'deploy']
        : ['access', 'deploy', 'service-account'];
    default:
      return ['access', 'deploy'];
  }
}

interface FamilyListing {
  family: ListingFamily;
  listing: Listing;
}

async function listFamily(
  session: InventorySession,
  owner: Owner,
  { family, listing }: FamilyListing,
): Promise<void> {
  if (owner.type === 'user') {
    await listUser(session, owner, { family, listing });
  } else if (family === 'service-account') {
    await listServiceAccounts(session, owner, listing);
  } else {
    await listHome(session, owner, { home: homeOf(owner, family), listing });
  }
}

function homeOf({ type, id }: Owner, family: ListingFamily): TokenHome {
  if (type === 'group') {
    const kind = family === 'deploy' ? 'group-deploy' : 'group';
    return { kind, groupId: id };
  }
  const kind = family === 'deploy' ? 'project-deploy' : 'project';
  return { kind, projectId: id };
}

async function listHome(
  { environment, tokens }: InventorySession,
  owner: Owner,
  {
    home,
    listing,
    place = owner,
    except,
  }: {
    home: TokenHome;
    listing: Listing;
    place?: Owner;
    except?: Set<number>;
  },
): Promise<Set<number>> {
  const ids = new Set<number>();
  for await (const page of tokens.list(home)) {
    const wanted = page.filter(({ id }) => !except?.has(id));
    wanted.forEach(({ id }) => ids.add(id));
    await listing.add(
      wanted.map(token => ({
        token: toInventoryToken(environment, owner, { home, token }),
        place,
      })),
    );
  }
  return ids;
}

async function listServiceAccounts(
  session: InventorySession,
  group: Owner,
  listing: Listing,
): Promise<void> {
  const accounts = session.directory.serviceAccounts(group.id);
  for await (const page of accounts) {
    for (const { id, username } of page) {
      const owner: Owner = { type: 'user', id, path: username };
      const home = {
        kind: 'service-account' as const,
        userId: id,
        groupId: group.id,
      };
      await listHome(session, owner, { home, listing, place: group });
    }
  }
}

/** An administrator's list of a user's personal tokens holds those for impersonation as well. */
async function listUser(
  session: InventorySession,
  owner: Owner,
  { family, listing }: FamilyListing,
): Promise<void> {
  const { self } = session;
  const isServiceAccount = self.userId === owner.id && self.isServiceAccount;
  if ((family === 'service-account') !== isServiceAccount) {
    return;
  }
  const userId = owner.id;
  if (isServiceAccount) {
    const home = { kind: 'service-account' as const, userId };
    await listHome(session, owner, { home, listing });
    return;
  }
  const except = self.isAdmin
    ? await listHome(session, owner, {
        home: { kind: 'impersonation', userId },
        listing,
      })
    : undefined;
  const home = { kind: 'personal' as const, userId };
  await listHome(session, owner, { home, listing, except });
}
