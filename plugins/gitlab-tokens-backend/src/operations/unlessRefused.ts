import { GatewayError, GatewayErrorCode } from '../ports/GatewayError';

const REFUSALS: GatewayErrorCode[] = [
  'GATEWAY_INSUFFICIENT_SCOPE',
  'GATEWAY_FORBIDDEN',
  'GATEWAY_NOT_PERMITTED',
  'GATEWAY_NOT_FOUND',
];

/** Undefined where GitLab will not tell this credential; other failures are failures. */
export async function unlessRefused<T>(
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GatewayError && REFUSALS.includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}
