import {
  DeliveryContext,
  DeliveryError,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { changeSopsText, SopsText } from '@gitlab-tokens/sops';
import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';
import { ConnectGitlab } from '../../ports/GitlabGateway';
import { CredentialEntry } from '../sops/credentialEntry';

/**
 * Looks whether a token could be written into an opened file, by doing so in memory with another text.
 *
 * @throws SopsError such as `VALUE_WOULD_BE_CLEAR`
 */
export async function tryWriting(
  text: SopsText,
  entry: CredentialEntry,
): Promise<void> {
  await changeSopsText(text, { set: entry.path, to: 'not-a-token' });
}

const DEAD: GatewayErrorCode[] = [
  'GATEWAY_CREDENTIAL_EXPIRED',
  'GATEWAY_CREDENTIAL_REVOKED',
  'GATEWAY_CREDENTIAL_REJECTED',
];

/**
 * Keeps a file that was changed since the delivery was planned from losing a token that somebody else has put there:
 * only none, a dead one and the one that is being replaced may be overwritten.
 *
 * @throws DeliveryError `TARGET_HOLDS_ANOTHER_TOKEN`; GatewayError where GitLab does not say what the token is
 */
export async function refuseOtherToken(
  { token, instance }: CredentialEntry,
  options: { connect: ConnectGitlab; context: DeliveryContext; file: string },
): Promise<void> {
  const { connect, context, file } = options;
  if (!token) {
    return;
  }
  const self = await connect(instance, token, context.signal)
    .self()
    .catch(error => {
      if (error instanceof GatewayError && DEAD.includes(error.code)) {
        return undefined;
      }
      throw error;
    });
  if (self && self.id !== context.replaces) {
    throw new DeliveryError({
      code: 'TARGET_HOLDS_ANOTHER_TOKEN',
      message: `${file} was changed since this operation was planned, and now holds another valid token (number ${self.id} in GitLab) than the one that is replaced. It was not overwritten.`,
      action:
        'If that token shall stay, cancel this operation. If not, revoke it in GitLab or take it out of the file with `sops edit`, and resume.',
    });
  }
}
