import {
  getGitLabRequestOptions,
  GitLabIntegration,
  GitLabIntegrationConfig,
} from '@backstage/integration';

/**
 * The integration of one reading, which may take several requests. A request that is refused with 401 is sent once
 * more if there is another token by then; the requests after it begin with that one.
 */
export class RefreshingGitlabIntegration extends GitLabIntegration {
  readonly #transport: GitLabIntegration;
  readonly #reread: () => Promise<GitLabIntegrationConfig | undefined>;
  #entry: GitLabIntegrationConfig;

  /**
   * @param options - `transport` sends the requests, `reread` gives the host's newest entry
   */
  constructor(
    entry: GitLabIntegrationConfig,
    options: {
      transport: GitLabIntegration;
      reread: () => Promise<GitLabIntegrationConfig | undefined>;
    },
  ) {
    const { host, baseUrl, apiBaseUrl } = entry;
    // Nothing secret: what the super class keeps is visible in util.inspect.
    super({ host, baseUrl, apiBaseUrl });
    this.#entry = entry;
    this.#transport = options.transport;
    this.#reread = options.reread;
  }

  get config(): GitLabIntegrationConfig {
    return this.#entry;
  }

  async fetch(
    input: RequestInfo | URL,
    init: RequestInit = {},
  ): Promise<Response> {
    const sentWith = this.#entry;
    const response = await this.#transport.fetch(input, init);
    if (
      response.status !== 401 ||
      input instanceof Request ||
      !isReadingWith(sentWith, init)
    ) {
      return response;
    }
    const entry = await this.#reread();
    if (!entry || !isSuccessor(entry, sentWith)) {
      return response;
    }
    await response.body?.cancel();
    this.#entry = entry;
    const headers = new Headers(init.headers);
    new Headers(getGitLabRequestOptions(entry).headers).forEach((value, name) =>
      headers.set(name, value),
    );
    return this.#transport.fetch(input, { ...init, headers });
  }
}

/** Whether it changes nothing, and carries the entry's token and not one that the caller has brought. */
function isReadingWith(
  entry: GitLabIntegrationConfig,
  { method = 'GET', headers }: RequestInit,
): boolean {
  const own = new Headers(getGitLabRequestOptions(entry).headers);
  const sent = new Headers(headers);
  return (
    method === 'GET' && sent.get('Authorization') === own.get('Authorization')
  );
}

/** Whether it has another token for the same address: the request's URL was made for that one. */
function isSuccessor(
  entry: GitLabIntegrationConfig,
  former: GitLabIntegrationConfig,
): boolean {
  return (
    entry.token !== undefined &&
    entry.token !== former.token &&
    entry.baseUrl === former.baseUrl &&
    entry.apiBaseUrl === former.apiBaseUrl
  );
}
