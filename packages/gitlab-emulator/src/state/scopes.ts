/** What a personal or an impersonation token may be given, administrators' scopes last. */
export const PERSONAL_TOKEN_SCOPES = [
  'api',
  'read_api',
  'read_user',
  'create_runner',
  'manage_runner',
  'k8s_proxy',
  'self_rotate',
  'mcp',
  'granular',
  'read_repository',
  'write_repository',
  'read_registry',
  'write_registry',
  'read_virtual_registry',
  'write_virtual_registry',
  'read_observability',
  'write_observability',
  'ai_features',
  'sudo',
  'admin_mode',
  'read_service_ping',
];

/** What the token of a group or a project may be given: all but `read_user` and the administrators' scopes. */
export const RESOURCE_TOKEN_SCOPES = PERSONAL_TOKEN_SCOPES.filter(
  scope =>
    !['read_user', 'sudo', 'admin_mode', 'read_service_ping'].includes(scope),
);

/** What people who are no administrators may give to a personal token of theirs through the API. */
export const SELF_SERVICE_SCOPES = ['k8s_proxy', 'self_rotate'];

/** What a deploy token may be given, in the order in which GitLab shows them. */
export const DEPLOY_TOKEN_SCOPES = [
  'read_repository',
  'read_registry',
  'write_registry',
  'read_package_registry',
  'write_package_registry',
  'read_virtual_registry',
  'write_virtual_registry',
];
