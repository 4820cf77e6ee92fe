import { jsonAnswer } from '../http/answer';
import {
  presentBasicUser,
  presentCurrentUser,
  presentOtherUser,
  presentUserToAdministrator,
} from '../presenters/users';
import { User } from '../state/entities';
import { Endpoint, endpoint } from './endpoint';
import { notFound } from './errors';
import { pageAnswer, pageParameters } from './pagination';
import { ParameterValues, flag, integer, required, text } from './parameters';

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
];

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
