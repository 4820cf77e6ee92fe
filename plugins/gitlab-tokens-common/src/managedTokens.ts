import { z } from 'zod';
import { problemSchema } from './problems';
import { roleSchema } from './roles';
import {
  dateSchema,
  ownerSchema,
  timestampSchema,
  tokenKindSchema,
} from './tokens';

/**
 * The states of a token as GitLab tells them apart: an expired one that was revoked counts as revoked.
 *
 * @public
 */
export const TOKEN_STATES = ['active', 'expired', 'revoked'] as const;

/** @public */
export type TokenState = (typeof TOKEN_STATES)[number];

/**
 * A token of the inventory, without its value, as it was when its owner was last asked.
 *
 * @public
 */
export const managedTokenSchema = z.object({
  /** What the token is called in URLs of this API. It says where the token lives, and nothing secret. */
  ref: z.string(),
  /** The environment by whose broker it is seen and managed. */
  environment: z.string(),
  kind: tokenKindSchema,
  owner: ownerSchema,
  /** GitLab's number of the token, which is unique among access tokens and, apart from them, among deploy tokens. */
  tokenId: z.number().int(),
  name: z.string(),
  description: z.string().nullable(),
  scopes: z.array(z.string()),
  /** Null for kinds that have none, and for access levels that this version does not know. */
  role: roleSchema.nullable(),
  state: z.enum(TOKEN_STATES),
  /** The user that it acts as; null for deploy tokens. */
  userId: z.number().int().nullable(),
  /** Of deploy tokens, which must be used with it; of bots, people and service accounts where it is known. */
  username: z.string().nullable(),
  /** Null for deploy tokens, of which GitLab does not tell it. */
  createdAt: timestampSchema.nullable(),
  /** Null: it never expires. */
  expiresAt: dateSchema.nullable(),
  /** As `daysUntilExpiry` counts them; null where it never expires. */
  daysLeft: z.number().int().nullable(),
  /** To within ten minutes; null: never used, or a deploy token. */
  lastUsedAt: timestampSchema.nullable(),
  /** The environments whose portals run on it. */
  credentialOf: z.array(z.string()),
  /** Entity references of the catalog's owners of what the token belongs to. */
  entityOwners: z.array(z.string()),
  /** When GitLab last told this. */
  observedAt: timestampSchema,
});

/** @public */
export type ManagedToken = z.infer<typeof managedTokenSchema>;

/**
 * A group, a project or the people whose tokens are in the inventory, with how it went when they were last listed.
 *
 * @public
 */
export const inventoryOwnerSchema = z.object({
  environment: z.string(),
  owner: ownerSchema,
  /** Tokens in the inventory, dead ones included. */
  tokens: z.number().int(),
  /** When GitLab last listed them completely; null: not yet. */
  listedAt: timestampSchema.nullable(),
  /** Why the last attempt failed; the rows of the one before are kept. */
  problem: problemSchema.nullable(),
});

/** @public */
export type InventoryOwner = z.infer<typeof inventoryOwnerSchema>;

/** @public */
export const inventoryOwnerListSchema = z.object({
  items: z.array(inventoryOwnerSchema),
  /** Whether the asker may issue tokens at all; for which owners, the permission's conditions say. */
  mayIssue: z.boolean(),
});

/** @public */
export type InventoryOwnerList = z.infer<typeof inventoryOwnerListSchema>;

/** @public */
export const managedTokenListSchema = z.object({
  items: z.array(managedTokenSchema),
  /** How many the filters leave; where `totalIsExact` is false, at least so many, and more than this page shows. */
  total: z.number().int(),
  /** False where many tokens match, which are not counted to the end. */
  totalIsExact: z.boolean(),
  offset: z.number().int(),
  limit: z.number().int(),
});

/** @public */
export type ManagedTokenList = z.infer<typeof managedTokenListSchema>;

/**
 * The tokens of the group or project that a catalog entity stands for and of the groups above it, in all environments.
 *
 * @public
 */
export const entityTokenListSchema = z.object({
  /** As `gitlabTargetOf` finds it in the entity's annotations; null where they name none. */
  target: z
    .object({
      type: z.enum(['project', 'group']),
      host: z.string().nullable(),
      path: z.string().nullable(),
      id: z.number().int().nullable(),
    })
    .nullable(),
  items: z.array(managedTokenSchema),
});

/** @public */
export type EntityTokenList = z.infer<typeof entityTokenListSchema>;

/**
 * What a list of tokens can be sorted by.
 *
 * @public
 */
export const TOKEN_SORTS = [
  'name',
  'expiresAt',
  'lastUsedAt',
  'createdAt',
  'owner',
  'kind',
] as const;

/** @public */
export type TokenSort = (typeof TOKEN_SORTS)[number];

const many = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    value => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(schema).max(50).optional(),
  );

/**
 * The query of a list of tokens; several values of one parameter are alternatives.
 *
 * @public
 */
export const tokenQuerySchema = z.object({
  environment: many(z.string()),
  /** Full path of a group or project, with all that is below it, or a user name. */
  owner: many(z.string()),
  kind: many(tokenKindSchema),
  state: many(z.enum(TOKEN_STATES)),
  /** Tokens that have all of these. */
  scope: many(z.string()),
  role: many(roleSchema),
  /** In the name, the description, the user name or the owner, whatever the case. */
  search: z.string().max(200).optional(),
  /** Active tokens that stop working within so many days. */
  expiresWithinDays: z.coerce.number().int().min(0).max(3650).optional(),
  sort: z.enum(TOKEN_SORTS).optional(),
  order: z.enum(['asc', 'desc']).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** @public */
export type TokenQuery = z.infer<typeof tokenQuerySchema>;
