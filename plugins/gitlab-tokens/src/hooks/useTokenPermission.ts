import { usePermission } from '@backstage/plugin-permission-react';
import { gitlabTokensTokenPermissions } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from './useWords';

/** A permission that is decided on a token. */
export type TokenPermission = (typeof gitlabTokensTokenPermissions)[number];

/**
 * Whether the viewer may do something with a token, and if not, why.
 *
 * @param resourceRef - the token's `ref`; null where there is none yet, of which only the backend can decide
 */
export function useTokenPermission(
  permission: TokenPermission,
  resourceRef: string | null,
): { allowed: boolean; loading: boolean; reason: string | null } {
  const { t } = useWords();
  const { allowed, loading } = usePermission({
    permission,
    resourceRef: resourceRef ?? undefined,
  });
  if (resourceRef === null) {
    return { allowed: true, loading: false, reason: null };
  }
  const isDenied = !allowed && !loading;
  return {
    allowed,
    loading,
    reason: isDenied
      ? t('refusal.permission', { permission: permission.name })
      : null,
  };
}
