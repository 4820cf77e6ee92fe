import { GatewayError, GatewayErrorCode } from '../../ports/GatewayError';
import { withRetries } from './retrying';

const policy = {
  attempts: 3,
  firstDelay: 400,
  longestDelay: 5_000,
  random: () => 0.5,
};

describe('withRetries', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Reads that fail with these and succeed after; tells when each attempt was made. */
  async function run(
    errors: [GatewayErrorCode, number?][],
    signal: AbortSignal = new AbortController().signal,
  ) {
    const start = Date.now();
    const attempts: number[] = [];
    const rest = [...errors];
    const answer = withRetries(
      async () => {
        attempts.push(Date.now() - start);
        const [code, retryAfter] = rest.shift() ?? [];
        if (code) {
          throw new GatewayError(code, 'failed', { retryAfter });
        }
        return 'read';
      },
      signal,
      policy,
    ).catch(error => error.code);
    await jest.advanceTimersByTimeAsync(60_000);
    return { answer: await answer, attempts };
  }

  it('waits twice as long each time', async () => {
    expect(
      await run([['GATEWAY_UNREACHABLE'], ['GATEWAY_UNAVAILABLE']]),
    ).toEqual({ answer: 'read', attempts: [0, 200, 600] });
  });

  it('waits as long as GitLab asks', async () => {
    expect(await run([['GATEWAY_RATE_LIMITED', 4]])).toEqual({
      answer: 'read',
      attempts: [0, 4_000],
    });
  });

  it('does not wait longer than it may', async () => {
    expect(await run([['GATEWAY_RATE_LIMITED', 6]])).toEqual({
      answer: 'GATEWAY_RATE_LIMITED',
      attempts: [0],
    });
  });

  it('gives up after the last attempt with what happened', async () => {
    const { answer, attempts } = await run(
      Array(5).fill(['GATEWAY_UNREACHABLE']),
    );
    expect(answer).toBe('GATEWAY_UNREACHABLE');
    expect(attempts).toHaveLength(3);
  });

  it.each<GatewayErrorCode>([
    'GATEWAY_CREDENTIAL_REJECTED',
    'GATEWAY_NOT_FOUND',
    'GATEWAY_SERVER_ERROR',
    'GATEWAY_UNEXPECTED_ANSWER',
    'GATEWAY_AMBIGUOUS',
  ])('does not repeat after %s', async code => {
    expect(await run([[code]])).toEqual({ answer: code, attempts: [0] });
  });

  it('stops waiting when the time is up, and tells what GitLab said', async () => {
    const limit = new AbortController();
    setTimeout(() => limit.abort(), 1_000);
    expect(await run([['GATEWAY_RATE_LIMITED', 4]], limit.signal)).toEqual({
      answer: 'GATEWAY_RATE_LIMITED',
      attempts: [0],
    });
  });
});
