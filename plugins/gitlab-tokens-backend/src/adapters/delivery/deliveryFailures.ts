import { InputError } from '@backstage/errors';
import {
  DeliveryCheck,
  DeliveryError,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { SopsError } from '@gitlab-tokens/sops';
import {
  CredentialStoreError,
  PASSING_FILE_CODES,
} from '../../ports/CredentialStore';
import { GatewayError } from '../../ports/GatewayError';
import { gatewayFailure } from './gatewayFailure';

/** Looks at a place, and tells what stands in the way there; `look` gives the evidence. */
export async function checkPlace(
  place: string,
  look: () => Promise<unknown>,
): Promise<DeliveryCheck> {
  try {
    return { place, problem: null, evidence: await look() };
  } catch (error) {
    const { code, message, action } = asDeliveryError(error);
    return { place, problem: { code, message, action } };
  }
}

/** Does something of which every failure is a `DeliveryError`. */
export async function orDeliveryError<Result>(
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asDeliveryError(error);
  }
}

function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) {
    return error;
  }
  if (error instanceof GatewayError) {
    return gatewayFailure(error);
  }
  if (error instanceof CredentialStoreError) {
    const { code, message, action, passing } = error;
    return new DeliveryError({ code, message, action, passing });
  }
  if (error instanceof SopsError) {
    const { code, file, what, remedy: action } = error;
    const message = file ? `${file}: ${what}` : what;
    const passing = PASSING_FILE_CODES.has(code);
    return new DeliveryError({ code, message, action, passing });
  }
  if (error instanceof InputError) {
    return new DeliveryError({
      code: 'TARGET_UNUSABLE',
      message: error.message,
      action:
        'Cancel this operation, correct the delivery in the configuration or in the request, and ask again.',
    });
  }
  return unknownFailure(error);
}

/** Its message could hold anything; a name and a code cannot. */
function unknownFailure(error: unknown): DeliveryError {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError') {
    return new DeliveryError({
      code: 'DELIVERY_INTERRUPTED',
      message:
        'The delivery was broken off, because the portal stops or the time for it is up. The value is kept.',
      action: 'Nothing to do: it is tried again.',
      passing: true,
    });
  }
  const words = [name, code].filter(
    word => typeof word === 'string' && /^\w{1,40}$/.test(word),
  );
  return new DeliveryError({
    code: 'DELIVERY_FAILED',
    message: `The delivery failed on the portal's own side (${
      words.join(' ') || 'unknown'
    }). The value is kept.`,
    action:
      'It is tried again. If it stays: check the database of the portal and the disk of the SOPS files, and resume the operation.',
    passing: true,
  });
}
