import { Token, User } from '../state/entities';
import { State } from '../state/State';
import {
  ApiError,
  forbidden,
  insufficientScope,
  invalidToken,
  notFound,
  unauthorized,
} from './errors';
import { ApiRequest } from './request';
import { Moment } from '../state/issueToken';
import { revokeDescendants } from '../state/tokenFamily';
import { isExpired } from '../state/tokenState';
import { recordTokenUse } from './tokenUsage';

/** Everybody who can reach the emulator is here. */
const CLIENT_IP = '127.0.0.1';

/** Who asks, and with which token. */
export interface Caller {
  readonly user: User;
  readonly token: Token;
}

/**
 * What an endpoint accepts: `any`, or these scopes besides `api` (and, for reading, `read_api`); those `toRead`
 * suffice for nothing else.
 */
export type AcceptedScopes =
  | 'any'
  | readonly string[]
  | { readonly toRead: readonly string[] };

/** Where a revoked token that is presented takes its descendants with it. */
const ROTATION_PATH = /access_tokens\/(\d+|self)\/rotate$/;

/** The value that counts where several were sent. */
function presentedToken(request: ApiRequest): string | null {
  const [, bearer] =
    /^Bearer\s+(.+)$/i.exec(request.header('authorization') ?? '') ?? [];
  const candidates = [
    request.formParameter('private_token'),
    request.header('private-token'),
    request.formParameter('access_token'),
    bearer,
    request.formParameter('bearer_token'),
  ];
  return candidates.find(candidate => Boolean(candidate?.trim())) ?? null;
}

/** The row of the presented token, whether it is accepted or not. */
export function identifyToken(state: State, request: ApiRequest): Token | null {
  const value = presentedToken(request);
  return value === null ? null : state.tokens.findBy('value', value) ?? null;
}

/**
 * Checks the presented token: expired, revoked, blocked user, scope, impersonation, in this order. A living token
 * counts as used even where its scopes do not suffice.
 *
 * @returns null if the request presents none
 * @throws ApiError in the form that GitLab gives each refusal
 */
export function authenticate(
  state: State,
  request: ApiRequest,
  options: { now: Date; accepted: AcceptedScopes },
): Caller | null {
  if (presentedToken(request) === null) {
    return null;
  }
  const token = identifyToken(state, request);
  const user = token && state.users.get(token.userId);
  if (!token || !user) {
    throw unauthorized();
  }
  refuseDead({ state, now: options.now }, token, request);
  const isImpersonationRefused =
    token.kind === 'impersonation' && !state.settings.impersonationEnabled;
  if (!isImpersonationRefused) {
    recordTokenUse(state, token, { now: options.now, ip: CLIENT_IP });
  }
  if (user.state !== 'active') {
    throw accessDenied(user);
  }
  refuseUnacceptedScopes(token, request, options.accepted);
  if (isImpersonationRefused) {
    throw invalidToken(
      'Token is an impersonation token but impersonation was disabled.',
    );
  }
  return { user: actingUser(state, { user, token }, request), token };
}

/** Whom the request acts for: administrators may name somebody. */
function actingUser(
  state: State,
  { user, token }: Caller,
  request: ApiRequest,
): User {
  const name = request.formParameter('sudo') ?? request.header('sudo');
  if (!name) {
    return user;
  }
  if (!user.admin) {
    throw forbidden('Must be admin to use sudo');
  }
  if (!token.scopes.includes('sudo')) {
    throw insufficientScope(['sudo']);
  }
  const acting = /^\d+$/.test(name)
    ? state.users.get(Number(name))
    : state.users.findBy('username', name.toLowerCase());
  if (!acting) {
    throw notFound(`User with ID or username '${name}'`);
  }
  return acting;
}

/** Whoever presents a revoked token in order to rotate may have stolen it: all that came of it is revoked too. */
function refuseDead(moment: Moment, token: Token, request: ApiRequest): void {
  if (isExpired(token, moment.now)) {
    throw invalidToken(
      'Token is expired. You can either do re-authorization or token refresh.',
    );
  }
  if (token.revoked) {
    if (ROTATION_PATH.test(request.path)) {
      revokeDescendants(moment, token);
    }
    throw invalidToken(
      'Token was revoked. You have to re-authorize from the user.',
    );
  }
}

function refuseUnacceptedScopes(
  token: Token,
  request: ApiRequest,
  accepted: AcceptedScopes,
): void {
  if (accepted === 'any') {
    return;
  }
  const isForReading = 'toRead' in accepted;
  const named = isForReading ? accepted.toRead : accepted;
  const sufficient = [
    ...(isForReading && !request.isRead ? [] : named),
    'api',
    ...(request.isRead ? ['read_api'] : []),
  ];
  if (!token.scopes.some(scope => sufficient.includes(scope))) {
    throw insufficientScope([...named, 'api', 'read_api']);
  }
}

function accessDenied(user: User): ApiError {
  return forbidden(
    user.state === 'deactivated'
      ? 'Your account has been deactivated by your administrator. Please log back in from a web browser to reactivate your account.'
      : `Your account has been ${
          user.state === 'banned' ? 'banned' : 'blocked'
        }.`,
  );
}
