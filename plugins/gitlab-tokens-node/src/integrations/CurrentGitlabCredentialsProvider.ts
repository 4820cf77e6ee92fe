import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  getGitLabRequestOptions,
  GitlabCredentials,
  GitlabCredentialsProvider,
} from '@backstage/integration';
import { CurrentGitlabIntegrations } from './CurrentGitlabIntegrations';

/**
 * Gives the credentials that `integrations.gitlab` has at that moment, or that the SOPS file of this portal's
 * environment has already: in place of Backstage's `DefaultGitlabCredentialsProvider`, which keeps those of the start.
 * Ask it for each request, and do not keep what it gives.
 *
 * @public
 */
export class CurrentGitlabCredentialsProvider
  implements GitlabCredentialsProvider
{
  readonly #integrations: CurrentGitlabIntegrations;

  private constructor(integrations: CurrentGitlabIntegrations) {
    this.#integrations = integrations;
  }

  /**
   * @param options - `logger` is told when the SOPS file cannot be read; never a secret
   * @throws Error of the configuration reader if `gitlabTokens` does not say which file the environment's is
   */
  static fromConfig(options: {
    config: RootConfigService;
    logger: LoggerService;
  }): CurrentGitlabCredentialsProvider {
    return new CurrentGitlabCredentialsProvider(
      CurrentGitlabIntegrations.fromConfig(options),
    );
  }

  /**
   * Without a token in the entry of the URL's host, the result is empty.
   *
   * @throws Error if there is no entry for the host, or if Backstage cannot read it
   */
  async getCredentials({ url }: { url: string }): Promise<GitlabCredentials> {
    const { host } = new URL(url);
    const entry = await this.#integrations.reread(host);
    if (!entry) {
      throw new Error(
        `There is no GitLab integration for ${host}. Add an entry for it to integrations.gitlab.`,
      );
    }
    const { token } = entry;
    return token ? { ...getGitLabRequestOptions(entry), token } : {};
  }
}
