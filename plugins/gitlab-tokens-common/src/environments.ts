import { z } from 'zod';
import { findingSchema } from './findings';
import { problemSchema } from './problems';
import { roleSchema } from './roles';
import {
  dateSchema,
  ownerSchema,
  timestampSchema,
  tokenKindSchema,
} from './tokens';

/**
 * The states of an environment's credential, a closed set.
 *
 * @public
 */
export const CREDENTIAL_STATES = [
  /** GitLab accepts it and its expiry is far enough. */
  'active',
  /** It expires within the policy's `warnDays`. */
  'expiring',
  /** It expires within the policy's `criticalDays`. */
  'critical',
  /** GitLab says that it has expired. */
  'expired',
  /** GitLab says that it was revoked. */
  'revoked',
  /** GitLab refuses it for another reason. */
  'rejected',
  /** GitLab gave no usable answer. */
  'unreachable',
  /** The SOPS file cannot be decrypted with the keys of this machine. */
  'locked',
  /** The SOPS file decrypts, but holds no token. */
  'missing',
  /** The SOPS file is missing, malformed or tampered with, or its token cannot be one. */
  'invalid',
  /** Not yet inspected. */
  'unknown',
] as const;

/** @public */
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

/**
 * What the configuration says that the credential should be; an absent key is not checked.
 *
 * @public
 */
export const declaredCredentialSchema = z.object({
  kind: tokenKindSchema.optional(),
  /** Full path of the group or project, or the user name. */
  owner: z.string().optional(),
  name: z.string().optional(),
  role: roleSchema.optional(),
  scopes: z.array(z.string()).optional(),
});

/** @public */
export type DeclaredCredential = z.infer<typeof declaredCredentialSchema>;

/**
 * What GitLab said about the credential when it last answered. Fields that the token itself may not read (its role
 * needs `read_api`) are null.
 *
 * @public
 */
export const observedCredentialSchema = z.object({
  observedAt: timestampSchema,
  tokenId: z.number().int(),
  kind: tokenKindSchema.nullable(),
  name: z.string(),
  description: z.string().nullable(),
  /** The user that the token acts as: a person, or the bot that GitLab made for it. */
  userId: z.number().int(),
  username: z.string().nullable(),
  owner: ownerSchema.nullable(),
  role: roleSchema.nullable(),
  scopes: z.array(z.string()),
  createdAt: timestampSchema,
  /** Null: it never expires. */
  expiresAt: dateSchema.nullable(),
  lastUsedAt: timestampSchema.nullable(),
});

/** @public */
export type ObservedCredential = z.infer<typeof observedCredentialSchema>;

/**
 * The limits that an environment's tokens should keep.
 *
 * @public
 */
export const policySchema = z.object({
  warnDays: z.number().int(),
  criticalDays: z.number().int(),
  maxLifetimeDays: z.number().int().optional(),
  maxRole: roleSchema.optional(),
  allowedScopes: z.array(z.string()).optional(),
});

/** @public */
export type Policy = z.infer<typeof policySchema>;

/**
 * One deployment of the portal and the GitLab credential that it runs on.
 *
 * @public
 */
export const environmentSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** This portal runs as it. */
  current: z.boolean(),
  /** Name of its SOPS file inside the configured directory. */
  file: z.string(),
  /** The GitLab host; null while it is known neither from the configuration nor from the file. */
  host: z.string().nullable(),
  /** Base URL of the GitLab instance for people, without a trailing slash; null where the host is unknown. */
  webUrl: z.string().nullable(),
  declared: declaredCredentialSchema,
  policy: policySchema,
  state: z.enum(CREDENTIAL_STATES),
  problem: problemSchema.nullable(),
  /** The last good observation; older than `inspectedAt` when GitLab has not answered since. */
  observed: observedCredentialSchema.nullable(),
  /** As `daysUntilExpiry` counts them, from the observation; null where it never expires or was never observed. */
  daysLeft: z.number().int().nullable(),
  findings: z.array(findingSchema),
  /** When it was last inspected; null: not yet. */
  inspectedAt: timestampSchema.nullable(),
});

/** @public */
export type Environment = z.infer<typeof environmentSchema>;

/** @public */
export const environmentListSchema = z.object({
  items: z.array(environmentSchema),
});

/** @public */
export type EnvironmentList = z.infer<typeof environmentListSchema>;
