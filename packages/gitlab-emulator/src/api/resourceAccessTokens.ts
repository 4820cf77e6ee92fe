import { jsonAnswer } from '../http/answer';
import { presentResourceToken } from '../presenters/tokens';
import { MAINTAINER, OWNER } from '../state/access';
import { Resource, Token } from '../state/entities';
import { resourceKey } from '../state/resourceKey';
import { Caller } from './authentication';
import { Endpoint, Surroundings, endpoint } from './endpoint';
import { notFound, unauthorized } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { required, text } from './parameters';
import { callerLevel, findResource } from './resources';
import { filterTokens, tokenFilterParameters } from './tokenFilters';

/** The tokens of groups and projects. */
export const resourceAccessTokenEndpoints: readonly Endpoint[] = [
  ...endpointsOf('group'),
  ...endpointsOf('project'),
];

function endpointsOf(type: Resource['type']): Endpoint[] {
  return [
    endpoint({
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
    }),
    endpoint({
      method: 'GET',
      path: `/${type}s/:id/access_tokens/:token_id`,
      parameters: { id: required(text), token_id: required(text) },
      handle(call) {
        const resource = readableResource(call, type, call.parameters.id);
        const token = findToken(call, resource, call.parameters.token_id);
        return jsonAnswer(200, presentResourceToken(call, token));
      },
    }),
  ];
}

/** Too low a role is a 401 here, not a 403. */
function readableResource(
  call: Surroundings & { caller: Caller },
  type: Resource['type'],
  id: string,
): Resource {
  const resource = findResource(call, type, id);
  const needed = type === 'group' ? OWNER : MAINTAINER;
  if (callerLevel(call, resource) < needed) {
    throw unauthorized();
  }
  return resource;
}

/** @throws ApiError if that group or project has no such token, whoever else has it */
function findToken(
  { state }: Surroundings,
  resource: Resource,
  tokenId: string,
): Token {
  const token = /^\d+$/.test(tokenId)
    ? state.tokens.get(Number(tokenId))
    : undefined;
  if (
    !token?.resource ||
    resourceKey(token.resource) !== resourceKey(resource)
  ) {
    throw notFound(`${resource.type} Access Token`);
  }
  return token;
}
