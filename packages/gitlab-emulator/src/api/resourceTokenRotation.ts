import { Answer, jsonAnswer } from '../http/answer';
import { presentResourceToken } from '../presenters/tokens';
import { mayGrant } from '../state/access';
import { Resource, Token } from '../state/entities';
import { Endpoint, endpoint } from './endpoint';
import { badRequest, notAllowed, notFound, unauthorized } from './errors';
import { date, text } from './parameterKinds';
import { required } from './parameters';
import {
  Asking,
  mayCreate,
  resourceTokenParameters,
  tokenOf,
} from './resourceTokenAccess';
import { callerLevel, findResource } from './resources';
import { rotated } from './tokenChanges';

/** Rotation of the tokens of groups and projects, by somebody else and by themselves. */
export const resourceTokenRotationEndpoints: readonly Endpoint[] = (
  ['group', 'project'] as const
).flatMap(type => [selfEndpoint(type), rotateEndpoint(type)]);

function selfEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'POST',
    path: `/${type}s/:id/access_tokens/self/rotate`,
    accepts: ['api', 'self_rotate'],
    parameters: { id: required(text), expires_at: date },
    handle(call) {
      const { token } = call.caller;
      if (!token.resource) {
        throw notAllowed();
      }
      const resource = findResource(call, type, call.parameters.id);
      if (tokenOf(call, resource, String(token.id)) === null) {
        throw unauthorized();
      }
      return rotatedAnswer(call, token);
    },
  });
}

/** Only administrators learn whether there is such a token. */
function rotateEndpoint(type: Resource['type']): Endpoint {
  return endpoint({
    method: 'POST',
    path: `/${type}s/:id/access_tokens/:token_id/rotate`,
    parameters: { ...resourceTokenParameters, expires_at: date },
    handle(call) {
      const resource = findResource(call, type, call.parameters.id);
      const token = mayCreate(call, resource)
        ? tokenOf(call, resource, call.parameters.token_id)
        : null;
      if (!token) {
        throw call.caller.user.admin ? notFound() : unauthorized();
      }
      if (!mayGrant(callerLevel(call, resource), token.accessLevel ?? 0)) {
        throw badRequest(
          'Not eligible to rotate tokens with permissions not held by the user',
        );
      }
      return rotatedAnswer(call, token);
    },
  });
}

function rotatedAnswer(
  call: Asking & { parameters: { expires_at?: string } },
  token: Token,
): Answer {
  const successor = rotated(call, token);
  const shown = presentResourceToken(call, successor);
  return jsonAnswer(200, { ...shown, token: successor.value });
}
