import { z } from 'zod';
import { deliverySchema } from './deliveries';
import { rotationModeSchema } from './plans';
import { roleSchema } from './roles';
import { dateSchema, tokenKindSchema } from './tokens';

const deliver = z.array(deliverySchema).max(10);

/**
 * A token to be issued.
 *
 * @public
 */
export const issueRequestSchema = z.strictObject({
  environment: z.string(),
  kind: tokenKindSchema,
  /** Full path of the group or project; a user name for personal, impersonation and service account tokens. */
  owner: z.string().min(1),
  name: z.string().min(1).max(255),
  scopes: z.array(z.string()).min(1),
  /** Of group and project tokens. */
  role: roleSchema.optional(),
  expiresAt: dateSchema,
  deliver: deliver.min(1),
});

/** @public */
export type IssueRequest = z.infer<typeof issueRequestSchema>;

/**
 * How a token is to be rotated; what is left out is as the environment's `rotation` configures it.
 *
 * @public
 */
export const rotateRequestSchema = z.strictObject({
  mode: rotationModeSchema.optional(),
  expiresAt: dateSchema.optional(),
  deliver: deliver.min(1).optional(),
});

/** @public */
export type RotateRequest = z.infer<typeof rotateRequestSchema>;

/**
 * Tokens to be revoked.
 *
 * @public
 */
export const revokeRequestSchema = z.strictObject({
  /** `ref` of each token. */
  tokens: z.array(z.string()).min(1).max(500),
  /** The names of all environments that lose their credential by it. */
  confirm: z.array(z.string()).default([]),
});

/** @public */
export type RevokeRequest = z.input<typeof revokeRequestSchema>;

/**
 * A personal token that a person has made.
 *
 * @public
 */
export const pasteRequestSchema = z.strictObject({
  token: z.string().min(1).max(1000),
});

/** @public */
export type PasteRequest = z.infer<typeof pasteRequestSchema>;

/**
 * What a request asks for and may not have: a closed set.
 *
 * @public
 */
export const VIOLATIONS = [
  'UNKNOWN_ENVIRONMENT',
  'OWNER_NOT_MANAGED',
  'OWNER_UNKNOWN',
  'SCOPE_UNKNOWN',
  'SCOPE_NOT_ALLOWED',
  'ROLE_MISSING',
  'ROLE_NOT_APPLICABLE',
  'ROLE_NOT_ALLOWED',
  'EXPIRY_IN_PAST',
  'EXPIRY_TOO_FAR',
  'NAME_EMPTY',
  'KIND_NOT_ALLOWED',
  'DELIVERY_UNKNOWN',
  'DELIVERY_INVALID',
  'MODE_NOT_POSSIBLE',
  'TOKEN_MALFORMED',
  'TOKEN_NOT_ACCEPTED',
  'WRONG_KIND',
  'WRONG_OWNER',
  'MISSING_SCOPE',
  'NO_EXPIRY',
  'CONFIRMATION_MISSING',
] as const;

/** @public */
export type ViolationCode = (typeof VIOLATIONS)[number];

/**
 * One thing that is wrong with a request. The answer 400 of a refused request holds all of them in
 * `error.violations`.
 *
 * @public
 */
export const violationSchema = z.object({
  code: z.enum(VIOLATIONS),
  /** The field of the request, with dots and numbers for what is inside: `scopes.1`. */
  field: z.string(),
  /** What was found. */
  found: z.string().nullable(),
  /** What is allowed instead: values, or one limit. */
  allowed: z.array(z.string()),
  /** In English, for people and logs. */
  message: z.string(),
});

/** @public */
export type Violation = z.infer<typeof violationSchema>;
