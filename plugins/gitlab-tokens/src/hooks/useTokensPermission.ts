import {
  gitlabTokensTokenRevokePermission,
  gitlabTokensTokenRotatePermission,
  ManagedToken,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useTokenPermission } from './useTokenPermission';
import { useWords } from './useWords';

/** What can be done with a token. */
export type TokenAction = 'rotate' | 'revoke';

const PERMISSIONS = {
  rotate: gitlabTokensTokenRotatePermission,
  revoke: gitlabTokensTokenRevokePermission,
};

/** Why the viewer cannot do something with a token, in words; null: they can. */
export function useTokensPermission(
  action: TokenAction,
  token: Pick<ManagedToken, 'ref' | 'state'>,
): string | null {
  const { t } = useWords();
  const { loading, reason } = useTokenPermission(
    PERMISSIONS[action],
    token.ref,
  );
  if (token.state === 'revoked') {
    return t('tokens.isRevoked');
  }
  return loading ? t('tokens.permissionPending') : reason;
}
