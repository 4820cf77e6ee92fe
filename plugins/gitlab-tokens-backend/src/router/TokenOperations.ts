import {
  IssueRequest,
  Operation,
  OperationList,
  OperationPlan,
  OperationQuery,
  RevocationList,
  RotateRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';

/** What is done with tokens. `by` is who asked: an entity reference, or the subject of a service. */
export interface TokenOperations {
  planIssue(request: IssueRequest): Promise<OperationPlan>;
  planRotation(ref: string, request: RotateRequest): Promise<OperationPlan>;
  planCredentialRotation(
    environment: string,
    request: RotateRequest,
  ): Promise<OperationPlan>;
  /** One plan for each token, in their order. */
  planRevocation(refs: string[]): Promise<OperationPlan[]>;

  issue(request: IssueRequest, by: string): Promise<Operation>;
  rotate(ref: string, request: RotateRequest, by: string): Promise<Operation>;
  rotateCredential(
    environment: string,
    request: RotateRequest,
    by: string,
  ): Promise<Operation>;
  revoke(
    request: { tokens: string[]; confirm: string[] },
    by: string,
  ): Promise<RevocationList>;
  paste(environment: string, value: Secret, by: string): Promise<Operation>;

  list(query: OperationQuery): Promise<OperationList>;
  /** @throws NotFoundError */
  get(id: string): Promise<Operation>;
  resume(id: string): Promise<Operation>;
  cancel(id: string): Promise<Operation>;
  /** Shows the value, once. */
  reveal(id: string): Promise<{ value: Secret; username: string | null }>;
}
