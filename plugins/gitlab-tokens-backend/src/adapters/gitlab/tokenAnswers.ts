import {
  isDeployKind,
  timestampSchema,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { z } from 'zod';
import { ListedToken } from '../../ports/DirectoryGateway';
import { GitlabToken } from '../../ports/TokenGateway';

const accessToken = z.object({
  id: z.number().int(),
  name: z.string(),
  description: z.string().nullish(),
  scopes: z.array(z.string()),
  user_id: z.number().int().nullish(),
  revoked: z.boolean(),
  active: z.boolean(),
  created_at: timestampSchema,
  expires_at: z.iso.date().nullish(),
  last_used_at: timestampSchema.nullish(),
  access_level: z.number().int().nullish(),
});

const deployToken = z.object({
  id: z.number().int(),
  name: z.string(),
  username: z.string(),
  scopes: z.array(z.string()),
  revoked: z.boolean(),
  expires_at: timestampSchema.nullish(),
});

/**
 * The schema of a token of this kind as GitLab answers it, of any version since 16.11: fields that came later may be
 * absent, and fields and scopes that are not known pass.
 */
export function tokenAnswer(
  kind: TokenKind,
  now: Date,
): z.ZodType<GitlabToken> {
  return isDeployKind(kind) ? deployAnswer(kind, now) : accessAnswer(kind);
}

/** The value that GitLab shows once, beside the token. */
export const valueAnswer = z.object({ token: z.string().min(1) });

/** A row of `GET /personal_access_tokens`. */
export const listedTokenAnswer = accessToken
  .extend({ user_id: z.number().int() })
  .transform(
    (answer): ListedToken => ({
      ...commonFields(answer),
      userId: answer.user_id,
    }),
  );

function accessAnswer(kind: TokenKind) {
  return accessToken.transform(
    (answer): GitlabToken => ({
      kind,
      ...commonFields(answer),
      accessLevel: answer.access_level ?? null,
      userId: answer.user_id ?? null,
      username: null,
    }),
  );
}

function commonFields(
  answer: z.output<typeof accessToken>,
): Omit<ListedToken, 'userId'> {
  const alive = answer.active ? 'active' : 'expired';
  return {
    id: answer.id,
    name: answer.name,
    description: answer.description ?? null,
    scopes: answer.scopes,
    state: answer.revoked ? 'revoked' : alive,
    createdAt: answer.created_at,
    expiresAt: answer.expires_at ?? null,
    lastUsedAt: answer.last_used_at ?? null,
  };
}

function deployAnswer(kind: TokenKind, now: Date) {
  return deployToken.transform((answer): GitlabToken => {
    const { expires_at } = answer;
    // Not GitLab's own flag `expired`, which says so only on the day after.
    const isExpired = expires_at && Date.parse(expires_at) <= now.getTime();
    const alive = isExpired ? 'expired' : 'active';
    return {
      kind,
      id: answer.id,
      name: answer.name,
      description: null,
      scopes: answer.scopes,
      state: answer.revoked ? 'revoked' : alive,
      accessLevel: null,
      userId: null,
      username: answer.username,
      createdAt: null,
      expiresAt: expires_at
        ? new Date(expires_at).toISOString().slice(0, 10)
        : null,
      lastUsedAt: null,
    };
  });
}
