import { z } from 'zod';
import { problemDetailsSchema } from './problems';
import { roleSchema } from './roles';
import {
  dateSchema,
  ownerSchema,
  timestampSchema,
  tokenKindSchema,
} from './tokens';

/**
 * What an operation does. `paste` takes over a token that a person has made.
 *
 * @public
 */
export const OPERATION_KINDS = ['issue', 'rotate', 'revoke', 'paste'] as const;

/** @public */
export type OperationKind = (typeof OPERATION_KINDS)[number];

/**
 * How a token is replaced. `overlap` makes a new one and revokes the old one after the new one is proven; `in-place`
 * is GitLab's rotation, which ends the old value at once.
 *
 * @public
 */
export const rotationModeSchema = z.enum(['overlap', 'in-place']);

/** @public */
export type RotationMode = z.infer<typeof rotationModeSchema>;

/**
 * A request to GitLab that an operation will make.
 *
 * @public
 */
export const plannedCallSchema = z.object({
  purpose: z.enum(['create', 'rotate', 'prove', 'revoke', 'deliver']),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  /** Below `/api/v4`, without values that are not known yet. */
  path: z.string(),
  /** Whose token makes it. */
  by: z.enum(['broker', 'credential', 'new token']),
});

/** @public */
export type PlannedCall = z.infer<typeof plannedCallSchema>;

/**
 * What follows from an operation, for who has to agree to it: a closed set.
 *
 * @public
 */
export const CONSEQUENCES = [
  /** The old value stops working the moment GitLab rotates it. */
  'OLD_VALUE_STOPS_AT_ONCE',
  /** The old value works until the new one is proven and the grace period is over. */
  'OLD_VALUE_STOPS_AFTER_GRACE',
  /** The token stops working; whatever uses it is refused. */
  'TOKEN_STOPS_AT_ONCE',
  /** The old token stays valid: nobody here may revoke it. */
  'OLD_TOKEN_STAYS',
  /** The new token has another bot user: rules that name the old one must follow. */
  'BOT_USER_CHANGES',
  'BOT_USER_STAYS',
  /** The environment's portal runs on this token. */
  'PORTAL_LOSES_CREDENTIAL',
  /** Other environments run on the same token and would need the new value, too. */
  'OTHER_ENVIRONMENTS_LOSE_CREDENTIAL',
  /** The old token is retired only after the merge request is merged and the new token is in use. */
  'WAITS_FOR_MERGE',
  /** A deploy token is deleted, and GitLab keeps no trace of it. */
  'TOKEN_IS_DELETED',
] as const;

/** @public */
export type Consequence = (typeof CONSEQUENCES)[number];

/**
 * Why an operation, or a mode of it, cannot be: a closed set.
 *
 * @public
 */
export const BLOCKERS = [
  /** The environment's file holds nothing that may manage tokens. */
  'BROKER_MISSING',
  /** Group and project tokens act as bots, which GitLab does not let create or rotate tokens. */
  'BROKER_IS_BOT',
  /** The broker's role in the owner does not suffice. */
  'BROKER_ROLE_TOO_LOW',
  /** The broker would give a role that it does not have itself. */
  'BROKER_ROLE_BELOW_TOKEN',
  /** The broker's scopes do not suffice: managing tokens needs `api`. */
  'BROKER_SCOPE_TOO_NARROW',
  /** Only an administrator may do this. */
  'BROKER_NOT_ADMINISTRATOR',
  /** The broker has expired, was revoked, or is refused. */
  'BROKER_REJECTED',
  /** GitLab did not answer when the broker was looked at. */
  'BROKER_UNKNOWN',
  /** This edition or plan of GitLab has no such tokens. */
  'NOT_ON_THIS_GITLAB',
  /** GitLab cannot rotate deploy tokens. */
  'DEPLOY_TOKENS_CANNOT_ROTATE',
  /** The token lacks the scope with which it could rotate itself. */
  'TOKEN_CANNOT_ROTATE_ITSELF',
  /** A revoked token cannot be rotated. */
  'TOKEN_REVOKED',
  /** An expired token cannot rotate itself. */
  'TOKEN_EXPIRED',
  /** GitLab has no API that makes a personal token for somebody else; the person makes it and pastes it. */
  'PERSONAL_TOKENS_ARE_MADE_BY_HAND',
  /** The SOPS file cannot be opened here. */
  'FILE_LOCKED',
  /** The SOPS file is missing, malformed or tampered with. */
  'FILE_INVALID',
  /** Nobody can seal the new value: the file has no age recipient, and no escrow is configured. */
  'ESCROW_MISSING',
  /** GitLab could not mask the value in the variable. */
  'VALUE_NOT_MASKABLE',
  /** Nothing says where the new value should go. */
  'NO_DELIVERY',
  /** The target cannot take this token, or is not configured as it should be. */
  'TARGET_UNUSABLE',
  /** The token is not where it was when it was last listed. */
  'TOKEN_GONE',
] as const;

