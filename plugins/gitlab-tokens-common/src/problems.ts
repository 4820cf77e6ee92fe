import { z } from 'zod';
import { roleSchema } from './roles';
import { dateSchema } from './tokens';

/**
 * The codes of problems that this version gives, apart from the blockers of plans, which a problem may have, too. Delivery
 * targets of other modules bring codes of their own.
 *
 * @public
 */
export const PROBLEM_CODES = [
  // GitLab's answers, and those that did not come
  'GATEWAY_CREDENTIAL_EXPIRED',
  'GATEWAY_CREDENTIAL_REVOKED',
  'GATEWAY_CREDENTIAL_REJECTED',
  'GATEWAY_INSUFFICIENT_SCOPE',
  'GATEWAY_FORBIDDEN',
  'GATEWAY_NOT_PERMITTED',
  'GATEWAY_NOT_FOUND',
  'GATEWAY_INVALID_REQUEST',
  'GATEWAY_ALREADY_REVOKED',
  'GATEWAY_CONFLICT',
  'GATEWAY_RATE_LIMITED',
  'GATEWAY_SERVER_ERROR',
  'GATEWAY_UNAVAILABLE',
  'GATEWAY_REDIRECTED',
  'GATEWAY_UNREACHABLE',
  'GATEWAY_TIMEOUT',
  'GATEWAY_UNEXPECTED_ANSWER',
  'GATEWAY_AMBIGUOUS',
  // The steps of an operation
  'VALUE_LOST',
  'SUCCESSOR_UNCERTAIN',
  'MINTING_FAILED',
  'NEW_TOKEN_REFUSED',
  'NEW_TOKEN_DIFFERS',
  'NEW_TOKEN_UNUSED',
  'TARGET_HOLDS_ANOTHER_TOKEN',
  'VALUE_NOT_SHOWN',
  'TARGET_UNKNOWN',
  'ENVIRONMENT_UNKNOWN',
  'INTERNAL_ERROR',
  'OPERATION_IN_PROGRESS',
  'CONFLICT',
  // Deliveries
  'MERGE_REQUEST_CLOSED',
  'MERGE_REQUEST_CHANGED',
  'MERGE_REQUEST_CONFLICT',
  'MERGED_WITHOUT_VALUE',
  'VARIABLE_NOT_KEPT',
  'DELIVERY_FAILED',
  'DELIVERY_INTERRUPTED',
  // The SOPS file as such
  'FILE_NOT_FOUND',
  'FILE_UNREADABLE',
  'NOT_A_REGULAR_FILE',
  'PATH_OUTSIDE_DIRECTORY',
  'FILE_TOO_LARGE',
  'FILE_BUSY',
  'FILE_CHANGED',
  'FILE_READ_ONLY',
  'FILE_UNWRITABLE',
  'DISK_FULL',
  // Its keys
  'NO_KEY',
  'WRONG_KEY',
  'NOT_ENOUGH_KEY_GROUPS',
  'PASSPHRASE_NEEDED',
  'KEY_FILE_UNREADABLE',
  'KEY_MALFORMED',
  'UNSUPPORTED_KEY_KIND',
  'DATA_KEY_INVALID',
  'KEY_SERVICE_FAILED',
  'KEY_SERVICE_NOT_TRUSTED',
  'PROGRAM_NOT_FOUND',
  'PROGRAM_NOT_EXECUTABLE',
  'PROGRAM_TOO_OLD',
  'PROGRAM_TIMED_OUT',
  'PROGRAM_FAILED',
  // What is in it
  'MAC_MISMATCH',
  'MAC_MISSING',
  'VALUE_NOT_AUTHENTIC',
  'VALUE_MALFORMED',
  'VALUE_IN_CLEAR',
  'CLEAR_VALUES_UNPROTECTED',
  'NOT_A_SOPS_FILE',
  'NOT_YAML',
  'UNSUPPORTED_YAML',
  'DUPLICATE_KEY',
  'METADATA_INVALID',
  'UNSUPPORTED_VERSION',
  'UNSUPPORTED_RULE',
  'ENTRY_MISSING',
  'ENTRY_MALFORMED',
  'HOST_AMBIGUOUS',
  'TOKEN_MISSING',
  'TOKEN_MALFORMED',
  // Changes of it
  'TARGET_NOT_FOUND',
  'TARGET_NOT_A_VALUE',
  'VALUE_INVALID',
  'VALUE_WOULD_BE_CLEAR',
  'CHANGE_UNSUPPORTED',
  'CHANGE_NOT_VERIFIED',
  // Sealed values
  'NO_AGE_RECIPIENT',
  'NO_SEALING_RECIPIENT',
  'ESCROW_LOCKED',
  'ESCROW_INVALID',
  'SEALED_TEXT_INVALID',
  'SECRET_TOO_LARGE',
] as const;

/** @public */
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * The facts of a problem or of a blocker, for who says it in another language. A field that is not there does not belong
 * to it, or is not known.
 *
 * @public
 */
export const problemDetailsSchema = z
  .object({
    /** Whose token it is about. */
    source: z.enum(['broker', 'credential']),
    /** The user that this token acts as. */
    username: z.string(),
    /** When this token expired. */
    expiresAt: dateSchema,
    /** The scopes of the token that lacks one. */
    scopes: z.array(z.string()),
    /** The user's role in what it is about; null: no member. */
    role: roleSchema.nullable(),
    /** The role that it takes. */
    neededRole: roleSchema,
    /** The role that was to be given to the new token. */
    tokenRole: roleSchema,
    /** Code of the problem behind it. */
    cause: z.string(),
  })
  .partial();

/** @public */
export type ProblemDetails = z.infer<typeof problemDetailsSchema>;

/**
 * Why a credential is in a state other than those that GitLab's answer gives, or why an operation stands still: what
 * happened and what to do, in English for people and logs, with a code for programs.
 *
 * @public
 */
export const problemSchema = z.object({
  /** A {@link ProblemCode}, a {@link Blocker}, or a code of another module's delivery target. */
  code: z.string(),
  message: z.string(),
  /** What to do next. */
  action: z.string(),
  details: problemDetailsSchema.optional(),
});

/** @public */
export type Problem = z.infer<typeof problemSchema>;
