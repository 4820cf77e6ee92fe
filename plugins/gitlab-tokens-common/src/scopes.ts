import { TokenKind } from './tokens';

const DEPLOY_SCOPES = [
  'read_repository',
  'read_registry',
  'write_registry',
  'read_package_registry',
  'write_package_registry',
  'read_virtual_registry',
  'write_virtual_registry',
];

const RESOURCE_SCOPES = [
  'api',
  'read_api',
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
];

const USER_SCOPES = [
  ...RESOURCE_SCOPES,
  'read_user',
  'sudo',
  'admin_mode',
  'read_service_ping',
];

/**
 * The scopes that GitLab can give to a token of this kind. An instance may offer fewer (no registry, no dependency
 * proxy), a newer GitLab more: whoever reads tokens must tolerate scopes that are not listed here.
 *
 * Source: `lib/gitlab/auth.rb` and `DeployToken::AVAILABLE_SCOPES` of GitLab 18.9.
 *
 * @public
 */
export function scopesOfKind(kind: TokenKind): readonly string[] {
  switch (kind) {
    case 'group-deploy':
    case 'project-deploy':
      return DEPLOY_SCOPES;
    case 'group':
    case 'project':
      return RESOURCE_SCOPES;
    default:
      return USER_SCOPES;
  }
}

const COVERED_SCOPES: Record<string, readonly string[]> = {
  api: ['read_api', 'read_user', 'read_repository', 'write_repository'],
  read_api: ['read_user'],
};

/**
 * The wanted scopes that a token with the granted ones lacks. A wider scope covers a narrower one: every endpoint
 * accepts `api`, every reading one `read_api`, and git over HTTP accepts `api`.
 *
 * @public
 */
export function missingScopes(
  wanted: readonly string[],
  granted: readonly string[],
): string[] {
  const covered = new Set(
    granted.flatMap(scope => [scope, ...(COVERED_SCOPES[scope] ?? [])]),
  );
  return wanted.filter(scope => !covered.has(scope));
}
