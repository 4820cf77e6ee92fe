import { Answer } from '../http/answer';
import { Html, html } from '../http/html';
import { Resource, Token } from '../state/entities';
import { State } from '../state/State';
import { resourceKey } from '../state/resourceKey';
import { isExpired } from '../state/tokenState';
import { page } from './layout';

const MAX_ROWS = 500;

const ROLES: Record<number, string | undefined> = {
  5: 'Minimal access',
  10: 'Guest',
  15: 'Planner',
  20: 'Reporter',
  25: 'Security Manager',
  30: 'Developer',
  40: 'Maintainer',
  50: 'Owner',
};

/** The tokens of a group or a project, without their values. */
export function resourceTokensPage(
  { state, now }: { state: State; now: Date },
  resource: Resource,
): Answer {
  const owner =
    resource.type === 'group'
      ? state.groups.get(resource.id)
      : state.projects.get(resource.id);
  const tokens = state.tokens.allBy('resource', resourceKey(resource));
  return page(
    200,
    `Access tokens of ${owner?.fullPath ?? ''}`,
    html`
      <p>
        ${tokens.length} tokens, ${Math.min(tokens.length, MAX_ROWS)} shown.
        This page only shows them.
      </p>
      <table>
        <thead>
          <tr>
            <th>Id</th>
            <th>Name</th>
            <th>Scopes</th>
            <th>Role</th>
            <th>Expires</th>
            <th>Last used</th>
            <th>State</th>
          </tr>
        </thead>
        <tbody>
          ${tokens.slice(0, MAX_ROWS).map(token => tokenRow(token, now))}
        </tbody>
      </table>
    `,
  );
}

function tokenRow(token: Token, now: Date): Html {
  return html`<tr>
    <td>${token.id}</td>
    <td>${token.name}</td>
    <td>${token.scopes.join(', ')}</td>
    <td>${ROLES[token.accessLevel ?? 0] ?? ''}</td>
    <td>${token.expiresAt ?? 'never'}</td>
    <td>${token.lastUsedAt ?? 'never'}</td>
    <td>${stateOf(token, now)}</td>
  </tr>`;
}

function stateOf(token: Token, now: Date): string {
  if (token.revoked) {
    return 'revoked';
  }
  return isExpired(token, now) ? 'expired' : 'active';
}
