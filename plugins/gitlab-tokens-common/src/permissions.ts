import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The type of resource that the token permissions are decided on: a token of the inventory, or one that is to be.
 *
 * @public
 */
export const RESOURCE_TYPE_GITLAB_TOKEN = 'gitlab-token';

/**
 * To see the environments, with the credential that each of them runs on.
 *
 * @public
 */
export const gitlabTokensEnvironmentReadPermission = createPermission({
  name: 'gitlab-tokens.environment.read',
  attributes: { action: 'read' },
});

/**
 * To see tokens of the inventory. Never their values.
 *
 * @public
 */
export const gitlabTokensTokenReadPermission = createPermission({
  name: 'gitlab-tokens.token.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_GITLAB_TOKEN,
});

/**
 * To issue a token, and to plan that.
 *
 * @public
 */
export const gitlabTokensTokenIssuePermission = createPermission({
  name: 'gitlab-tokens.token.issue',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_GITLAB_TOKEN,
});

/**
 * To rotate a token or an environment's credential, to paste a personal token for it, and to plan that.
 *
 * @public
 */
export const gitlabTokensTokenRotatePermission = createPermission({
  name: 'gitlab-tokens.token.rotate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_GITLAB_TOKEN,
});

/**
 * To revoke a token, and to plan that.
 *
 * @public
 */
export const gitlabTokensTokenRevokePermission = createPermission({
  name: 'gitlab-tokens.token.revoke',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_GITLAB_TOKEN,
});

/**
 * To see the ledger. Resuming and cancelling an operation takes the permission of what it does.
 *
 * @public
 */
export const gitlabTokensOperationReadPermission = createPermission({
  name: 'gitlab-tokens.operation.read',
  attributes: { action: 'read' },
});

/**
 * Those that are decided on a token.
 *
 * @public
 */
export const gitlabTokensTokenPermissions = [
  gitlabTokensTokenReadPermission,
  gitlabTokensTokenIssuePermission,
  gitlabTokensTokenRotatePermission,
  gitlabTokensTokenRevokePermission,
];

/** @public */
export const gitlabTokensPermissions = [
  gitlabTokensEnvironmentReadPermission,
  ...gitlabTokensTokenPermissions,
  gitlabTokensOperationReadPermission,
];
