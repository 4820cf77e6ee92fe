import { z } from 'zod';
import { dateSchema } from './tokens';

/**
 * How many tokens expire on one day.
 *
 * @public
 */
export const expiryDaySchema = z.object({
  /** The first day on which they do not work any more. */
  date: dateSchema,
  /** At least one. */
  tokens: z.number().int().positive(),
});

/** @public */
export type ExpiryDay = z.infer<typeof expiryDaySchema>;

/**
 * When the active tokens of an environment expire, as the inventory was last listed. The environment's own credential is
 * not among them, because the environment itself tells its expiry; a credential of another environment is.
 *
 * @public
 */
export const environmentExpiriesSchema = z.object({
  environment: z.string(),
  /** The days on which any of them expires, the next one first. All are after the day on which this was asked, in UTC. */
  days: z.array(expiryDaySchema),
  /** Tokens that never expire. */
  never: z.number().int(),
});

/** @public */
export type EnvironmentExpiries = z.infer<typeof environmentExpiriesSchema>;

/**
 * The expiries of all environments, as far as the caller may see the tokens. Environments without such a token are left
 * out.
 *
 * @public
 */
export const tokenExpiriesSchema = z.object({
  items: z.array(environmentExpiriesSchema),
});

/** @public */
export type TokenExpiries = z.infer<typeof tokenExpiriesSchema>;
