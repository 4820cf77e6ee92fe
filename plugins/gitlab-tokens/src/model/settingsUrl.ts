import {
  Environment,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { credentialOf } from './credential';

function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** What has to be known of a token to find it in GitLab. */
export type ListedToken = {
  webUrl: string;
  kind: TokenKind;
  /** Full path of the group or project. */
  ownerPath: string | null;
  username: string | null;
};

/** The page of GitLab on which a token is listed; null as for {@link settingsUrl}. */
export function tokenSettingsUrl(token: ListedToken): string | null {
  const { webUrl, username } = token;
  const path = token.ownerPath ? encodedPath(token.ownerPath) : null;
  switch (token.kind) {
    case 'personal':
      return `${webUrl}/-/user_settings/personal_access_tokens`;
    case 'impersonation':
      return username
        ? `${webUrl}/admin/users/${encodedPath(username)}/impersonation_tokens`
        : null;
    case 'group':
      return path && `${webUrl}/groups/${path}/-/settings/access_tokens`;
    case 'project':
      return path && `${webUrl}/${path}/-/settings/access_tokens`;
    case 'group-deploy':
      return (
        path &&
        `${webUrl}/groups/${path}/-/settings/repository#js-deploy-tokens`
      );
    case 'project-deploy':
      return path && `${webUrl}/${path}/-/settings/repository#js-deploy-tokens`;
    default:
      return null;
  }
}

/**
 * The page of GitLab on which an environment's token is listed. Null where the instance, the kind or the owner is not
 * known, and for service accounts, whose group is not known here.
 */
export function settingsUrl(environment: Environment): string | null {
  const { kind, owner, username } = credentialOf(environment);
  const { webUrl } = environment;
  return webUrl === null || kind === null
    ? null
    : tokenSettingsUrl({
        webUrl,
        kind: kind.value,
        ownerPath: owner?.value.path ?? null,
        username,
      });
}

/**
 * GitLab's form for a personal token, with name, description and scopes filled in as the environment declares them. An
 * expiry cannot be given. Null where the instance is not known.
 */
export function personalTokenFormUrl(
  { webUrl, name, declared }: Environment,
  description: string,
): string | null {
  if (webUrl === null) {
    return null;
  }
  const query = [
    ['name', declared.name ?? `Backstage (${name})`],
    ['description', description],
    ['scopes', (declared.scopes ?? ['read_api']).join(',')],
  ]
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  return `${webUrl}/-/user_settings/personal_access_tokens?${query}`;
}
