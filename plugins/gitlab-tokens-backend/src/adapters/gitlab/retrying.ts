import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';
import { delay } from './delay';

/** How reading is repeated. */
export interface RetryPolicy {
  /** Attempts in all. */
  attempts: number;
  /** Milliseconds before the second attempt, at most; doubled for each further one. */
  firstDelay: number;
  /** Milliseconds: where GitLab asks to wait longer than this, it is not asked again. */
  longestDelay: number;
  /** From 0 to 1. */
  random: () => number;
}

/** What may pass by itself: 429, 5xx of something in between, a broken connection, a slow answer. */
const PASSING: GatewayErrorCode[] = [
  'GATEWAY_RATE_LIMITED',
  'GATEWAY_UNAVAILABLE',
  'GATEWAY_TIMEOUT',
  'GATEWAY_UNREACHABLE',
];

/**
 * Repeats reading after passing faults, with a delay that is doubled and drawn at random, or the one that GitLab asks
 * for. Never for what writes.
 *
 * @param signal - the time limit
 */
export async function withRetries<T>(
  read: () => Promise<T>,
  signal: AbortSignal,
  policy: RetryPolicy,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      const wait = waitAfter(error, attempt, policy);
      if (wait === undefined) {
        throw error;
      }
      try {
        await delay(wait, signal);
      } catch {
        // The time is up. What GitLab said says more than that.
        throw error;
      }
    }
  }
}

/** Milliseconds, or undefined where it is not worth another attempt. */
function waitAfter(
  error: unknown,
  attempt: number,
  { attempts, firstDelay, longestDelay, random }: RetryPolicy,
): number | undefined {
  const isPassing =
    error instanceof GatewayError && PASSING.includes(error.code);
  if (!isPassing || attempt === attempts) {
    return undefined;
  }
  const drawn = firstDelay * 2 ** (attempt - 1) * random();
  const wait = error.retryAfter === undefined ? drawn : error.retryAfter * 1000;
  return wait <= longestDelay ? wait : undefined;
}
