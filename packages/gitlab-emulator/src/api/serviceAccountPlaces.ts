import { OWNER } from '../state/access';
import { Resource, User } from '../state/entities';
import { resourceKey } from '../state/resourceKey';
import { Caller } from './authentication';
import { Arrival, Surroundings } from './endpoint';
import { badRequest, forbidden, notFound, unknownRoute } from './errors';
import { callerLevel, findResource } from './resources';

export type PlaceType = Resource['type'] | 'instance';

/** The path of the service accounts of that kind of place. */
export function accountsPath(type: PlaceType): string {
  return type === 'instance'
    ? '/service_accounts'
    : `/${type}s/:id/service_accounts`;
}

/** The group or project in the path; null for the whole instance. */
export function placeOf(
  call: Surroundings & { caller: Caller },
  type: PlaceType,
  id: string | undefined,
): Resource | null {
  return type === 'instance' ? null : findResource(call, type, id ?? '');
}

/**
 * Only the Enterprise Edition has service accounts. Those of the instance are for administrators, those of a
 * top-level group or of a project for its owners.
 */
export function refuseUnlessOwner(type: PlaceType) {
  return (arrival: Arrival): void => {
    const { state, caller, segments } = arrival;
    if (!state.settings.enterprise) {
      throw unknownRoute();
    }
    const place = placeOf(arrival, type, segments.id);
    const isSubgroup =
      place?.type === 'group' && state.groups.get(place.id)?.parentId !== null;
    const isAllowed = place
      ? callerLevel(arrival, place) >= OWNER
      : caller.user.admin;
    if (isSubgroup || !isAllowed) {
      throw forbidden();
    }
  };
}

/** @throws ApiError (404) if there is no such user there, (400) if it is no service account */
export function findAccount(
  call: Surroundings & { caller: Caller },
  type: PlaceType,
  asked: { id?: string; user_id: number },
): User {
  const place = placeOf(call, type, asked.id);
  const user = call.state.users.get(asked.user_id);
  const isThere = user && (!place || livesIn(user, place));
  if (!isThere) {
    throw notFound('User');
  }
  if (!user.serviceAccount) {
    throw badRequest('User is not of type Service Account');
  }
  return user;
}

/** Whether a group or a project made that account. */
export function livesIn(user: User, place: Resource | null): boolean {
  return place && user.resource
    ? resourceKey(user.resource) === resourceKey(place)
    : place === user.resource;
}
