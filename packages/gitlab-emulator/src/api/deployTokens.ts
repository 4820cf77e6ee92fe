import { jsonAnswer } from '../http/answer';
import { presentDeployToken } from '../presenters/tokens';
import { MAINTAINER } from '../state/access';
import { DeployToken, Resource } from '../state/entities';
import { resourceKey } from '../state/resourceKey';
import { Caller } from './authentication';
import {
  Endpoint,
  Surroundings,
  administratorEndpoint,
  openEndpoint,
} from './endpoint';
import { forbidden, recordNotFound } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { flag, integer, required, text } from './parameters';
import { callerLevel, findResource } from './resources';

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
  ];
}

/** Whoever may see the resource, with or without a token, learns that these are forbidden to them. */
function readableTokens(
  call: Surroundings & { caller: Caller | null; parameters: { id: string } },
  type: Resource['type'],
): DeployToken[] {
  const resource = findResource(call, type, call.parameters.id);
  if (callerLevel(call, resource) < MAINTAINER) {
    throw forbidden();
  }
  return call.state.deployTokens
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
