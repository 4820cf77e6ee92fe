import {
  GitlabTarget,
  Owner,
  Problem,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { isWithin } from '../../domain/EnvironmentSettings';
import { GitlabEntity } from '../../ports/CatalogEntities';
import { GitlabResource } from '../../ports/GitlabGateway';
import {
  EntityOwners,
  EVERYBODY,
  OwnerAttempt,
  unseenOwner,
} from '../../ports/InventoryWriter';
import { InventorySession } from './InventorySession';
import { OwnerSet } from './OwnerSet';
import {
  asGatewayError,
  concernsAllOwners,
  listingProblem,
} from './inventoryProblems';

/** What was found out about whose tokens an environment has. */
export interface FoundOwners {
  /** Those that could not be found this time, and were there the last time, are among them. */
  owners: Owner[];
  /** Configured owners that GitLab did not show, and why. */
  problems: { owner: Owner; problem: Problem }[];
  /** Who owns the catalog entities behind groups and projects of this GitLab. */
  entityOwners: EntityOwners[];
}

/** What there is to look for. */
export interface WantedOwners {
  /** The environment's configured owners. */
  paths: string[];
  /** Those of other environments of this GitLab, which list what is theirs. */
  claimed: string[];
  /** The catalog's; undefined where it could not be read. */
  entities: GitlabEntity[] | undefined;
  /** Those of the last refresh, whose numbers are known. */
  known: OwnerAttempt[];
}

/**
 * Finds the groups and projects whose tokens are listed: the configured ones with all that is below them, and those
 * behind entities of the catalog; and the people: everybody for an administrator, and the broker itself for others.
 *
 * @throws GatewayError only where asking for other owners would fail, too, or where the refresh is over
 */
export async function findOwners(
  session: InventorySession,
  wanted: WantedOwners,
): Promise<FoundOwners> {
  const { paths, entities, known } = wanted;
  const found = new OwnerSet();
  people(session).forEach(each => found.add(each));
  const problems: FoundOwners['problems'] = [];
  for (const path of paths) {
    try {
      await findBelow(session, path, found);
    } catch (error) {
      const failure = asGatewayError(error);
      if (session.signal.aborted || concernsAllOwners(failure)) {
        throw failure;
      }
      const last = known.map(({ owner }) => owner).filter(isPlaceIn(path));
      last.forEach(each => found.add(each));
      const owner = last.find(isPlace(path)) ?? unseenOwner(path);
      found.add(owner);
      problems.push({ owner, problem: listingProblem(failure) });
    }
  }
  for (const { owner, problemCode } of known) {
    if (!entities && isPlaceIn('')(owner)) {
      found.add(owner);
    } else if (problemCode !== 'GATEWAY_NOT_FOUND') {
      found.remember(owner);
    }
  }
  const entityOwners = await findEntities(session, wanted, found);
  return { owners: found.owners, problems, entityOwners };
}

/** What stands behind the catalog's entities, and who owns them. */
async function findEntities(
  session: InventorySession,
  { paths, claimed, entities }: WantedOwners,
  found: OwnerSet,
): Promise<EntityOwners[]> {
  const { host } = session;
  const entityOwners: EntityOwners[] = [];
  for (const { target, owners } of entities ?? []) {
    if (target.host === null || target.host === host) {
      const isElsewhere =
        target.path !== null &&
        isWithin(target.path, claimed) &&
        !isWithin(target.path, paths);
      const owner = isElsewhere
        ? target
        : await findTarget(session, target, found);
      if (owner?.path && owner.type !== 'user') {
        const { type, path } = owner;
        entityOwners.push({ host, type, path, owners });
      }
    }
  }
  return entityOwners;
}

function people({ self }: InventorySession): Owner[] {
  if (self.isAdmin) {
    return [EVERYBODY];
  }
  const { userId: id, username: path } = self;
  return self.isBot ? [] : [{ type: 'user', id, path }];
}

/** A group with everything below it, or a project. */
async function findBelow(
  session: InventorySession,
  path: string,
  found: OwnerSet,
): Promise<void> {
  const { directory } = session;
  const owner =
    (await findResource(session, 'group', path)) ??
    (await session.gitlab.resource('project', path));
  found.add(owner);
  if (owner.type === 'group') {
    for await (const page of directory.descendantGroups(owner.path)) {
      page.forEach(each => found.add(each));
    }
    for await (const page of directory.projectsOf(owner.path)) {
      page.forEach(each => found.add(each));
    }
  }
}

/** What the broker cannot see is left out without a word: it may be of another instance that the entity does not name. */
async function findTarget(
  session: InventorySession,
  target: GitlabTarget,
  found: OwnerSet,
): Promise<Owner | undefined> {
  const { type, path, id } = target;
  const name = path ?? `${id}`;
  const owner = found.get(target) ?? (await findResource(session, type, name));
  if (owner) {
    found.add(owner);
  }
  return owner;
}

async function findResource(
  { gitlab, signal }: InventorySession,
  type: GitlabResource['type'],
  name: string,
): Promise<GitlabResource | undefined> {
  try {
    return await gitlab.resource(type, name);
  } catch (error) {
    const failure = asGatewayError(error);
    if (signal.aborted || failure.code !== 'GATEWAY_NOT_FOUND') {
      throw failure;
    }
    return undefined;
  }
}

/** Groups and projects that GitLab has shown, of this path or below it; of any where it is empty. */
function isPlaceIn(path: string) {
  return ({ type, id, path: other }: Owner) =>
    type !== 'user' &&
    id > 0 &&
    other !== null &&
    (path === '' || isWithin(other, [path]));
}

function isPlace(path: string) {
  return (owner: Owner) => owner.path?.toLowerCase() === path.toLowerCase();
}
