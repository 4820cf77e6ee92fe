import { Environment, EnvironmentList } from './environments';
import { TokenExpiries } from './expiries';
import {
  EntityTokenList,
  InventoryOwnerList,
  ManagedToken,
  ManagedTokenList,
  TokenQuery,
} from './managedTokens';
import {
  Operation,
  OperationList,
  OperationQuery,
  RevealedValue,
  RevocationList,
} from './operations';
import { OperationPlan, RevocationPlanList } from './plans';
import { IssueRequest, RevokeRequest, RotateRequest } from './requests';

/**
 * The environments and the credentials they run on.
 *
 * @public
 */
export interface EnvironmentsApi {
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

  /** Takes over a personal token that somebody has made in GitLab as the environment's credential. */
  pasteCredential(environment: string, token: string): Promise<Operation>;

  /** What `rotateCredential` would do. Nothing happens. */
  planCredentialRotation(
    environment: string,
    request?: RotateRequest,
  ): Promise<OperationPlan>;

  /** Begins the rotation of the credential, which goes on by itself: look at the operation again. */
  rotateCredential(
    environment: string,
    request?: RotateRequest,
  ): Promise<Operation>;
}

/**
 * The inventory of tokens, and what can be done with them. Tokens are named by their `ref`.
 *
 * @public
 */
export interface TokensApi {
  listTokens(query?: Partial<TokenQuery>): Promise<ManagedTokenList>;

  /** All tokens that match, as CSV with a header; `offset` and `limit` do nothing here. */
  exportTokens(query?: Partial<TokenQuery>): Promise<Blob>;

  /** How many tokens expire on which day, environment by environment, without the environments' own credentials. */
  listExpiries(): Promise<TokenExpiries>;

  /** The groups, projects and people whose tokens are in the inventory. */
  listOwners(options?: { environment?: string }): Promise<InventoryOwnerList>;

  /** One token; a `NotFoundError` when there is none, or when the caller may not see it. */
  getToken(ref: string): Promise<ManagedToken>;

  /** The tokens of the group or project that a catalog entity stands for, and of the groups above it. */
  listEntityTokens(entity: {
    kind: string;
    namespace: string;
    name: string;
  }): Promise<EntityTokenList>;

  /** What `issueToken` would do. Nothing happens. */
  planIssue(request: IssueRequest): Promise<OperationPlan>;

  /** Begins to issue a token, which goes on by itself: look at the operation again. */
  issueToken(request: IssueRequest): Promise<Operation>;

  /** What `rotateToken` would do. Nothing happens. */
  planRotation(ref: string, request?: RotateRequest): Promise<OperationPlan>;

  /** Begins the rotation of a token, which goes on by itself: look at the operation again. */
  rotateToken(ref: string, request?: RotateRequest): Promise<Operation>;

  /** What `revokeTokens` would do. Nothing happens. */
  planRevocation(request: RevokeRequest): Promise<RevocationPlanList>;

  /** Begins to revoke tokens, each by an operation of its own. */
  revokeTokens(request: RevokeRequest): Promise<RevocationList>;

  /**
   * Begins to revoke one token.
   *
   * @param options - `confirm`: the names of all environments that lose their credential by it
   */
  revokeToken(
    ref: string,
    options?: { confirm?: string[] },
  ): Promise<Operation>;
}

/**
 * The ledger of operations.
 *
 * @public
 */
export interface OperationsApi {
  /** Newest first. */
  listOperations(query?: Partial<OperationQuery>): Promise<OperationList>;

  getOperation(id: string): Promise<Operation>;

  /** Lets an operation go on that stands still. */
  resumeOperation(id: string): Promise<Operation>;

  /** Gives an operation up; a `ConflictError` when it is too late. */
  cancelOperation(id: string): Promise<Operation>;

  /** The value of a new token. It is shown once, and only to whoever asked for the operation. */
  revealValue(id: string): Promise<RevealedValue>;
}

/**
 * What the plugin's HTTP API offers. Every method throws a `ResponseError` when the backend answers with an error:
 * `body.error` holds the `violations` of a refused request (400), and the `blockers` of a plan that cannot be carried
 * out, or the `operationId` and the `step` of the operation that is under way for the same token (409).
 *
 * @public
 */
export interface GitlabTokensApi
  extends EnvironmentsApi,
    TokensApi,
    OperationsApi {}
