import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { environmentListSchema, environmentSchema } from './environments';
import { tokenExpiriesSchema } from './expiries';
import { GitlabTokensApi } from './GitlabTokensApi';
import {
  entityTokenListSchema,
  inventoryOwnerListSchema,
  managedTokenListSchema,
  managedTokenSchema,
  TokenQuery,
} from './managedTokens';
import {
  operationListSchema,
  OperationQuery,
  operationSchema,
  revealedValueSchema,
  revocationListSchema,
} from './operations';
import { operationPlanSchema, revocationPlanListSchema } from './plans';
import { IssueRequest, RevokeRequest, RotateRequest } from './requests';

type Query = Record<string, string | number | boolean | string[] | undefined>;

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
    const query = { fresh: options?.fresh || undefined };
    return this.#get(environmentListSchema, path`/environments`, query);
  }

  async getEnvironment(name: string, options?: { fresh?: boolean }) {
    const query = { fresh: options?.fresh || undefined };
    return this.#get(environmentSchema, path`/environments/${name}`, query);
  }

  async pasteCredential(environment: string, token: string) {
    const url = path`/environments/${environment}/credential`;
    const body = { token };
    return this.#send(operationSchema, { method: 'PUT', url, body });
  }

  async planCredentialRotation(environment: string, request?: RotateRequest) {
    const url = path`/environments/${environment}/credential/rotation-plan`;
    return this.#post(operationPlanSchema, url, request);
  }

  async rotateCredential(environment: string, request?: RotateRequest) {
    const url = path`/environments/${environment}/credential/rotate`;
    return this.#post(operationSchema, url, request);
  }

  async listTokens(query?: Partial<TokenQuery>) {
    return this.#get(managedTokenListSchema, path`/tokens`, query);
  }

  async exportTokens(query?: Partial<TokenQuery>) {
    const response = await this.#fetch('GET', withQuery('/tokens.csv', query));
    return response.blob();
  }

  async listExpiries() {
    return this.#get(tokenExpiriesSchema, path`/expiries`);
  }

  async listOwners(options?: { environment?: string }) {
    return this.#get(inventoryOwnerListSchema, path`/owners`, options);
  }

  async getToken(ref: string) {
    return this.#get(managedTokenSchema, path`/tokens/${ref}`);
  }

  async listEntityTokens(entity: {
    kind: string;
    namespace: string;
    name: string;
  }) {
    const { kind, namespace, name } = entity;
    const url = path`/entities/${kind}/${namespace}/${name}/tokens`;
    return this.#get(entityTokenListSchema, url);
  }

  async planIssue(request: IssueRequest) {
    return this.#post(operationPlanSchema, path`/tokens/plan`, request);
  }

  async issueToken(request: IssueRequest) {
    return this.#post(operationSchema, path`/tokens`, request);
  }

  async planRotation(ref: string, request?: RotateRequest) {
    const url = path`/tokens/${ref}/rotation-plan`;
    return this.#post(operationPlanSchema, url, request);
  }

  async rotateToken(ref: string, request?: RotateRequest) {
    return this.#post(operationSchema, path`/tokens/${ref}/rotate`, request);
  }

  async planRevocation(request: RevokeRequest) {
    const url = path`/tokens/revocation-plan`;
    return this.#post(revocationPlanListSchema, url, request);
  }

  async revokeTokens(request: RevokeRequest) {
    return this.#post(revocationListSchema, path`/tokens/revoke`, request);
  }

  async revokeToken(ref: string, options?: { confirm?: string[] }) {
    const url = withQuery(path`/tokens/${ref}`, options);
    return this.#send(operationSchema, { method: 'DELETE', url });
  }

  async listOperations(query?: Partial<OperationQuery>) {
    return this.#get(operationListSchema, path`/operations`, query);
  }

  async getOperation(id: string) {
    return this.#get(operationSchema, path`/operations/${id}`);
  }

  async resumeOperation(id: string) {
    return this.#post(operationSchema, path`/operations/${id}/resume`);
  }

  async cancelOperation(id: string) {
    return this.#post(operationSchema, path`/operations/${id}/cancel`);
  }

  async revealValue(id: string) {
    return this.#post(revealedValueSchema, path`/operations/${id}/reveal`);
  }

  async #get<T extends z.ZodType>(schema: T, url: string, query?: Query) {
    return this.#send(schema, { method: 'GET', url: withQuery(url, query) });
  }

  async #post<T extends z.ZodType>(schema: T, url: string, body: object = {}) {
    return this.#send(schema, { method: 'POST', url, body });
  }

  async #send<T extends z.ZodType>(
    schema: T,
    request: { method: string; url: string; body?: object },
  ): Promise<z.infer<T>> {
    const { method, url, body } = request;
    const response = await this.#fetch(method, url, body);
    return schema.parse(await response.json());
  }

  async #fetch(method: string, url: string, body?: object): Promise<Response> {
    const response = await this.fetchApi.fetch(`plugin://gitlab-tokens${url}`, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

/** A path with its parts escaped. */
function path(texts: TemplateStringsArray, ...parts: string[]): string {
  return String.raw({ raw: texts }, ...parts.map(encodeURIComponent));
}

function withQuery(url: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) {
      if (each !== undefined) {
        parameters.append(name, String(each));
      }
    }
  }
  return parameters.size > 0 ? `${url}?${parameters}` : url;
}
