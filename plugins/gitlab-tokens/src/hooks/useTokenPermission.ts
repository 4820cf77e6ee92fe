import { usePermission } from '@backstage/plugin-permission-react';
import { gitlabTokensTokenPermissions } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from './useWords';

/** A permission that is decided on a token. */
export type TokenPermission = (typeof gitlabTokensTokenPermissions)[number];

/**
 * Whether the viewer may do something with a token, and if not, why.
 *
 * @param resourceRef - the token's `ref`; null where there is none yet: people cannot ask the permission backend about a
 * permission on tokens without naming one
 * @param mayAny - where there is no token yet, what the plugin's backend says: whether any token may be
 */
export function useTokenPermission(
  permission: TokenPermission,
  resourceRef: string | null,
  mayAny = true,
): { allowed: boolean; loading: boolean; reason: string | null } {
  const { t } = useWords();
  const decision = usePermission({
    permission,
    resourceRef: resourceRef ?? undefined,
  });
  const { allowed, loading } =
    resourceRef === null ? { allowed: mayAny, loading: false } : decision;
  const isDenied = !allowed && !loading;
  return {
    allowed,
    loading,
    reason: isDenied
      ? t('refusal.permission', { permission: permission.name })
      : null,
  };
}
