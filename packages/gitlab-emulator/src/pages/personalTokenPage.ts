import { Answer } from '../http/answer';
import { Fields } from '../http/fields';
import { Html, html } from '../http/html';
import { State } from '../state/State';
import { Token, User } from '../state/entities';
import { InvalidRecordError } from '../state/InvalidRecordError';
import { issueToken } from '../state/issueToken';
import { defaultExpiry } from '../state/lifetime';
import { PERSONAL_TOKEN_SCOPES } from '../state/scopes';
import { page } from './layout';

/** What the form holds, prefilled from a link or filled in by a person. */
interface TokenForm {
  readonly userId: number | null;
  readonly name: string;
  readonly description: string;
  readonly expiresAt: string;
  readonly scopes: readonly string[];
}

/** Scopes are a comma-separated text in a link and a list in a submitted form; unknown ones are dropped. */
export function readTokenForm(fields: Fields): TokenForm {
  const field = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const scopes = Array.isArray(fields.scopes)
    ? fields.scopes.map(String)
    : field('scopes').split(',');
  return {
    userId: Number(field('user_id')) || null,
    name: field('name'),
    description: field('description'),
    expiresAt: field('expires_at'),
    scopes: PERSONAL_TOKEN_SCOPES.filter(scope => scopes.includes(scope)),
  };
}

/** The form by which a person makes a token. Nobody signs in here, so it also asks for whom. */
export function personalTokenForm(
  state: State,
  form: TokenForm,
  problem: string | null = null,
): Answer {
  return page(
    problem ? 422 : 200,
    'Personal access tokens',
    html`
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <form method="post" action="/-/user_settings/personal_access_tokens">
        <label for="user_id">User</label>
        <select id="user_id" name="user_id">
          ${peopleIn(state).map(user => userOption(user, form.userId))}
        </select>
        ${textField('name', 'Token name', form.name)}
        ${textField('description', 'Token description', form.description)}
        <label for="expires_at">Expiration date</label>
        <input
          type="date"
          id="expires_at"
          name="expires_at"
          value="${form.expiresAt}"
        />
        <fieldset>
          <legend>Select scopes</legend>
          ${PERSONAL_TOKEN_SCOPES.map(scope => scopeBox(scope, form.scopes))}
        </fieldset>
        <button type="submit">Generate token</button>
      </form>
    `,
  );
}

/** Makes the token and shows its value, once. */
export function createPersonalToken(
  { state, now }: { state: State; now: Date },
  form: TokenForm,
): Answer {
  const user = peopleIn(state).find(({ id }) => id === form.userId);
  if (!user) {
    return personalTokenForm(state, form, 'Choose a user');
  }
  if (!/^(\d{4}-\d{2}-\d{2})?$/.test(form.expiresAt)) {
    return personalTokenForm(state, form, 'Expiration date is not a date');
  }
  try {
    const token = issueToken(
      { state, now },
      {
        kind: 'personal',
        userId: user.id,
        name: form.name,
        description: form.description || null,
        scopes: form.scopes,
        expiresAt:
          form.expiresAt || defaultExpiry(state.settings, 'personal', now),
      },
    );
    return valuePage(user, token);
  } catch (error) {
    if (error instanceof InvalidRecordError) {
      return personalTokenForm(state, form, error.message);
    }
    throw error;
  }
}

function valuePage(user: User, token: Token): Answer {
  return page(
    201,
    'Your new personal access token',
    html`
      <p>
        It is shown once. ${user.name}, ${token.scopes.join(', ')}, expires
        ${token.expiresAt ?? 'never'}.
      </p>
      <label for="token">Token</label>
      <input type="text" id="token" value="${token.value}" readonly />
    `,
  );
}

/** Those who could sign in, administrators last: a token of theirs is seldom what is wanted. */
function peopleIn(state: State): User[] {
  return state.users
    .all()
    .filter(user => !user.bot && user.state === 'active')
    .sort((one, other) => Number(one.admin) - Number(other.admin));
}

function userOption(user: User, chosen: number | null): Html {
  return html`<option
    value="${user.id}"
    ${user.id === chosen ? 'selected' : ''}
  >
    ${user.name} (@${user.username})
  </option>`;
}

function textField(name: string, label: string, value: string): Html {
  return html`<label for="${name}">${label}</label>
    <input
      type="text"
      id="${name}"
      name="${name}"
      value="${value}"
      maxlength="255"
    />`;
}

function scopeBox(scope: string, chosen: readonly string[]): Html {
  return html`<label>
    <input
      type="checkbox"
      name="scopes[]"
      value="${scope}"
      ${chosen.includes(scope) ? 'checked' : ''}
    />
    ${scope}
  </label>`;
}
