import { Instance } from '../Instance';
import { Answer } from '../http/answer';
import { throttledAnswer } from '../http/RateLimiter';
import { isVersionAtLeast } from '../presenters/version';
import { Token } from '../state/entities';
import { Router } from './Router';
import { authenticate, identifyToken } from './authentication';
import { Surroundings } from './endpoint';
import { endpoints } from './endpoints';
import { ApiError } from './errors';
import { ApiRequest } from './request';

/** GitLab's API, version 4. */
export class Api {
  private readonly router = new Router(endpoints);

  constructor(
    private readonly instance: Instance,
    private readonly baseUrl: () => string,
  ) {}

  /** The row of the token that the request presents, accepted or not. */
  identify(request: ApiRequest): Token | null {
    return identifyToken(this.instance.state, request);
  }

  /** Answers at once: between two requests the state is never half changed. */
  answer(request: ApiRequest): Answer {
    return this.throttled(request, () => this.dispatch(request));
  }

  private dispatch(request: ApiRequest): Answer {
    try {
      return this.run(request);
    } catch (error) {
      if (error instanceof ApiError) {
        return error.answer;
      }
      throw error;
    }
  }

  private run(request: ApiRequest): Answer {
    const { state, clock } = this.instance;
    const now = clock.now();
    const { endpoint, segments } = this.router.find(
      request.method,
      request.path,
    );
    if (request.problem) {
      throw request.problem;
    }
    const surroundings: Surroundings = {
      state,
      now,
      baseUrl: this.baseUrl(),
      request,
    };
    return endpoint.run(surroundings, segments, () =>
      authenticate(state, request, { now, accepted: endpoint.accepts }),
    );
  }

  /** Since 18.6 GitLab speaks of the limit on every answer, before that only where it is exceeded. */
  private throttled(request: ApiRequest, next: () => Answer): Answer {
    const { state, clock, rateLimiter } = this.instance;
    const { rateLimitPerMinute, version } = state.settings;
    if (rateLimitPerMinute === null) {
      return next();
    }
    const token = this.identify(request);
    const rateLimit = rateLimiter.observe(
      { userId: token?.userId ?? null },
      rateLimitPerMinute,
      clock.now(),
    );
    if (rateLimit.isExceeded) {
      return throttledAnswer(rateLimit);
    }
    const answer = next();
    return isVersionAtLeast(version, '18.6')
      ? { ...answer, headers: { ...rateLimit.headers, ...answer.headers } }
      : answer;
  }
}
