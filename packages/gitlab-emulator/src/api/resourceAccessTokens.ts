import { emptyAnswer, jsonAnswer } from '../http/answer';
import { presentResourceToken } from '../presenters/tokens';
import { isVersionAtLeast } from '../presenters/version';
import { mayGrant } from '../state/access';
import { Resource } from '../state/entities';
import { issueBotToken } from '../state/issueBotToken';
import { resourceKey } from '../state/resourceKey';
import { RESOURCE_TOKEN_SCOPES } from '../state/scopes';
import { Endpoint, endpoint } from './endpoint';
import { badRequest } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { date, oneOf, text, textsOf } from './parameterKinds';
import { required } from './parameters';
import { callerLevel, findResource } from './resources';
import {
  Asking,
  findToken,
  mayCreate,
  mayRead,
  readableResource,
  resourceTokenParameters,
} from './resourceTokenAccess';
import { filterTokens, tokenFilterParameters } from './tokenFilters';
import { asBadRequest, writing } from './writing';

/** The tokens of groups and projects. */
export const resourceAccessTokenEndpoints: readonly Endpoint[] = (
  ['group', 'project'] as const
).flatMap(type => [
  listEndpoint(type),
  createEndpoint(type),
  showEndpoint(type),
  revokeEndpoint(type),
]);

function listEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'GET',
    path: `/${type}s/:id/access_tokens`,
    parameters: {
      id: required(text),
      ...tokenFilterParameters,
      ...pageParameters,
    },
    handle(call) {
      const resource = readableResource(call, type, call.parameters.id);
      const tokens = filterTokens(
        call.state.tokens.allBy('resource', resourceKey(resource)),
        call.parameters,
        call.now,
      );
      return pageAnswer(call, tokens, token =>
        presentResourceToken(call, token),
      );
    },
  });
}

function createEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'POST',
    path: `/${type}s/:id/access_tokens`,
    parameters: {
      id: required(text),
      name: required(text),
      description: text,
      scopes: required(textsOf(...RESOURCE_TOKEN_SCOPES)),
      expires_at: date,
      access_level: oneOf(10, 15, 20, 30, 40, 50),
    },
    handle(call) {
      const { access_level: accessLevel = 40, ...asked } = call.parameters;
      const resource = findResource(call, type, asked.id);
      refuseMissingExpiry(call);
      refuseCreation(call, resource, accessLevel);
      const token = writing(asBadRequest, () =>
        issueBotToken(call, {
          resource,
          accessLevel,
          name: asked.name,
          description: asked.description,
          scopes: asked.scopes,
          expiresAt: asked.expires_at,
        }),
      );
      const shown = presentResourceToken(call, token);
      return jsonAnswer(201, { ...shown, token: token.value });
    },
  });
}

function showEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'GET',
    path: `/${type}s/:id/access_tokens/:token_id`,
    parameters: resourceTokenParameters,
    handle(call) {
      const resource = readableResource(call, type, call.parameters.id);
      const token = findToken(call, resource, call.parameters.token_id);
      return jsonAnswer(200, presentResourceToken(call, token));
    },
  });
}

/** Whether there is such a token is answered before whether the caller may revoke it. */
function revokeEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'DELETE',
    path: `/${type}s/:id/access_tokens/:token_id`,
    parameters: resourceTokenParameters,
    handle(call) {
      const resource = findResource(call, type, call.parameters.id);
      const token = findToken(call, resource, call.parameters.token_id);
      if (!mayRead(call, resource)) {
        const { name } = call.caller.user;
        throw badRequest(`${name} cannot delete ${token.name}`);
      }
      if (!call.state.memberships.find(resource, token.userId)) {
        throw badRequest('Failed to find bot user');
      }
      token.revoked = true;
      return emptyAnswer(204);
    },
  });
}

/** Every want of permission is a 400 here. */
function refuseCreation(
  call: Asking,
  resource: Resource,
  accessLevel: number,
): void {
  if (!mayCreate(call, resource)) {
    throw badRequest(
      `User does not have permission to create ${resource.type} access token`,
    );
  }
  if (!mayGrant(callerLevel(call, resource), accessLevel)) {
    throw badRequest(
      'Access level of the token contains permissions not held by the creating user',
    );
  }
}

/** Since 18.7 an expiry must be named, be it null; before that it had a default. */
function refuseMissingExpiry({ state, request }: Asking): void {
  const { settings } = state;
  const isEnough =
    'expires_at' in request.parameters ||
    !isVersionAtLeast(settings.version, '18.7') ||
    (settings.allowResourceTokenWithoutExpiry && !settings.requireTokenExpiry);
  if (!isEnough) {
    throw badRequest('expires_at is missing');
  }
}
