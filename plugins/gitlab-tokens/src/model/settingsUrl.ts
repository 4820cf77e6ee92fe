import { Environment } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { credentialOf } from './credential';

function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The page of GitLab on which an environment's token is listed. Null where the instance, the kind or the owner is not
 * known, and for service accounts, whose group is not known here.
 */
export function settingsUrl(environment: Environment): string | null {
  const { kind, owner, username } = credentialOf(environment);
  const base = environment.webUrl;
  if (base === null || kind === null) {
    return null;
  }
  const path = owner?.value.path ? encodedPath(owner.value.path) : null;
  switch (kind.value) {
    case 'personal':
      return `${base}/-/user_settings/personal_access_tokens`;
    case 'impersonation':
      return username
        ? `${base}/admin/users/${encodedPath(username)}/impersonation_tokens`
        : null;
    case 'group':
      return path && `${base}/groups/${path}/-/settings/access_tokens`;
    case 'project':
      return path && `${base}/${path}/-/settings/access_tokens`;
    case 'group-deploy':
      return (
        path && `${base}/groups/${path}/-/settings/repository#js-deploy-tokens`
      );
    case 'project-deploy':
      return path && `${base}/${path}/-/settings/repository#js-deploy-tokens`;
    default:
      return null;
  }
}
