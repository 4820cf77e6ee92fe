import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { GitlabGateway, GitlabInstance } from '../../ports/GitlabGateway';
import { TokenGateway } from '../../ports/TokenGateway';
import { RequestBudget } from './RequestBudget';
import { Transport } from './requester';
import { resourceOptions } from './resourceOptions';
import { RestGitlabGateway } from './RestGitlabGateway';
import { RestTokenGateway } from './RestTokenGateway';
import { RetryPolicy } from './retrying';

/** How all conversations with GitLab are held; the defaults suit GitLab.com. */
export interface GitlabConnectorOptions {
  /** Requests to one host in any minute: a quarter of the 2,000 that GitLab.com gives a user. */
  requestsPerMinute?: number;
  /** Pages of one list that are fetched side by side. */
  concurrency?: number;
  /** Milliseconds for one request. */
  requestTimeout?: number;
  retries?: Partial<RetryPolicy>;
  now?: () => Date;
}

/** Opens conversations with GitLab instances, which share one request budget per host. */
export class GitlabConnector {
  readonly #options: Required<Omit<GitlabConnectorOptions, 'retries'>>;
  readonly #retries: RetryPolicy;
  readonly #budgets = new Map<string, RequestBudget>();

  constructor({ retries, ...options }: GitlabConnectorOptions = {}) {
    this.#options = {
      requestsPerMinute: 500,
      concurrency: 8,
      requestTimeout: 10_000,
      now: () => new Date(),
      ...options,
    };
    this.#retries = {
      attempts: 3,
      firstDelay: 400,
      longestDelay: 60_000,
      random: Math.random,
      ...retries,
    };
  }

  /** What a credential can say of itself. */
  readonly connect = (
    instance: GitlabInstance,
    credential: Secret,
    signal: AbortSignal,
  ): GitlabGateway => {
    const transport = this.#transport(instance, signal);
    return new RestGitlabGateway(
      resourceOptions(instance, credential, transport),
    );
  };

  /** The tokens that a credential may see and manage. */
  readonly connectTokens = (
    instance: GitlabInstance,
    credential: Secret,
    signal: AbortSignal,
  ): TokenGateway => {
    const { concurrency, now } = this.#options;
    const transport = this.#transport(instance, signal);
    const resources = resourceOptions(instance, credential, transport);
    return new RestTokenGateway({ resources, concurrency, now });
  };

  #transport({ host }: GitlabInstance, signal: AbortSignal): Transport {
    const { requestsPerMinute, requestTimeout } = this.#options;
    let budget = this.#budgets.get(host);
    if (!budget) {
      budget = new RequestBudget(requestsPerMinute);
      this.#budgets.set(host, budget);
    }
    return { signal, requestTimeout, budget, retries: this.#retries };
  }
}
