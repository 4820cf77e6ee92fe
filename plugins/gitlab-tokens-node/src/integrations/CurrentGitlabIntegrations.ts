import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { GitLabIntegrationConfig } from '@backstage/integration';
import { SopsLayerFile } from '../SopsLayerFile';
import { readCurrentSopsLocation } from '../sopsLocation';
import { findGitlabEntry, gitlabHosts } from './gitlabEntries';

/**
 * The entries of `integrations.gitlab` as they are now. They are those of the configuration, which follows the SOPS
 * file of this portal's environment some hundred milliseconds after it has changed; `reread` does not wait for that.
 */
export class CurrentGitlabIntegrations {
  readonly #config: RootConfigService;
  readonly #file?: SopsLayerFile;
  /** What the file was found to say before the configuration followed; undefined for an entry that is gone. */
  readonly #ahead = new Map<string, GitLabIntegrationConfig | undefined>();
  readonly #known: Set<string>;

  private constructor(config: RootConfigService, file?: SopsLayerFile) {
    this.#config = config;
    this.#file = file;
    this.#known = new Set(gitlabHosts(config));
    config.subscribe?.(() => this.#ahead.clear());
  }

  /**
   * @throws Error of the configuration reader if `gitlabTokens` does not say which file the environment's is
   */
  static fromConfig(options: {
    config: RootConfigService;
    logger: LoggerService;
  }): CurrentGitlabIntegrations {
    const { config, logger } = options;
    const location = readCurrentSopsLocation(config);
    return new CurrentGitlabIntegrations(
      config,
      location && new SopsLayerFile(location, message => logger.warn(message)),
    );
  }

  /** Every host that there is or was an entry for. */
  knownHosts(): string[] {
    gitlabHosts(this.#config).forEach(host => this.#known.add(host));
    return [...this.#known];
  }

  /**
   * The entry of a host, or undefined if there is none (any more).
   *
   * @throws Error if Backstage cannot read the entry
   */
  byHost(host: string): GitLabIntegrationConfig | undefined {
    return this.#ahead.has(host)
      ? this.#ahead.get(host)
      : findGitlabEntry(this.#config, host);
  }

  /**
   * The same after a look at the SOPS file itself. What it says holds until the configuration changes.
   *
   * @throws Error if Backstage cannot read the entry
   */
  async reread(host: string): Promise<GitLabIntegrationConfig | undefined> {
    const layer = new ConfigReader(await this.#file?.read());
    if (layer.has('integrations.gitlab')) {
      this.#ahead.set(host, findGitlabEntry(layer, host));
    }
    return this.byHost(host);
  }
}
