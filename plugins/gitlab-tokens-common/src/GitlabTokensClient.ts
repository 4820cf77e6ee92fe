import { ResponseError } from '@backstage/errors';
import {
  Environment,
  EnvironmentList,
  environmentListSchema,
  environmentSchema,
} from './environments';

/**
 * What the plugin's HTTP API offers. Every method throws a `ResponseError` when the backend answers with an error.
 *
 * @public
 */
export interface GitlabTokensApi {
  /**
   * All environments in configured order, from the last inspection.
   *
   * @param options - `fresh`: inspect all of them now, which asks GitLab
   */
  listEnvironments(options?: { fresh?: boolean }): Promise<EnvironmentList>;

  /** One environment; a `NotFoundError` when there is none of this name. */
  getEnvironment(
    name: string,
    options?: { fresh?: boolean },
  ): Promise<Environment>;
}

/**
 * The client of the plugin's HTTP API, for the frontend (give it the `fetchApi`) and for other backends.
 *
 * @public
 */
export class GitlabTokensClient implements GitlabTokensApi {
  /**
   * @param fetchApi - resolves `plugin://gitlab-tokens/…` and adds the caller's credentials, as Backstage's
   * `fetchApi` does
   */
  constructor(private readonly fetchApi: { fetch: typeof fetch }) {}

  async listEnvironments(options?: { fresh?: boolean }) {
    return environmentListSchema.parse(
      await this.get('/environments', options),
    );
  }

  async getEnvironment(name: string, options?: { fresh?: boolean }) {
    return environmentSchema.parse(
      await this.get(`/environments/${encodeURIComponent(name)}`, options),
    );
  }

  private async get(path: string, options?: { fresh?: boolean }) {
    const query = options?.fresh ? '?fresh=true' : '';
    const response = await this.fetchApi.fetch(
      `plugin://gitlab-tokens${path}${query}`,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
