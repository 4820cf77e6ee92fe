import { Membership, Resource } from './entities';
import { resourceKey } from './resourceKey';

/** The direct members of every group and project. */
export class Memberships {
  private readonly byResource = new Map<string, Map<number, Membership>>();
  private readonly byUser = new Map<number, Map<string, Membership>>();

  /** Adds a member, or replaces the row that this user has there. */
  set(membership: Membership): void {
    const key = resourceKey(membership.resource);
    this.mapOf(this.byResource, key).set(membership.userId, membership);
    this.mapOf(this.byUser, membership.userId).set(key, membership);
  }

  delete({ resource, userId }: Membership): void {
    this.byResource.get(resourceKey(resource))?.delete(userId);
    this.byUser.get(userId)?.delete(resourceKey(resource));
  }

  find(resource: Resource, userId: number): Membership | undefined {
    return this.byResource.get(resourceKey(resource))?.get(userId);
  }

  ofResource(resource: Resource): Membership[] {
    return [...(this.byResource.get(resourceKey(resource))?.values() ?? [])];
  }

  ofUser(userId: number): Membership[] {
    return [...(this.byUser.get(userId)?.values() ?? [])];
  }

  private mapOf<Outer, Inner>(
    maps: Map<Outer, Map<Inner, Membership>>,
    key: Outer,
  ): Map<Inner, Membership> {
    let map = maps.get(key);
    if (!map) {
      map = new Map();
      maps.set(key, map);
    }
    return map;
  }
}
