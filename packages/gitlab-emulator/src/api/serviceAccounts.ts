import { emptyAnswer, jsonAnswer } from '../http/answer';
import { presentServiceAccount } from '../presenters/users';
import { insertServiceAccount } from '../state/bots';
import { deleteUser } from '../state/deletion';
import { User } from '../state/entities';
import { isPathSegment } from '../state/namespaces';
import { State } from '../state/State';
import { Endpoint, endpoint } from './endpoint';
import { badRequest } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { flag, integer, oneOf, text } from './parameterKinds';
import { required } from './parameters';
import { refuseIfModified } from './preconditions';
import {
  PlaceType,
  accountsPath,
  findAccount,
  livesIn,
  placeOf,
  refuseUnlessOwner,
} from './serviceAccountPlaces';
import { WRONG_USERNAME } from './users';

const accountParameters = { name: text, username: text, email: text };

/** The service accounts of groups, projects and the whole instance. */
export const serviceAccountEndpoints: readonly Endpoint[] = (
  ['group', 'project', 'instance'] as const
).flatMap(type => [
  listEndpoint(type),
  createEndpoint(type),
  updateEndpoint(type),
  ...(type === 'instance' ? [] : [deleteEndpoint(type)]),
]);

function listEndpoint(type: PlaceType): Endpoint {
  return endpoint({
    method: 'GET',
    path: accountsPath(type),
    parameters: {
      id: text,
      order_by: oneOf('id', 'username'),
      sort: oneOf('asc', 'desc'),
      ...pageParameters,
    },
    before: refuseUnlessOwner(type),
    handle(call) {
      const { id, order_by: by = 'id', sort } = call.parameters;
      const place = placeOf(call, type, id);
      const direction = sort === 'asc' ? 1 : -1;
      const accounts = call.state.users
        .all()
        .filter(user => user.serviceAccount)
        .filter(user => type === 'instance' || livesIn(user, place))
        .sort((one, other) => direction * (one[by] < other[by] ? -1 : 1));
      return pageAnswer(call, accounts, user =>
        presentServiceAccount(call, user),
      );
    },
  });
}

function createEndpoint(type: PlaceType): Endpoint {
  return endpoint({
    method: 'POST',
    path: accountsPath(type),
    parameters: { id: text, ...accountParameters },
    before: refuseUnlessOwner(type),
    handle(call) {
      const { id, name, username, email } = call.parameters;
      refuseAccount(call.state, { username, email }, null);
      const user = insertServiceAccount(call.state, placeOf(call, type, id), {
        name,
        username,
        email,
        createdAt: call.now.toISOString(),
      });
      return jsonAnswer(201, presentServiceAccount(call, user));
    },
  });
}

function updateEndpoint(type: PlaceType): Endpoint {
  return endpoint({
    method: 'PATCH',
    path: `${accountsPath(type)}/:user_id`,
    parameters: { id: text, user_id: required(integer), ...accountParameters },
    before: refuseUnlessOwner(type),
    handle(call) {
      const { name, username, email } = call.parameters;
      const user = findAccount(call, type, call.parameters);
      refuseAccount(call.state, { username, email }, user);
      call.state.users.delete(user);
      const changed = call.state.users.insert({
        ...user,
        name: name || user.name,
        username: username || user.username,
        email: email || user.email,
      });
      return jsonAnswer(200, presentServiceAccount(call, changed));
    },
  });
}

function deleteEndpoint(type: PlaceType): Endpoint {
  return endpoint({
    method: 'DELETE',
    path: `${accountsPath(type)}/:user_id`,
    parameters: { id: text, user_id: required(integer), hard_delete: flag },
    before: refuseUnlessOwner(type),
    handle(call) {
      const user = findAccount(call, type, call.parameters);
      refuseIfModified(call.request, user.createdAt);
      deleteUser(call.state, user);
      return emptyAnswer(204);
    },
  });
}

function refuseAccount(
  state: State,
  { username = '', email = '' }: { username?: string; email?: string },
  self: User | null,
): void {
  const others = state.users.all().filter(user => user !== self);
  const isTaken = (field: 'username' | 'email', value: string) =>
    others.some(user => user[field].toLowerCase() === value.toLowerCase());
  if (username !== '' && !isPathSegment(username)) {
    throw badRequest(`Username ${WRONG_USERNAME}`);
  }
  if (isTaken('username', username)) {
    throw badRequest('Username has already been taken');
  }
  if (isTaken('email', email)) {
    throw badRequest('Email has already been taken');
  }
}
