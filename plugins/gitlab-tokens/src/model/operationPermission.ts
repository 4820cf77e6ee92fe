import {
  gitlabTokensTokenIssuePermission,
  gitlabTokensTokenRevokePermission,
  gitlabTokensTokenRotatePermission,
  OperationKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** The permission that an operation takes, its resuming and cancelling too. */
export function permissionOf(kind: OperationKind) {
  switch (kind) {
    case 'issue':
      return gitlabTokensTokenIssuePermission;
    case 'revoke':
      return gitlabTokensTokenRevokePermission;
    default:
      return gitlabTokensTokenRotatePermission;
  }
}
