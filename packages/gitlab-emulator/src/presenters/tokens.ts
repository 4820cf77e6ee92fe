import { isActive } from '../state/tokenState';
import { DeployToken, Settings, Token } from '../state/entities';
import { DEPLOY_TOKEN_SCOPES } from '../state/scopes';
import { isVersionAtLeast } from './version';

interface View {
  readonly state: { readonly settings: Settings };
  readonly now: Date;
}

/** Where `last_used_ips` stands, and since which version. */
const IPS_SINCE = { show: '17.10', list: '18.0', self: '18.9' };

/** A token without its value. */
export function presentToken({ state, now }: View, token: Token) {
  const since = (version: string) =>
    isVersionAtLeast(state.settings.version, version);
  return {
    id: token.id,
    name: token.name,
    revoked: token.revoked,
    created_at: token.createdAt,
    ...(since('17.11') && { description: token.description }),
    scopes: token.scopes,
    user_id: token.userId,
    last_used_at: token.lastUsedAt,
    active: isActive(token, now),
    ...(since('18.11') && { granular: false }),
    expires_at: token.expiresAt,
  };
}

/** A token without its value, as the endpoints under `/personal_access_tokens` show it. */
export function presentPersonalToken(
  view: View,
  token: Token,
  place: keyof typeof IPS_SINCE,
) {
  const { version } = view.state.settings;
  return {
    ...presentToken(view, token),
    ...(isVersionAtLeast(version, IPS_SINCE[place]) && {
      last_used_ips: token.lastUsedIps,
    }),
  };
}

/** A token with its value, which only the answer that made it shows. */
export function presentNewToken(view: View, token: Token) {
  return { ...presentToken(view, token), token: token.value };
}

/** A token by which an administrator acts for somebody, without its value. */
export function presentImpersonationToken(view: View, token: Token) {
  return { ...presentToken(view, token), impersonation: true };
}

/** A group or project token without its value. */
export function presentResourceToken(view: View, token: Token) {
  const { version } = view.state.settings;
  return {
    ...presentToken(view, token),
    access_level: token.accessLevel,
    ...(isVersionAtLeast(version, '17.11') && {
      resource_type: token.resource?.type,
      resource_id: token.resource?.id,
    }),
  };
}

/** A deploy token without its value. Its `expired` turns true only on the day after, as in GitLab. */
export function presentDeployToken({ now }: View, token: DeployToken) {
  const expiresAt = token.expiresAt && new Date(token.expiresAt);
  const today = `${now.toISOString().slice(0, 10)}T00:00:00.000Z`;
  return {
    id: token.id,
    name: token.name,
    username: token.username,
    expires_at: expiresAt ? expiresAt.toISOString() : null,
    scopes: DEPLOY_TOKEN_SCOPES.filter(scope => token.scopes.includes(scope)),
    revoked: token.revoked,
    expired: expiresAt ? expiresAt.toISOString() < today : false,
  };
}
