import { Answer } from './answer';

const PERIOD_SECONDS = 60;

interface Window {
  readonly endsAt: number;
  readonly endsAtReal: number;
  observed: number;
}

interface RateLimit {
  readonly isExceeded: boolean;
  readonly headers: Record<string, string>;
}

/** Counts requests per caller and minute, and speaks of it as GitLab's throttle does. */
export class RateLimiter {
  private readonly windows = new Map<string, Window>();

  /** Counts one request of that caller. */
  observe(
    caller: { userId: number | null },
    limit: number,
    now: Date,
  ): RateLimit {
    const window = this.windowOf(String(caller.userId), now);
    window.observed += 1;
    const headers = {
      'RateLimit-Name':
        caller.userId === null
          ? 'throttle_unauthenticated_api'
          : 'throttle_authenticated_api',
      'RateLimit-Limit': String(limit),
      'RateLimit-Observed': String(window.observed),
      'RateLimit-Remaining': String(Math.max(0, limit - window.observed)),
      'RateLimit-Reset': String(window.endsAt),
    };
    if (window.observed <= limit) {
      return { isExceeded: false, headers };
    }
    const retryAfter = Math.max(
      1,
      Math.ceil(window.endsAt - now.getTime() / 1000),
    );
    return {
      isExceeded: true,
      headers: {
        ...headers,
        'RateLimit-ResetTime': new Date(window.endsAt * 1000).toUTCString(),
        'Retry-After': String(retryAfter),
      },
    };
  }

  clear(): void {
    this.windows.clear();
  }

  /** A window also ends in real time, or a client that waits would wait for ever on a clock that stands. */
  private windowOf(key: string, now: Date): Window {
    const seconds = now.getTime() / 1000;
    const known = this.windows.get(key);
    const isOpen =
      known &&
      seconds < known.endsAt &&
      seconds >= known.endsAt - PERIOD_SECONDS &&
      performance.now() < known.endsAtReal;
    if (isOpen) {
      return known;
    }
    const endsAt = (Math.floor(seconds / PERIOD_SECONDS) + 1) * PERIOD_SECONDS;
    const window = {
      endsAt,
      endsAtReal: performance.now() + (endsAt - seconds) * 1000,
      observed: 0,
    };
    this.windows.set(key, window);
    return window;
  }
}

/** The answer to a request beyond the limit. */
export function throttledAnswer(rateLimit: RateLimit): Answer {
  return {
    status: 429,
    headers: { 'Content-Type': 'text/plain', ...rateLimit.headers },
    body: 'Retry later\n',
  };
}
