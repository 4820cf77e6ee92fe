import { z } from 'zod';
import { deliveryStatusSchema } from './deliveries';
import { OPERATION_KINDS, operationPlanSchema } from './plans';
import { problemSchema } from './problems';
import { timestampSchema, tokenKindSchema } from './tokens';

/**
 * How far an operation has come. Each step is written down before what it names is done, so that whoever takes over
 * knows what may have happened.
 *
 * @public
 */
export const OPERATION_STEPS = [
  'planned',
  /** GitLab may have been asked for the new token. */
  'minting',
  /** The new value is sealed in the ledger. */
  'minted',
  /** Some targets may have the new value. */
  'delivering',
  /** A merge request is open, or the value waits to be shown; the operation holds its token, not the file. */
  'awaiting',
  'delivered',
  /** The value was read back, and GitLab accepts it. */
  'verified',
  /** GitLab may have been asked to revoke the old token. */
  'retiring',
  'done',
  'cancelled',
] as const;

/** @public */
export type OperationStep = (typeof OPERATION_STEPS)[number];

/**
 * One issue, rotation, revocation or paste, as the ledger has it.
 *
 * @public
 */
export const operationSchema = z.object({
  id: z.string(),
  kind: z.enum(OPERATION_KINDS),
  environment: z.string(),
  tokenKind: tokenKindSchema,
  /** Full path of the group or project, or the user name. */
  owner: z.string().nullable(),
  /** Entity reference of who asked, or the name of the job. */
  requestedBy: z.string(),
  /** What was agreed to. */
  plan: operationPlanSchema,
  step: z.enum(OPERATION_STEPS),
  /** It stopped at its step and waits for somebody. */
  parked: problemSchema.nullable(),
  oldTokenId: z.number().int().nullable(),
  newTokenId: z.number().int().nullable(),
  deliveries: z.array(deliveryStatusSchema),
  /** How often a new token was asked for. */
  attempts: z.number().int(),
  /** It goes on by itself at this time: the grace period, or a look at an open merge request. */
  notBefore: timestampSchema.nullable(),
  /** What may be done with it now, permissions aside. */
  actions: z.array(z.enum(['resume', 'cancel', 'reveal'])),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});

/** @public */
export type Operation = z.infer<typeof operationSchema>;

/** @public */
export const operationListSchema = z.object({
  items: z.array(operationSchema),
  total: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
});

/** @public */
export type OperationList = z.infer<typeof operationListSchema>;

/** @public */
export const operationQuerySchema = z.object({
  environment: z.string().optional(),
  kind: z.enum(OPERATION_KINDS).optional(),
  /** `open` are those that have not ended, `parked` those of them that wait for somebody. */
  state: z.enum(['open', 'parked', 'ended']).optional(),
  /** `ref` of a token: those that made it, or replaced or revoked it, of all environments on its GitLab. */
  token: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** @public */
export type OperationQuery = z.infer<typeof operationQuerySchema>;

/**
 * What became of each token that was to be revoked.
 *
 * @public
 */
export const revocationListSchema = z.object({
  items: z.array(
    z.object({
      token: z.string(),
      operation: operationSchema.nullable(),
      /** Why there is no operation for this token. */
      problem: problemSchema.nullable(),
    }),
  ),
});

/** @public */
export type RevocationList = z.infer<typeof revocationListSchema>;

/**
 * The value of a new token, shown once.
 *
 * @public
 */
export const revealedValueSchema = z.object({
  value: z.string(),
  /** Of deploy tokens, which must be used with it. */
  username: z.string().nullable(),
});

/** @public */
export type RevealedValue = z.infer<typeof revealedValueSchema>;
