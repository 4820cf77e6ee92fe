import { Answer, emptyAnswer } from '../http/answer';
import { Token } from '../state/entities';
import { Moment, rotateToken } from '../state/issueToken';
import { Caller } from './authentication';
import { badRequest } from './errors';
import { asBadRequest, writing } from './writing';

/**
 * The successor of a token.
 *
 * @throws ApiError (400) if the token is revoked already, or if the expiry is too far away
 */
export function rotated(
  call: Moment & { parameters: { expires_at?: string } },
  token: Token,
): Token {
  if (token.revoked) {
    throw badRequest('Token already revoked');
  }
  return writing(asBadRequest, () =>
    rotateToken(call, token, call.parameters.expires_at),
  );
}

/**
 * Revokes a token of the caller, or, for an administrator, anybody's. What is revoked already may be revoked again.
 *
 * @throws ApiError (400) if it is not the caller's, or one made to impersonate the caller
 */
export function revokeOwn(
  { caller: { user } }: { caller: Caller },
  token: Token,
): Answer {
  const isOwn = token.userId === user.id && token.kind !== 'impersonation';
  if (!isOwn && !user.admin) {
    throw badRequest('Not permitted to revoke');
  }
  token.revoked = true;
  return emptyAnswer(204);
}
