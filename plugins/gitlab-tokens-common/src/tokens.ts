import { z } from 'zod';

/**
 * The kinds of token that GitLab has, under the names that this plugin uses everywhere.
 *
 * @public
 */
export const TOKEN_KINDS = [
  'personal',
  'impersonation',
  'group',
  'project',
  'service-account',
  'group-deploy',
  'project-deploy',
] as const;

/** @public */
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** @public */
export const tokenKindSchema = z.enum(TOKEN_KINDS);

/**
 * A date as GitLab writes it, `YYYY-MM-DD`. A token that expires on it stops working at 00:00 UTC of that day.
 *
 * @public
 */
export const dateSchema = z.iso.date();

/**
 * What a token belongs to: a user, a group or a project.
 *
 * @public
 */
export const ownerSchema = z.object({
  type: z.enum(['user', 'group', 'project']),
  /** GitLab's number of the user, the group or the project. */
  id: z.number().int(),
  /** The user name, or the full path of the group or project; null where the token could not see it. */
  path: z.string().nullable(),
});

/** @public */
export type Owner = z.infer<typeof ownerSchema>;
