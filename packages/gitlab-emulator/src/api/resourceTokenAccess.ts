import { MAINTAINER, OWNER } from '../state/access';
import { Resource, Token } from '../state/entities';
import { resourceKey } from '../state/resourceKey';
import { Caller } from './authentication';
import { Surroundings } from './endpoint';
import { notFound, unauthorized } from './errors';
import { text } from './parameterKinds';
import { required } from './parameters';
import { callerLevel, findResource } from './resources';

/** The path of one token. Its id is a text: what is no number is not found. */
export const resourceTokenParameters = {
  id: required(text),
  token_id: required(text),
};

export type Asking = Surroundings & { caller: Caller };

/** Whether the caller may see, and revoke, the tokens of that group or project. */
export function mayRead(call: Asking, resource: Resource): boolean {
  const needed = resource.type === 'group' ? OWNER : MAINTAINER;
  return callerLevel(call, resource) >= needed;
}

/** Whether the caller may create and rotate them as well, which the bots of such tokens may not. */
export function mayCreate(call: Asking, resource: Resource): boolean {
  const { bot, serviceAccount } = call.caller.user;
  return mayRead(call, resource) && !(bot && !serviceAccount);
}

/** Too low a role is a 401 here, not a 403. */
export function readableResource(
  call: Asking,
  type: Resource['type'],
  id: string,
): Resource {
  const resource = findResource(call, type, id);
  if (!mayRead(call, resource)) {
    throw unauthorized();
  }
  return resource;
}

/** The token with that id, if it is one of that group or project. */
export function tokenOf(
  { state }: Surroundings,
  resource: Resource,
  tokenId: string,
): Token | null {
  const token = /^\d+$/.test(tokenId)
    ? state.tokens.get(Number(tokenId))
    : undefined;
  return token?.resource &&
    resourceKey(token.resource) === resourceKey(resource)
    ? token
    : null;
}

/** @throws ApiError if that group or project has no such token, whoever else has it */
export function findToken(
  call: Surroundings,
  resource: Resource,
  tokenId: string,
): Token {
  const token = tokenOf(call, resource, tokenId);
  if (!token) {
    throw notFound(`${resource.type} Access Token`);
  }
  return token;
}
