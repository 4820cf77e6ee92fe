import {
  Environment,
  ownerTypeOf,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { credentialOf, OwnerFact } from './credential';
import { GitlabTarget } from './gitlabTarget';

/** Whether the credential of an environment reaches a project or a group, as far as that can be told. */
export type Reach =
  | { kind: 'isOwner' }
  | { kind: 'covers'; owner: string }
  | { kind: 'partly'; owner: string }
  | { kind: 'outside'; owner: string }
  | { kind: 'otherHost'; host: string }
  | { kind: 'asUser'; user: string | null }
  | { kind: 'unknown' };

/** GitLab treats paths without regard to case. */
function isWithin(path: string, group: string): boolean {
  return path.toLowerCase().startsWith(`${group.toLowerCase()}/`);
}

function isSame(path: string, other: string): boolean {
  return path.toLowerCase() === other.toLowerCase();
}

function reachOfOwner(owner: OwnerFact, target: GitlabTarget): Reach {
  if (owner.type === target.type && owner.id !== null) {
    if (owner.id === target.id) {
      return { kind: 'isOwner' };
    }
    if (owner.type === 'project' && target.id !== null && owner.path !== null) {
      return { kind: 'outside', owner: owner.path };
    }
  }
  if (owner.path === null || target.path === null) {
    return { kind: 'unknown' };
  }
  if (owner.type === target.type && isSame(owner.path, target.path)) {
    return { kind: 'isOwner' };
  }
  if (owner.type === 'group' && isWithin(target.path, owner.path)) {
    return { kind: 'covers', owner: owner.path };
  }
  return target.type === 'group' && isWithin(owner.path, target.path)
    ? { kind: 'partly', owner: owner.path }
    : { kind: 'outside', owner: owner.path };
}

/**
 * Compares the owner of an environment's credential with a project or group. A group token reaches the group and all
 * below it, a project token its project, any other token whatever its user may see, which is not known here.
 */
export function reachOf(environment: Environment, target: GitlabTarget): Reach {
  const { host } = environment;
  if (host !== null && target.host !== null && !isSame(host, target.host)) {
    return { kind: 'otherHost', host };
  }
  const { kind, owner, username } = credentialOf(environment);
  if (kind === null) {
    return { kind: 'unknown' };
  }
  if (ownerTypeOf(kind.value) === 'user') {
    return { kind: 'asUser', user: username ?? owner?.value.path ?? null };
  }
  return owner
    ? reachOfOwner({ ...owner.value, type: ownerTypeOf(kind.value) }, target)
    : { kind: 'unknown' };
}
