import { NotFoundError } from '@backstage/errors';
import {
  IssueRequest,
  Operation,
  OperationQuery,
  RevocationList,
  RotateRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { TokenOperations } from '../TokenOperations';
import { anOperation, aPlan } from './answers';

/** The operations in memory: it writes down what it was told to do, and does nothing. */
export class FakeTokenOperations implements TokenOperations {
  /** Each call by its name, with what it was given. */
  readonly done: [string, ...unknown[]][] = [];
  readonly ledger = new Map<string, Operation>();
  /** The error with which everything fails from now on. */
  failure: Error | undefined;
  revocations: RevocationList['items'] | undefined;

  constructor(private readonly secret: Secret) {}

  async planIssue(request: IssueRequest) {
    this.#note('planIssue', request);
    return aPlan({ kind: 'issue' });
  }

  async planRotation(ref: string, request: RotateRequest) {
    this.#note('planRotation', ref, request);
    return aPlan();
  }

  async planCredentialRotation(environment: string, request: RotateRequest) {
    this.#note('planCredentialRotation', environment, request);
    return aPlan({ isCredential: true });
  }

  async planRevocation(refs: string[]) {
    this.#note('planRevocation', refs);
    return refs.map(() => aPlan({ kind: 'revoke' }));
  }

  async issue(request: IssueRequest, by: string) {
    this.#note('issue', request, by);
    return this.#open(anOperation({ kind: 'issue', requestedBy: by }));
  }

  async rotate(ref: string, request: RotateRequest, by: string) {
    this.#note('rotate', ref, request, by);
    return this.#open(anOperation({ requestedBy: by }));
  }

  async rotateCredential(
    environment: string,
    request: RotateRequest,
    by: string,
  ) {
    this.#note('rotateCredential', environment, request, by);
    return this.#open(anOperation({ requestedBy: by }));
  }

  async revoke(request: { tokens: string[]; confirm: string[] }, by: string) {
    this.#note('revoke', request, by);
    const operation = anOperation({ kind: 'revoke', requestedBy: by });
    return {
      items:
        this.revocations ??
        request.tokens.map(token => ({ token, operation, problem: null })),
    };
  }

  async paste(environment: string, value: Secret, by: string) {
    this.#note('paste', environment, value, by);
    return this.#open(anOperation({ kind: 'paste', requestedBy: by }));
  }

  async list(query: OperationQuery) {
    this.#note('list', query);
    const { offset, limit } = query;
    const items = [...this.ledger.values()];
    return { items, total: items.length, offset, limit };
  }

  async get(id: string) {
    const found = this.ledger.get(id);
    if (!found) {
      throw new NotFoundError(`There is no operation ${id}`);
    }
    return found;
  }

  async resume(id: string) {
    this.#note('resume', id);
    return this.get(id);
  }

  async cancel(id: string) {
    this.#note('cancel', id);
    return this.get(id);
  }

  async reveal(id: string) {
    this.#note('reveal', id);
    return { value: this.secret, username: null };
  }

  #note(name: string, ...given: unknown[]) {
    if (this.failure) {
      throw this.failure;
    }
    this.done.push([name, ...given]);
  }

  #open(operation: Operation): Operation {
    this.ledger.set(operation.id, operation);
    return operation;
  }
}
