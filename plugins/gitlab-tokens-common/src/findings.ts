import { z } from 'zod';
import { dateSchema, timestampSchema, tokenKindSchema } from './tokens';

/** @public */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** @public */
export type Severity = (typeof SEVERITIES)[number];

const severity = z.enum(SEVERITIES);
const scopes = z.array(z.string()).min(1);

/**
 * A difference between what the configuration declares and what GitLab says, or a broken policy. The codes are a
 * closed set; each carries what is needed to put it into words.
 *
 * @public
 */
export const findingSchema = z.discriminatedUnion('code', [
  /** Declared scopes that the token does not have. */
  z.object({ code: z.literal('MISSING_SCOPE'), severity, scopes }),
  /** Scopes that the token has and nobody declared, or that the policy does not allow. */
  z.object({ code: z.literal('SURPLUS_SCOPE'), severity, scopes }),
  z.object({
    code: z.literal('ROLE_TOO_LOW'),
    severity,
    expected: z.string(),
    found: z.string(),
  }),
  /** `expected` is the declared role, or the policy's maximum where `byPolicy` is set. */
  z.object({
    code: z.literal('ROLE_TOO_HIGH'),
    severity,
    expected: z.string(),
    found: z.string(),
    byPolicy: z.boolean(),
  }),
  z.object({
    code: z.literal('WRONG_KIND'),
    severity,
    expected: tokenKindSchema,
    found: tokenKindSchema,
  }),
  z.object({
    code: z.literal('WRONG_NAME'),
    severity,
    expected: z.string(),
    found: z.string(),
  }),
  /** `found` is null where GitLab only says that the token is no member of the declared owner. */
  z.object({
    code: z.literal('WRONG_OWNER'),
    severity,
    expected: z.string(),
    found: z.string().nullable(),
  }),
  z.object({ code: z.literal('NO_EXPIRY'), severity }),
  z.object({
    code: z.literal('LIFETIME_TOO_LONG'),
    severity,
    maxDays: z.number().int(),
    days: z.number().int(),
  }),
  z.object({
    code: z.literal('EXPIRES_SOON'),
    severity,
    expiresAt: dateSchema,
    /** Days left as `daysUntilExpiry` counts them; 0 and less: it has expired. */
    days: z.number().int(),
  }),
  /** `lastUsedAt` is null for a token that was never used. */
  z.object({
    code: z.literal('UNUSED'),
    severity,
    lastUsedAt: timestampSchema.nullable(),
    days: z.number().int(),
  }),
  /** The SOPS file holds the token outside the encryption. */
  z.object({ code: z.literal('TOKEN_IN_CLEAR'), severity }),
  z.object({ code: z.literal('BROKER_MISSING'), severity }),
  z.object({ code: z.literal('BROKER_CANNOT_MANAGE'), severity }),
  /** `environments` are the others that run on the same token. */
  z.object({
    code: z.literal('SHARED_BY_ENVIRONMENTS'),
    severity,
    environments: z.array(z.string()).min(1),
  }),
]);

/** @public */
export type Finding = z.infer<typeof findingSchema>;

/** @public */
export type FindingCode = Finding['code'];
