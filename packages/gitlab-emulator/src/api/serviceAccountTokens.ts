import { emptyAnswer, jsonAnswer } from '../http/answer';
import { presentNewToken, presentToken } from '../presenters/tokens';
import { Resource, Token, User } from '../state/entities';
import { State } from '../state/State';
import { Endpoint, endpoint } from './endpoint';
import { keysetUnsupported, notFound } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { date, integer, text } from './parameterKinds';
import { required } from './parameters';
import {
  accountsPath,
  findAccount,
  refuseUnlessOwner,
} from './serviceAccountPlaces';
import { rotated } from './tokenChanges';
import { filterTokens, tokenFilterParameters } from './tokenFilters';
import { newToken, newTokenParameters } from './userTokens';

const path = (type: Resource['type']) =>
  `${accountsPath(type)}/:user_id/personal_access_tokens`;

const accountParameters = { id: required(text), user_id: required(integer) };

const tokenParameters = { ...accountParameters, token_id: required(text) };

/** The tokens of the service accounts of groups and projects. */
export const serviceAccountTokenEndpoints: readonly Endpoint[] = (
  ['group', 'project'] as const
).flatMap(type => [
  listEndpoint(type),
  createEndpoint(type),
  revokeEndpoint(type),
  rotateEndpoint(type),
]);

function listEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'GET',
    path: path(type),
    parameters: {
      ...accountParameters,
      ...tokenFilterParameters,
      ...pageParameters,
      pagination: text,
    },
    before: refuseUnlessOwner(type),
    handle(call) {
      const user = findAccount(call, type, call.parameters);
      if (call.parameters.pagination === 'keyset') {
        throw keysetUnsupported();
      }
      const tokens = filterTokens(
        call.state.tokens
          .allBy('user', user.id)
          .filter(token => token.kind !== 'impersonation'),
        call.parameters,
        call.now,
      );
      return pageAnswer(call, tokens, token => presentToken(call, token));
    },
  });
}

function createEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'POST',
    path: path(type),
    parameters: { ...accountParameters, ...newTokenParameters },
    before: refuseUnlessOwner(type),
    handle(call) {
      const user = findAccount(call, type, call.parameters);
      return jsonAnswer(201, presentNewToken(call, newToken(call, user)));
    },
  });
}

function revokeEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'DELETE',
    path: `${path(type)}/:token_id`,
    parameters: tokenParameters,
    before: refuseUnlessOwner(type),
    handle(call) {
      const user = findAccount(call, type, call.parameters);
      const token = tokenOf(call.state, user, call.parameters.token_id);
      if (!token) {
        throw notFound('Personal Access Token');
      }
      token.revoked = true;
      return emptyAnswer(204);
    },
  });
}

function rotateEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'POST',
    path: `${path(type)}/:token_id/rotate`,
    parameters: { ...tokenParameters, expires_at: date },
    before: refuseUnlessOwner(type),
    handle(call) {
      const user = findAccount(call, type, call.parameters);
      const token = tokenOf(call.state, user, call.parameters.token_id);
      if (!token) {
        throw notFound();
      }
      return jsonAnswer(200, presentNewToken(call, rotated(call, token)));
    },
  });
}

function tokenOf(state: State, user: User, id: string): Token | null {
  const token = state.tokens.get(Number(id));
  return token?.userId === user.id ? token : null;
}
