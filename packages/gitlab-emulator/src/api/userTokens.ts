import { jsonAnswer } from '../http/answer';
import { presentNewToken } from '../presenters/tokens';
import { isVersionAtLeast } from '../presenters/version';
import { User } from '../state/entities';
import { Moment, issueToken } from '../state/issueToken';
import { defaultExpiry } from '../state/lifetime';
import { PERSONAL_TOKEN_SCOPES, SELF_SERVICE_SCOPES } from '../state/scopes';
import {
  Endpoint,
  Surroundings,
  administratorEndpoint,
  endpoint,
} from './endpoint';
import { invalidParameters, notFound } from './errors';
import {
  date,
  integer,
  separatedTextsOf,
  text,
  textsOf,
} from './parameterKinds';
import { ParameterValues, required } from './parameters';
import { asUnprocessable, writing } from './writing';

/** What whoever makes a token for a user says of it. */
export const newTokenParameters = {
  name: required(text),
  scopes: required(separatedTextsOf(...PERSONAL_TOKEN_SCOPES)),
  expires_at: date,
  description: text,
};

/** Personal tokens made through the API: by people for themselves with few scopes, by administrators with all. */
export const userTokenEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/user/personal_access_tokens',
    parameters: {
      ...newTokenParameters,
      scopes: required(textsOf(...SELF_SERVICE_SCOPES)),
    },
    handle(call) {
      refuseNewScopes(call);
      const token = newToken(call, call.caller.user);
      return jsonAnswer(201, presentNewToken(call, token));
    },
  }),
  administratorEndpoint({
    method: 'POST',
    path: '/users/:user_id/personal_access_tokens',
    parameters: { user_id: required(integer), ...newTokenParameters },
    handle(call) {
      const user = call.state.users.get(call.parameters.user_id);
      if (!user) {
        throw notFound('User');
      }
      return jsonAnswer(201, presentNewToken(call, newToken(call, user)));
    },
  }),
];

/** Before 18.3 `self_rotate` was no scope that people could give themselves here. */
function refuseNewScopes({
  state,
  parameters,
}: Surroundings & { parameters: { scopes: readonly string[] } }): void {
  const isNew = isVersionAtLeast(state.settings.version, '18.3');
  if (!isNew && parameters.scopes.includes('self_rotate')) {
    throw invalidParameters(['scopes does not have a valid value']);
  }
}

/** @throws ApiError (422) if GitLab's model refuses the token */
export function newToken(
  call: Moment & { parameters: ParameterValues<typeof newTokenParameters> },
  user: User,
) {
  const { name, scopes, description, expires_at: expiresAt } = call.parameters;
  const kind = user.serviceAccount ? 'service-account' : 'personal';
  return writing(asUnprocessable, () =>
    issueToken(call, {
      kind,
      userId: user.id,
      name,
      scopes,
      description,
      expiresAt:
        expiresAt ?? defaultExpiry(call.state.settings, kind, call.now),
    }),
  );
}
