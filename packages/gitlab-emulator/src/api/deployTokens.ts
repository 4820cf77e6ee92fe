import { emptyAnswer, jsonAnswer } from '../http/answer';
import { presentDeployToken } from '../presenters/tokens';
import { MAINTAINER, OWNER } from '../state/access';
import { DeployToken, Resource } from '../state/entities';
import { issueDeployToken } from '../state/issueDeployToken';
import { resourceKey } from '../state/resourceKey';
import { DEPLOY_TOKEN_SCOPES } from '../state/scopes';
import { State } from '../state/State';
import { Caller } from './authentication';
import {
  Endpoint,
  Surroundings,
  administratorEndpoint,
  openEndpoint,
} from './endpoint';
import { forbidden, recordNotFound } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import {
  dateTime,
  flag,
  integer,
  separatedTextsOf,
  text,
} from './parameterKinds';
import { required } from './parameters';
import { callerLevel, findResource } from './resources';
import { asPlainWords, writing } from './writing';

/** The deploy tokens of groups, projects and the whole instance. */
export const deployTokenEndpoints: readonly Endpoint[] = [
  administratorEndpoint({
    method: 'GET',
    path: '/deploy_tokens',
    parameters: { ...pageParameters, active: flag },
    handle: call =>
      pageAnswer(call, filtered(call.state.deployTokens.all(), call), token =>
        presentDeployToken(call, token),
      ),
  }),
  ...endpointsOf('project'),
  ...endpointsOf('group'),
];

function endpointsOf(type: Resource['type']): Endpoint[] {
  return [
    openEndpoint({
      method: 'GET',
      path: `/${type}s/:id/deploy_tokens`,
      parameters: { id: required(text), ...pageParameters, active: flag },
      handle(call) {
        const tokens = filtered(readableTokens(call, type), call);
        return pageAnswer(call, tokens, token =>
          presentDeployToken(call, token),
        );
      },
    }),
    openEndpoint({
      method: 'GET',
      path: `/${type}s/:id/deploy_tokens/:token_id`,
      parameters: { id: required(text), token_id: required(integer) },
      handle(call) {
        const token = readableTokens(call, type).find(
          ({ id }) => id === call.parameters.token_id,
        );
        if (!token) {
          throw recordNotFound();
        }
        return jsonAnswer(200, presentDeployToken(call, token));
      },
    }),
    createEndpoint(type),
    deleteEndpoint(type),
  ];
}

function createEndpoint(type: Resource['type']): Endpoint {
  return openEndpoint({
    method: 'POST',
    path: `/${type}s/:id/deploy_tokens`,
    parameters: {
      id: required(text),
      name: required(text),
      scopes: required(separatedTextsOf(...DEPLOY_TOKEN_SCOPES)),
      expires_at: dateTime,
      username: text,
    },
    handle(call) {
      const { name, scopes, username, expires_at: expiresAt } = call.parameters;
      const resource = changeableResource(call, type);
      const token = writing(asPlainWords, () =>
        issueDeployToken(call.state, {
          resource,
          name,
          scopes,
          username: username || null,
          expiresAt: expiresAt ?? null,
        }),
      );
      const shown = presentDeployToken(call, token);
      return jsonAnswer(201, { ...shown, token: token.value });
    },
  });
}

/** The row is gone after this: nothing remembers that there was such a token. */
function deleteEndpoint(type: Resource['type']): Endpoint {
  return openEndpoint({
    method: 'DELETE',
    path: `/${type}s/:id/deploy_tokens/:token_id`,
    parameters: { id: required(text), token_id: required(integer) },
    handle(call) {
      const resource = changeableResource(call, type);
      const token = tokensOf(call.state, resource).find(
        ({ id }) => id === call.parameters.token_id,
      );
      if (!token) {
        throw recordNotFound();
      }
      call.state.deployTokens.delete(token);
      return emptyAnswer(204);
    },
  });
}

type Asking = Surroundings & {
  caller: Caller | null;
  parameters: { id: string };
};

function readableTokens(call: Asking, type: Resource['type']): DeployToken[] {
  return tokensOf(call.state, allowedResource(call, type, MAINTAINER));
}

function changeableResource(call: Asking, type: Resource['type']): Resource {
  return allowedResource(call, type, type === 'group' ? OWNER : MAINTAINER);
}

/** Whoever may see the resource, with or without a token, learns that these are forbidden to them. */
function allowedResource(
  call: Asking,
  type: Resource['type'],
  needed: number,
): Resource {
  const resource = findResource(call, type, call.parameters.id);
  if (callerLevel(call, resource) < needed) {
    throw forbidden();
  }
  return resource;
}

function tokensOf(state: State, resource: Resource): DeployToken[] {
  return state.deployTokens
    .allBy('resource', resourceKey(resource))
    .sort((one, other) => one.id - other.id);
}

/** `active=true` filters; `active=false` does not, as in GitLab. */
function filtered(
  tokens: DeployToken[],
  { now, parameters }: { now: Date; parameters: { active?: boolean } },
): DeployToken[] {
  return parameters.active
    ? tokens.filter(
        token =>
          !token.revoked &&
          (token.expiresAt === null || new Date(token.expiresAt) >= now),
      )
    : tokens;
}
