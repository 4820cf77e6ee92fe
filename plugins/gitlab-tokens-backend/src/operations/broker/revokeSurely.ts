import { TokenRef } from '../../domain/TokenRef';
import { GatewayError } from '../../ports/GatewayError';
import { TokenGateway } from '../../ports/TokenGateway';

/**
 * Revokes a token, or finds that it is gone already. Where no answer tells, GitLab is asked what it is now; still alive
 * then, the error is `GATEWAY_AMBIGUOUS`.
 *
 * @throws GatewayError
 */
export async function revokeSurely(
  tokens: TokenGateway,
  ref: TokenRef,
): Promise<void> {
  try {
    await tokens.revoke(ref);
  } catch (error) {
    if (!(await isDead(tokens, ref, error))) {
      throw error;
    }
  }
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
      shown instanceof GatewayError &&
      (shown.code === 'GATEWAY_NOT_FOUND' ||
        // The token that speaks was the one to be revoked.
        shown.code === 'GATEWAY_CREDENTIAL_REVOKED')
    );
  }
}
