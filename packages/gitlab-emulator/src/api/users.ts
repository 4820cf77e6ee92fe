import { emptyAnswer, jsonAnswer } from '../http/answer';
import {
  presentBasicUser,
  presentCurrentUser,
  presentOtherUser,
  presentUserToAdministrator,
} from '../presenters/users';
import { deleteUser } from '../state/deletion';
import { User } from '../state/entities';
import { isPathSegment, isPathTaken } from '../state/namespaces';
import { State } from '../state/State';
import { Endpoint, administratorEndpoint, endpoint } from './endpoint';
import { notFound, refusal } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { flag, integer, text } from './parameterKinds';
import { ParameterValues, required } from './parameters';
import { refuseIfModified } from './preconditions';

const listParameters = {
  username: text,
  search: text,
  active: flag,
  blocked: flag,
  humans: flag,
  ...pageParameters,
};

export const userEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/user',
    accepts: ['read_user'],
    parameters: {},
    handle: call => jsonAnswer(200, presentCurrentUser(call, call.caller.user)),
  }),
  endpoint({
    method: 'GET',
    path: '/users',
    accepts: ['read_user'],
    parameters: listParameters,
    handle(call) {
      const users = call.state.users
        .all()
        .filter(isAsked(call.parameters))
        .sort((one, other) => other.id - one.id);
      return pageAnswer(call, users, user =>
        call.caller.user.admin
          ? presentUserToAdministrator(call, user, 'list')
          : presentBasicUser(call, user),
      );
    },
  }),
  endpoint({
    method: 'GET',
    path: '/users/:id',
    accepts: ['read_user'],
    parameters: { id: required(integer) },
    handle(call) {
      const user = call.state.users.get(call.parameters.id);
      if (!user) {
        throw notFound('User');
      }
      return jsonAnswer(
        200,
        call.caller.user.admin
          ? presentUserToAdministrator(call, user, 'show')
          : presentOtherUser(call, user),
      );
    },
  }),
  administratorEndpoint({
    method: 'POST',
    path: '/users',
    parameters: {
      email: required(text),
      name: required(text),
      username: required(text),
      admin: flag,
    },
    handle(call) {
      const { email, name, username, admin = false } = call.parameters;
      refuseAccount(call.state, { email, username });
      const user = call.state.users.insert({
        id: call.state.users.takeId(),
        username,
        name,
        admin,
        state: 'active',
        bot: false,
        serviceAccount: false,
        resource: null,
        email,
        createdAt: call.now.toISOString(),
      });
      return jsonAnswer(201, presentUserToAdministrator(call, user, 'show'));
    },
  }),
  administratorEndpoint({
    method: 'DELETE',
    path: '/users/:id',
    parameters: { id: required(integer), hard_delete: flag },
    handle(call) {
      const user = call.state.users.get(call.parameters.id);
      if (!user) {
        throw notFound('User');
      }
      refuseIfModified(call.request, user.createdAt);
      deleteUser(call.state, user);
      return emptyAnswer(204);
    },
  }),
];

/** What GitLab says of a user name that could not stand in an address. */
export const WRONG_USERNAME =
  "can contain only letters, digits, '_', '-', and '.'. It must not start with '-', '_', or '.', nor end with '-', '_', '.', '.git', or '.atom'.";

function refuseAccount(
  state: State,
  { email, username }: { email: string; username: string },
): void {
  if (state.users.all().some(user => user.email === email)) {
    throw refusal(409, 'Email has already been taken');
  }
  if (!isPathSegment(username)) {
    throw refusal(400, { username: [WRONG_USERNAME] });
  }
  if (isPathTaken(state, username)) {
    throw refusal(409, 'Username has already been taken');
  }
}

function isAsked(asked: ParameterValues<typeof listParameters>) {
  const search = asked.search?.toLowerCase() ?? '';
  return (user: User): boolean =>
    (asked.username === undefined ||
      user.username.toLowerCase() === asked.username.toLowerCase()) &&
    (!asked.active || user.state === 'active') &&
    (!asked.blocked || user.state === 'blocked') &&
    (!asked.humans || !user.bot) &&
    [user.name, user.username].some(words =>
      words.toLowerCase().includes(search),
    );
}
