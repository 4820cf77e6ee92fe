import { jsonAnswer } from '../http/answer';
import { presentNewToken, presentPersonalToken } from '../presenters/tokens';
import { Token } from '../state/entities';
import { Call, Endpoint, Surroundings, endpoint } from './endpoint';
import { Caller } from './authentication';
import { notFound, recordNotFound, unauthorized } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { date, integer } from './parameterKinds';
import { required } from './parameters';
import { filterTokens, tokenFilterParameters } from './tokenFilters';
import { revokeOwn, rotated } from './tokenChanges';

const listParameters = {
  user_id: integer,
  ...tokenFilterParameters,
  ...pageParameters,
};

export const personalAccessTokenEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/personal_access_tokens',
    parameters: listParameters,
    handle(call) {
      const tokens = filterTokens(
        listableTokens(call),
        call.parameters,
        call.now,
      );
      return pageAnswer(call, tokens, token =>
        presentPersonalToken(call, token, 'list'),
      );
    },
  }),
  endpoint({
    method: 'GET',
    path: '/personal_access_tokens/:id',
    parameters: { id: required(integer) },
    handle(call) {
      const token = readableToken(call, call.parameters.id);
      return jsonAnswer(200, presentPersonalToken(call, token, 'show'));
    },
  }),
  endpoint({
    method: 'POST',
    path: '/personal_access_tokens/:id/rotate',
    parameters: { id: required(integer), expires_at: date },
    handle(call) {
      const token = readableToken(call, call.parameters.id);
      return jsonAnswer(200, presentNewToken(call, rotated(call, token)));
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/personal_access_tokens/:id',
    parameters: { id: required(integer) },
    handle(call) {
      const token = call.state.tokens.get(call.parameters.id);
      if (!token) {
        throw recordNotFound();
      }
      return revokeOwn(call, token);
    },
  }),
];

/** Administrators list everybody's tokens, others their own without those made for impersonating them. */
function listableTokens({
  state,
  request,
  caller: { user },
  parameters: { user_id: userId },
}: Call<typeof listParameters, Caller>): Token[] {
  if (!user.admin) {
    if (userId !== undefined && userId !== user.id) {
      throw unauthorized();
    }
    return state.tokens
      .allBy('user', user.id)
      .filter(token => token.kind !== 'impersonation');
  }
  if (userId !== undefined && state.users.get(userId)) {
    return state.tokens.allBy('user', userId);
  }
  if ('user_id' in request.parameters) {
    throw notFound();
  }
  return state.tokens.all();
}

/** @throws ApiError if there is none, or none that the caller may see: only administrators learn which of the two */
function readableToken(
  { state, caller: { user } }: Surroundings & { caller: Caller },
  id: number,
): Token {
  const token = state.tokens.get(id);
  if (user.admin) {
    if (!token) {
      throw notFound();
    }
    return token;
  }
  if (token?.userId !== user.id) {
    throw unauthorized();
  }
  return token;
}
