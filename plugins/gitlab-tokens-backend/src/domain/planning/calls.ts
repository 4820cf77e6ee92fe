import {
  Delivery,
  isDeployKind,
  PlannedCall,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokenHome, TokenRef } from '../TokenRef';

/** Who speaks to GitLab. */
export type Authority = 'broker' | 'credential' | 'self';

/** The tokens of a home, below `/api/v4`. */
function collection(home: TokenHome): string {
  switch (home.kind) {
    case 'group':
      return `/groups/${home.groupId}/access_tokens`;
    case 'project':
      return `/projects/${home.projectId}/access_tokens`;
    case 'group-deploy':
      return `/groups/${home.groupId}/deploy_tokens`;
    case 'project-deploy':
      return `/projects/${home.projectId}/deploy_tokens`;
    case 'personal':
      return `/users/${home.userId}/personal_access_tokens`;
    case 'impersonation':
      return `/users/${home.userId}/impersonation_tokens`;
    default:
      return serviceAccountTokens(home);
  }
}

function serviceAccountTokens({
  userId,
  groupId,
  projectId,
}: Extract<TokenHome, { kind: 'service-account' }>): string {
  if (groupId === undefined && projectId === undefined) {
    return `/users/${userId}/personal_access_tokens`;
  }
  const place =
    groupId === undefined ? `/projects/${projectId}` : `/groups/${groupId}`;
  return `${place}/service_accounts/${userId}/personal_access_tokens`;
}

/** People's tokens, and those of service accounts of the instance, are addressed by their number alone. */
function member(ref: TokenRef, action: 'rotate' | 'revoke'): string {
  const isAlone =
    ref.kind === 'personal' ||
    (ref.kind === 'service-account' &&
      ref.groupId === undefined &&
      ref.projectId === undefined) ||
    (ref.kind === 'impersonation' && action === 'rotate');
  return isAlone
    ? `/personal_access_tokens/${ref.id}`
    : `${collection(ref)}/${ref.id}`;
}

const speaker = (authority: Authority) =>
  authority === 'broker' ? 'broker' : 'credential';

/** The request that makes a token. */
export function createCall(home: TokenHome, authority: Authority): PlannedCall {
  const path = collection(home);
  return { purpose: 'create', method: 'POST', path, by: speaker(authority) };
}

/** GitLab's rotation, by somebody else or by the token itself. */
export function rotateCall(ref: TokenRef, authority: Authority): PlannedCall {
  const path =
    authority === 'self'
      ? '/personal_access_tokens/self/rotate'
      : `${member(ref, 'rotate')}/rotate`;
  return { purpose: 'rotate', method: 'POST', path, by: speaker(authority) };
}

/** The request that proves a new token. A deploy token cannot ask about itself. */
export function proveCall(home: TokenHome, authority: Authority): PlannedCall {
  return isDeployKind(home.kind)
    ? {
        purpose: 'prove',
        method: 'GET',
        path: `${collection(home)}/:token_id`,
        by: speaker(authority),
      }
    : {
        purpose: 'prove',
        method: 'GET',
        path: '/personal_access_tokens/self',
        by: 'new token',
      };
}

/** The request that ends a token. */
export function revokeCall(ref: TokenRef, authority: Authority): PlannedCall {
  const path = member(ref, 'revoke');
  return { purpose: 'revoke', method: 'DELETE', path, by: speaker(authority) };
}

/** The requests by which a target of this plugin changes GitLab; those of modules are not known here. */
export function deliveryCalls(
  delivery: Delivery,
  authority: Authority,
): PlannedCall[] {
  const by = speaker(authority);
  const call = (method: PlannedCall['method'], path: string): PlannedCall => ({
    purpose: 'deliver',
    method,
    path,
    by,
  });
  const part = (key: string) => encodeURIComponent(String(delivery[key]));
  if (delivery.target === 'ci-variable') {
    const place =
      delivery.group === undefined
        ? `/projects/${part('project')}`
        : `/groups/${part('group')}`;
    return [call('PUT', `${place}/variables/${part('key')}`)];
  }
  if (delivery.target === 'sops-merge-request') {
    const project = `/projects/${part('project')}`;
    return [
      call('PUT', `${project}/repository/files/${part('path')}`),
      call('POST', `${project}/merge_requests`),
    ];
  }
  return [];
}
