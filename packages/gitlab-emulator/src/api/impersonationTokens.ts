import { emptyAnswer, jsonAnswer } from '../http/answer';
import { presentImpersonationToken } from '../presenters/tokens';
import { Token, User } from '../state/entities';
import { issueToken } from '../state/issueToken';
import { State } from '../state/State';
import { isActive } from '../state/tokenState';
import { Endpoint, administratorEndpoint } from './endpoint';
import { notFound } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { date, integer, oneOf, text, texts } from './parameterKinds';
import { required } from './parameters';
import { refuseIfModified } from './preconditions';
import { asFields, writing } from './writing';

const PATH = '/users/:user_id/impersonation_tokens';

const tokenParameters = {
  user_id: required(integer),
  impersonation_token_id: required(integer),
};

/** Tokens by which administrators act for somebody. They are rotated as personal tokens are. */
export const impersonationTokenEndpoints: readonly Endpoint[] = [
  administratorEndpoint({
    method: 'GET',
    path: PATH,
    parameters: {
      user_id: required(integer),
      state: oneOf('all', 'active', 'inactive'),
      ...pageParameters,
    },
    handle(call) {
      const { user_id: userId, state: wanted = 'all' } = call.parameters;
      const tokens = tokensOf(call.state, findUser(call.state, userId)).filter(
        token =>
          wanted === 'all' ||
          isActive(token, call.now) === (wanted === 'active'),
      );
      return pageAnswer(call, tokens, token =>
        presentImpersonationToken(call, token),
      );
    },
  }),
  administratorEndpoint({
    method: 'POST',
    path: PATH,
    parameters: {
      user_id: required(integer),
      name: required(text),
      expires_at: date,
      scopes: texts,
      description: text,
    },
    handle(call) {
      const { name, scopes = [], description } = call.parameters;
      const user = findUser(call.state, call.parameters.user_id);
      const token = writing(asFields, () =>
        issueToken(call, {
          kind: 'impersonation',
          userId: user.id,
          name,
          scopes,
          description,
          expiresAt: call.parameters.expires_at ?? null,
        }),
      );
      const shown = presentImpersonationToken(call, token);
      return jsonAnswer(201, { ...shown, token: token.value });
    },
  }),
  administratorEndpoint({
    method: 'GET',
    path: `${PATH}/:impersonation_token_id`,
    parameters: tokenParameters,
    handle: call =>
      jsonAnswer(
        200,
        presentImpersonationToken(call, findToken(call.state, call.parameters)),
      ),
  }),
  administratorEndpoint({
    method: 'DELETE',
    path: `${PATH}/:impersonation_token_id`,
    parameters: tokenParameters,
    handle(call) {
      const token = findToken(call.state, call.parameters);
      refuseIfModified(call.request, token.createdAt);
      token.revoked = true;
      return emptyAnswer(204);
    },
  }),
];

function findUser(state: State, id: number): User {
  const user = state.users.get(id);
  if (!user) {
    throw notFound('User');
  }
  return user;
}

function tokensOf(state: State, user: User): Token[] {
  return state.tokens
    .allBy('user', user.id)
    .filter(token => token.kind === 'impersonation')
    .sort((one, other) => one.id - other.id);
}

function findToken(
  state: State,
  asked: { user_id: number; impersonation_token_id: number },
): Token {
  const token = tokensOf(state, findUser(state, asked.user_id)).find(
    ({ id }) => id === asked.impersonation_token_id,
  );
  if (!token) {
    throw notFound('Impersonation Token');
  }
  return token;
}
