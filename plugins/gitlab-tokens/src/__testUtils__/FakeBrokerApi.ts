import { NotFoundError, ResponseError } from '@backstage/errors';
import {
  Environment,
  InventoryOwner,
  IssueRequest,
  Operation,
  OperationPlan,
  OperationQuery,
  RevealedValue,
  RevocationList,
  RevocationPlanList,
  RevokeRequest,
  RotateRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { FakeGitlabTokensApi } from './FakeGitlabTokensApi';
import { aPlan } from './operations';
import { responseError } from './responseError';

/** An answer that the backend refuses a request with, as the client throws it. */
export function aResponseError(
  status: number,
  error: Record<string, unknown> = {},
): Promise<ResponseError> {
  const name = status === 403 ? 'NotAllowedError' : 'ConflictError';
  return responseError(status, name, error);
}

/** A request that the fake got. */
export type Got = { method: string; what?: unknown; request?: unknown };

type Answer<T, A extends unknown[] = []> = (...args: A) => T | Promise<T>;

/**
 * The API's plans and operations in memory. What it answers can be replaced, request by request; operations change when
 * they are told to.
 */
export class FakeBrokerApi extends FakeGitlabTokensApi {
  /** What it was asked to plan, to do and to show, oldest first. Looks at operations are not among it. */
  readonly got: Got[] = [];
  readonly operations = new Map<string, Operation>();
  owners: InventoryOwner[] = [];
  mayIssue = true;

  planning: Answer<OperationPlan, [unknown]> = () => aPlan();
  starting: Answer<Operation, [unknown]> = () => {
    throw new Error('The test did not say what is started');
  };
  looking: Answer<Operation, [string]> = id => {
    const found = this.operations.get(id);
    if (!found) {
      throw new NotFoundError(`No operation ${id}`);
    }
    return found;
  };
  revealing: Answer<RevealedValue, [string]> = () => {
    throw new Error('The test did not say what is revealed');
  };
  revocationPlans: Answer<RevocationPlanList, [RevokeRequest]> = () => ({
    items: [],
  });
  revoking: Answer<RevocationList, [RevokeRequest]> = () => ({ items: [] });

  constructor(environments: Environment[] = [], operations: Operation[] = []) {
    super(environments);
    operations.forEach(operation => this.set(operation));
  }

  /** The operation is so from now on. */
  set(operation: Operation) {
    this.operations.set(operation.id, operation);
    return operation;
  }

  /** The requests of one method. */
  gotOf(method: string): Got[] {
    return this.got.filter(it => it.method === method);
  }

  async planCredentialRotation(what: string, request?: RotateRequest) {
    this.got.push({ method: 'planCredentialRotation', what, request });
    return this.planning(request);
  }

  async rotateCredential(what: string, request?: RotateRequest) {
    this.got.push({ method: 'rotateCredential', what, request });
    return this.starting(request);
  }

  async planRotation(what: string, request?: RotateRequest) {
    this.got.push({ method: 'planRotation', what, request });
    return this.planning(request);
  }

  async rotateToken(what: string, request?: RotateRequest) {
    this.got.push({ method: 'rotateToken', what, request });
    return this.starting(request);
  }

  async planIssue(request: IssueRequest) {
    this.got.push({ method: 'planIssue', request });
    return this.planning(request);
  }

  async issueToken(request: IssueRequest) {
    this.got.push({ method: 'issueToken', request });
    return this.starting(request);
  }

  async pasteCredential(what: string, token: string) {
    this.got.push({ method: 'pasteCredential', what, request: token });
    return this.starting(token);
  }

  async planRevocation(request: RevokeRequest) {
    this.got.push({ method: 'planRevocation', request });
    return this.revocationPlans(request);
  }

  async revokeTokens(request: RevokeRequest) {
    this.got.push({ method: 'revokeTokens', request });
    return this.revoking(request);
  }

  async listOwners() {
    return { items: this.owners, mayIssue: this.mayIssue };
  }

  async getOperation(id: string) {
    return this.looking(id);
  }

  async listOperations(query: Partial<OperationQuery> = {}) {
    this.got.push({ method: 'listOperations', request: query });
    const { environment, kind, state, offset = 0, limit = 50 } = query;
    const items = [...this.operations.values()].filter(
      it =>
        (!environment || it.environment === environment) &&
        (!kind || it.kind === kind) &&
        (state !== 'parked' || it.parked !== null) &&
        (state !== 'open' || !['done', 'cancelled'].includes(it.step)) &&
        (state !== 'ended' || ['done', 'cancelled'].includes(it.step)),
    );
    return {
      items: items.slice(offset, offset + limit),
      total: items.length,
      offset,
      limit,
    };
  }

  async resumeOperation(id: string) {
    this.got.push({ method: 'resumeOperation', what: id });
    return this.looking(id);
  }

  async cancelOperation(id: string) {
    this.got.push({ method: 'cancelOperation', what: id });
    const operation = await this.looking(id);
    return this.set({ ...operation, step: 'cancelled', actions: [] });
  }

  async revealValue(id: string) {
    this.got.push({ method: 'revealValue', what: id });
    return this.revealing(id);
  }
}
