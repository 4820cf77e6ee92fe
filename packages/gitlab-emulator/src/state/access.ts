import { Group, Membership, Project, Resource, User } from './entities';
import { State } from './State';

/** Roles that decisions ask for. */
export const REPORTER = 20;
export const DEVELOPER = 30;
export const MAINTAINER = 40;
export const OWNER = 50;

/**
 * Whether somebody with that role may give a role to a member or a token: none above the own one. Planner (15) and
 * Security Manager (25) are no steps of the ladder: only owners and those who have them give them.
 */
export function mayGrant(ownLevel: number, level: number): boolean {
  return (
    ownLevel >= level &&
    (ownLevel >= OWNER || ownLevel === level || ![15, 25].includes(level))
  );
}

/** The rows that make somebody a member: of the resource itself, then of the groups above it, nearest first. */
function membershipSources(state: State, resource: Resource): Resource[] {
  const groups = state
    .groupsAbove(resource)
    .map<Resource>(group => ({ type: 'group', id: group.id }));
  return resource.type === 'group' ? groups : [resource, ...groups];
}

/** The row with the highest role, direct or inherited; of equal ones the nearest. */
export function effectiveMembership(
  state: State,
  resource: Resource,
  { userId, now }: { userId: number; now: Date },
): Membership | null {
  return membershipSources(state, resource).reduce<Membership | null>(
    (best, source) => {
      const row = state.memberships.find(source, userId);
      return row &&
        isCurrent(row, now) &&
        row.accessLevel > (best?.accessLevel ?? 0)
        ? row
        : best;
    },
    null,
  );
}

/** Every member, direct and inherited, each with the row that counts, by user id. */
export function effectiveMembers(
  state: State,
  resource: Resource,
  now: Date,
): Membership[] {
  const best = new Map<number, Membership>();
  for (const source of membershipSources(state, resource)) {
    for (const row of state.memberships.ofResource(source)) {
      const known = best.get(row.userId)?.accessLevel ?? 0;
      if (isCurrent(row, now) && row.accessLevel > known) {
        best.set(row.userId, row);
      }
    }
  }
  return [...best.values()].sort((one, other) => one.userId - other.userId);
}

/** The direct members, by user id. */
export function directMembers(
  state: State,
  resource: Resource,
  now: Date,
): Membership[] {
  return state.memberships
    .ofResource(resource)
    .filter(row => isCurrent(row, now))
    .sort((one, other) => one.userId - other.userId);
}

/** What somebody may do there: an administrator what an owner may, a stranger nothing (0). */
export function accessLevelOf(
  state: State,
  resource: Resource,
  { user, now }: { user: User | null; now: Date },
): number {
  if (user?.admin) {
    return OWNER;
  }
  const row =
    user && effectiveMembership(state, resource, { userId: user.id, now });
  return row?.accessLevel ?? 0;
}

/** Whether somebody may know that the project exists. */
export function canSeeProject(
  state: State,
  project: Project,
  who: { user: User | null; now: Date },
): boolean {
  return (
    isOpenTo(project, who.user) ||
    accessLevelOf(state, { type: 'project', id: project.id }, who) > 0
  );
}

/** Whether somebody may know that the group exists: a member, or a member of a project or subgroup in it. */
export function canSeeGroup(
  state: State,
  group: Group,
  who: { user: User | null; now: Date },
): boolean {
  const { user } = who;
  if (isOpenTo(group, user)) {
    return true;
  }
  if (accessLevelOf(state, { type: 'group', id: group.id }, who) > 0) {
    return true;
  }
  return (
    user !== null &&
    state.memberships
      .ofUser(user.id)
      .some(
        row =>
          isCurrent(row, who.now) &&
          state.groupsAbove(row.resource).some(({ id }) => id === group.id),
      )
  );
}

function isOpenTo(
  { visibility }: { visibility: string },
  user: User | null,
): boolean {
  return (
    visibility === 'public' || (visibility === 'internal' && user !== null)
  );
}

function isCurrent(row: Membership, now: Date): boolean {
  return (
    row.expiresAt === null || row.expiresAt > now.toISOString().slice(0, 10)
  );
}