/** @public */
export type Blocker = (typeof BLOCKERS)[number];

/** @public */
export const blockerSchema = z.object({
  code: z.enum(BLOCKERS),
  /** In English, for people and logs. */
  message: z.string(),
  action: z.string(),
  /** The facts in it. */
  details: problemDetailsSchema.optional(),
});

/** @public */
export type PlanBlocker = z.infer<typeof blockerSchema>;

/**
 * The token that an operation makes.
 *
 * @public
 */
export const plannedTokenSchema = z.object({
  kind: tokenKindSchema,
  owner: ownerSchema,
  name: z.string(),
  scopes: z.array(z.string()),
  role: roleSchema.nullable(),
  /** Null: never. */
  expiresAt: dateSchema.nullable(),
});

/** @public */
export type PlannedToken = z.infer<typeof plannedTokenSchema>;

/**
 * The token that an operation ends.
 *
 * @public
 */
export const endingTokenSchema = z.object({
  tokenId: z.number().int(),
  kind: tokenKindSchema,
  name: z.string(),
  owner: ownerSchema.nullable(),
  expiresAt: dateSchema.nullable(),
  lastUsedAt: timestampSchema.nullable(),
});

/** @public */
export type EndingToken = z.infer<typeof endingTokenSchema>;

/**
 * What an operation will do, said before anything happens. It can be carried out when it has no blockers.
 *
 * @public
 */
export const operationPlanSchema = z.object({
  kind: z.enum(OPERATION_KINDS),
  environment: z.string(),
  /** It concerns the token that the environment's portal runs on. */
  isCredential: z.boolean(),
  /** Null where nothing is replaced. */
  mode: rotationModeSchema.nullable(),
  /** The mode that was not taken, and why it could not be; `reason` is null where it could be asked for. */
  otherMode: z
    .object({ mode: rotationModeSchema, reason: blockerSchema.nullable() })
    .nullable(),
  calls: z.array(plannedCallSchema),
  newToken: plannedTokenSchema.nullable(),
  oldToken: endingTokenSchema.nullable(),
  consequences: z.array(z.enum(CONSEQUENCES)),
  /** Other environments that run on the old token. */
  otherEnvironments: z.array(z.string()),
  /** Seconds for which the old token outlives the proof of the new one. */
  gracePeriodSeconds: z.number().int(),
  deliveries: z.array(
    z.object({ target: z.string(), place: z.string().nullable() }),
  ),
  blockers: z.array(blockerSchema),
});

/** @public */
export type OperationPlan = z.infer<typeof operationPlanSchema>;

/**
 * The plan for each token that is to be revoked, in the order in which they were asked for.
 *
 * @public
 */
export const revocationPlanListSchema = z.object({
  items: z.array(
    z.object({
      /** Its `ref`. */
      token: z.string(),
      plan: operationPlanSchema,
    }),
  ),
});

/** @public */
export type RevocationPlanList = z.infer<typeof revocationPlanListSchema>;
