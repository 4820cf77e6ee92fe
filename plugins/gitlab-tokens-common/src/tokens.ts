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
 * A moment as ISO 8601 writes it, with its offset from UTC.
 *
 * @public
 */
export const timestampSchema = z.iso.datetime({ offset: true });

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

/**
 * What tokens of a kind belong to.
 *
 * @public
 */
export function ownerTypeOf(kind: TokenKind): Owner['type'] {
  switch (kind) {
    case 'group':
    case 'group-deploy':
      return 'group';
    case 'project':
    case 'project-deploy':
      return 'project';
    default:
      return 'user';
  }
}

/**
 * Whether tokens of a kind are deploy tokens, which have numbers, endpoints and a life of their own in GitLab.
 *
 * @public
 */
export function isDeployKind(kind: TokenKind): boolean {
  return kind === 'group-deploy' || kind === 'project-deploy';
}
