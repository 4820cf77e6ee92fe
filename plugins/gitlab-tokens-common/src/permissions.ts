import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To see the environments, with the credential that each of them runs on.
 *
 * @public
 */
export const gitlabTokensEnvironmentReadPermission = createPermission({
  name: 'gitlab-tokens.environment.read',
  attributes: { action: 'read' },
});

/** @public */
export const gitlabTokensPermissions = [gitlabTokensEnvironmentReadPermission];
