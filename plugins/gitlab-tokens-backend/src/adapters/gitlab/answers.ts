import { timestampSchema } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { z } from 'zod';
import { GatewayError } from '../../ports/GatewayError';
import { ambiguous } from './answerError';

/** `GET /personal_access_tokens/self`. Fields that other versions add are dropped, scopes that are not known pass. */
export const selfTokenAnswer = z
  .object({
    id: z.number().int(),
    name: z.string(),
    description: z.string().nullish(),
    scopes: z.array(z.string()),
    user_id: z.number().int(),
    active: z.boolean(),
    revoked: z.boolean(),
    created_at: timestampSchema,
    expires_at: z.iso.date().nullable(),
    last_used_at: timestampSchema.nullish(),
  })
  .transform(answer => ({
    id: answer.id,
    name: answer.name,
    description: answer.description ?? null,
    scopes: answer.scopes,
    userId: answer.user_id,
    active: answer.active,
    revoked: answer.revoked,
    createdAt: answer.created_at,
    expiresAt: answer.expires_at,
    lastUsedAt: answer.last_used_at ?? null,
  }));

/** `GET /user`. */
export const userAnswer = z
  .object({
    id: z.number().int(),
    username: z.string(),
    bot: z.boolean().optional(),
  })
  .transform(({ id, username, bot }) => ({ id, username, bot }));

/** `GET /groups/:id`. */
export const groupAnswer = z
  .object({ id: z.number().int(), full_path: z.string() })
  .transform(({ id, full_path }) => ({
    type: 'group' as const,
    id,
    path: full_path,
  }));

/** `GET /projects/:id`. */
export const projectAnswer = z
  .object({ id: z.number().int(), path_with_namespace: z.string() })
  .transform(({ id, path_with_namespace }) => ({
    type: 'project' as const,
    id,
    path: path_with_namespace,
  }));

/** `GET /groups|projects/:id/members/all/:user_id`. */
export const memberAnswer = z
  .object({ username: z.string(), access_level: z.number().int() })
  .transform(({ username, access_level }) => ({
    username,
    accessLevel: access_level,
  }));

/**
 * Parses an answer of GitLab's.
 *
 * @throws GatewayError with `GATEWAY_UNEXPECTED_ANSWER`, naming the fields that do not fit and nothing of their values
 */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (!result.success) {
    const fields = result.error.issues.map(issue => issue.path.join('.'));
    throw new GatewayError(
      'GATEWAY_UNEXPECTED_ANSWER',
      `GitLab gave an answer that does not fit its API (${
        [...new Set(fields)].join(', ') || 'not an object'
      })`,
    );
  }
  return result.data;
}

/**
 * Parses the answer to something that changes GitLab. It was done, whatever the answer looks like: what cannot be read
 * is not a failure.
 *
 * @throws GatewayError with `GATEWAY_AMBIGUOUS`
 */
export function parseWritten<T>(schema: z.ZodType<T>, answer: unknown): T {
  try {
    return parseAnswer(schema, answer);
  } catch (error) {
    throw ambiguous(
      `its answer does not fit its API (${(error as GatewayError).message})`,
    );
  }
}
