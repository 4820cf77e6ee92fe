import {
  GitlabUrlReader,
  ReaderFactory,
  ReadTreeResponseFactory,
} from '@backstage/backend-defaults/urlReader';
import {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  GitLabIntegration,
  GitLabIntegrationConfig,
} from '@backstage/integration';
import { isDeepStrictEqual } from 'util';
import { CurrentGitlabIntegrations } from './CurrentGitlabIntegrations';
import { RefreshingGitlabIntegration } from './RefreshingGitlabIntegration';

/**
 * Reads from GitLab as Backstage's own reader does, which does the work, with the entry of `integrations.gitlab` that
 * holds at that moment. It serves all hosts, those that get an entry later among them.
 */
export class CurrentGitlabUrlReader implements UrlReaderService {
  readonly #integrations: CurrentGitlabIntegrations;
  readonly #treeResponseFactory: ReadTreeResponseFactory;
  readonly #transports = new Map<string, GitLabIntegration>();

  constructor(
    integrations: CurrentGitlabIntegrations,
    treeResponseFactory: ReadTreeResponseFactory,
  ) {
    this.#integrations = integrations;
    this.#treeResponseFactory = treeResponseFactory;
  }

  static factoryFor(integrations: CurrentGitlabIntegrations): ReaderFactory {
    return ({ treeResponseFactory }) => [
      {
        reader: new CurrentGitlabUrlReader(integrations, treeResponseFactory),
        // Hosts whose entry is gone, too: Backstage's own reader comes next and still has their old token.
        predicate: ({ host }) => integrations.knownHosts().includes(host),
      },
    ];
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    return this.#readerOf(url).readUrl(url, options);
  }

  async readTree(
    url: string,
    options?: UrlReaderServiceReadTreeOptions,
  ): Promise<UrlReaderServiceReadTreeResponse> {
    return this.#readerOf(url).readTree(url, options);
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    return this.#readerOf(url).search(url, options);
  }

  toString(): string {
    return `gitlab{hosts=${this.#integrations.knownHosts().join(',')}}`;
  }

  #readerOf(url: string): GitlabUrlReader {
    const { host } = new URL(url);
    const entry = this.#integrations.byHost(host);
    if (!entry) {
      throw new NotAllowedError(
        `Reading from '${url}' is not allowed: integrations.gitlab has no entry for ${host} any more. Add one to read from it again.`,
      );
    }
    const integration = new RefreshingGitlabIntegration(entry, {
      transport: this.#transportOf(entry),
      reread: () => this.#integrations.reread(host),
    });
    return new GitlabUrlReader(integration, {
      treeResponseFactory: this.#treeResponseFactory,
    });
  }

  /** One per host and not one per reading, because it counts the requests of each minute. */
  #transportOf(entry: GitLabIntegrationConfig): GitLabIntegration {
    const { host, baseUrl, apiBaseUrl, retry } = entry;
    const config = { host, baseUrl, apiBaseUrl, retry };
    const transport = this.#transports.get(host);
    if (transport && isDeepStrictEqual(transport.config, config)) {
      return transport;
    }
    const created = new GitLabIntegration(config);
    this.#transports.set(host, created);
    return created;
  }
}
