import { ConnectBroker } from '../../ports/BrokerGateway';
import { ProveDeployToken } from '../../ports/DeployTokenProof';
import { ConnectDirectory } from '../../ports/DirectoryGateway';
import { ConnectGitlab, GitlabInstance } from '../../ports/GitlabGateway';
import { ConnectRepository } from '../../ports/RepositoryGateway';
import { ConnectTokens } from '../../ports/TokenGateway';
import { ConnectVariables } from '../../ports/VariableGateway';
import { proveDeployToken } from './deployTokenProof';
import { Transport } from './exchange';
import { RequestBudget } from './RequestBudget';
import { ResourceOptions, resourceOptions } from './resourceOptions';
import { RestBrokerGateway } from './RestBrokerGateway';
import { RestDirectoryGateway } from './RestDirectoryGateway';
import { RestGitlabGateway } from './RestGitlabGateway';
import { RestRepositoryGateway } from './RestRepositoryGateway';
import { RestTokenGateway } from './RestTokenGateway';
import { RestVariableGateway } from './RestVariableGateway';
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
      requestsPerMinute: options.requestsPerMinute ?? 500,
      concurrency: options.concurrency ?? 8,
      requestTimeout: options.requestTimeout ?? 10_000,
      now: options.now ?? (() => new Date()),
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
  readonly connect: ConnectGitlab = (...access) =>
    new RestGitlabGateway(this.#resources(...access));

  /** The tokens that a credential may see and manage. */
  readonly connectTokens: ConnectTokens = (...access) => {
    const { concurrency, now } = this.#options;
    const resources = this.#resources(...access);
    return new RestTokenGateway({ resources, concurrency, now });
  };

  /** The CI/CD variables that a credential may change. */
  readonly connectVariables: ConnectVariables = (...access) =>
    new RestVariableGateway(this.#resources(...access));

  /** The files and merge requests that a credential may change. */
  readonly connectRepository: ConnectRepository = (...access) =>
    new RestRepositoryGateway(this.#resources(...access));

  /** What a credential may do as a broker. */
  readonly connectBroker: ConnectBroker = (...access) =>
    new RestBrokerGateway(this.#resources(...access));

  /** The groups, projects, users and tokens that a credential may see. */
  readonly connectDirectory: ConnectDirectory = (...access) => {
    const { concurrency } = this.#options;
    const resources = this.#resources(...access);
    return new RestDirectoryGateway({ resources, concurrency });
  };

  /** Whether GitLab accepts a deploy token. */
  readonly proveDeployToken: ProveDeployToken = (instance, claim, signal) =>
    proveDeployToken(instance, claim, this.#transport(instance, signal));

  #resources(
    ...[instance, credential, signal]: Parameters<ConnectGitlab>
  ): ResourceOptions {
    const transport = this.#transport(instance, signal);
    return resourceOptions(instance, credential, transport);
  }

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
