import { z } from 'zod';

/**
 * GitLab's roles with the access level that its API uses for them. They are not a ladder: `planner` and
 * `security-manager` hold permissions that neither neighbour has.
 *
 * Source: `lib/gitlab/access.rb` of GitLab 18.9.
 *
 * @public
 */
export const ROLE_LEVELS = {
  'minimal-access': 5,
  guest: 10,
  planner: 15,
  reporter: 20,
  'security-manager': 25,
  developer: 30,
  maintainer: 40,
  owner: 50,
} as const;

/** @public */
export type Role = keyof typeof ROLE_LEVELS;

/** @public */
export const ROLES = Object.keys(ROLE_LEVELS) as Role[];

/** @public */
export const roleSchema = z.enum(ROLES as [Role, ...Role[]]);

/**
 * The role that an access level stands for; undefined for a level that this version does not know.
 *
 * @public
 */
export function roleOfLevel(level: number): Role | undefined {
  return ROLES.find(role => ROLE_LEVELS[role] === level);
}
