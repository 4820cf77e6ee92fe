import { TokenRef } from '../../domain/TokenRef';
import { GatewayError } from '../../ports/GatewayError';
import { TokenGateway } from '../../ports/TokenGateway';

/**
 * Revokes a token, or finds that it is gone already. Where no answer tells, GitLab is asked what it is now; still alive
 * then, the error is `GATEWAY_AMBIGUOUS`.
 *
 * @param speaksForItself - `tokens` speaks with the token that is to be revoked: refused as revoked, it is
 * @throws GatewayError
 */
export async function revokeSurely(
  tokens: TokenGateway,
  ref: TokenRef,
  speaksForItself = false,
): Promise<void> {
  try {
    await tokens.revoke(ref);
  } catch (error) {
    const isRefused = speaksForItself && isRevoked(error);
    if (!isRefused && !(await isDead(tokens, ref, error))) {
      throw error;
    }
  }
}

function isRevoked(error: unknown): boolean {
  return (
    error instanceof GatewayError && error.code === 'GATEWAY_CREDENTIAL_REVOKED'
  );
}

async function isDead(
  tokens: TokenGateway,
  ref: TokenRef,
  error: unknown,
): Promise<boolean> {
  if (!(error instanceof GatewayError)) {
    return false;
  }
  if (error.code !== 'GATEWAY_AMBIGUOUS') {
    return error.code === 'GATEWAY_NOT_FOUND';
  }
  try {
    return (await tokens.show(ref)).state === 'revoked';
  } catch (shown) {
    return (
      // The token that speaks was the one to be revoked.
      isRevoked(shown) ||
      (shown instanceof GatewayError && shown.code === 'GATEWAY_NOT_FOUND')
    );
  }
}
