import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  IssueRequest,
  Operation as OperationAnswer,
  OperationList,
  OperationPlan,
  OperationQuery,
  RevocationList,
  RotateRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { describeOperation } from '../domain/describeOperation';
import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { TokenTrace, traceOfToken } from '../domain/tokenTrace';
import { PlannedOperation } from '../domain/PlannedOperation';
import { InspectionStore } from '../ports/InspectionStore';
import { Ledger } from '../ports/Ledger';
import { problemOf, sayingWhy } from './broker/obstacles';
import { OperationFollower } from './broker/OperationFollower';
import { OperationRunner } from './broker/OperationRunner';
import { PlanBlockedError } from './broker/PlanBlockedError';
import { requireConfirmation } from './broker/requireConfirmation';
import { Planner } from './planning/Planner';

/** The value of a new token, for whoever may see it once. */
export interface RevealedSecret {
  value: Secret;
  /** Of deploy tokens. */
  username: string | null;
}

/**
 * Issues, rotates, revokes and takes over tokens. Everything is planned first, and whatever a plan says against it is
 * refused before anything happens; what was begun is in the ledger and is followed to its end.
 */
export class TokenBroker {
  constructor(
    private readonly options: {
      planner: Planner;
      ledger: Ledger;
      environments: EnvironmentSettings[];
      inspections: InspectionStore;
      runner: OperationRunner;
      follower: OperationFollower;
      randomId: () => string;
    },
  ) {}

  async planIssue(request: IssueRequest): Promise<OperationPlan> {
    return (await this.options.planner.planIssue(request)).plan;
  }

  async planRotation(
    tokenRef: string,
    request: RotateRequest,
  ): Promise<OperationPlan> {
    return (await this.options.planner.planRotation(tokenRef, request)).plan;
  }

  async planCredentialRotation(
    environment: string,
    request: RotateRequest,
  ): Promise<OperationPlan> {
    const { planner } = this.options;
    return (await planner.planCredentialRotation(environment, request)).plan;
  }

  async planRevocation(tokenRefs: string[]): Promise<OperationPlan[]> {
    const planned = await this.#planRevocations(tokenRefs);
    return planned.map(({ plan }) => plan);
  }

  async issue(request: IssueRequest, by: string): Promise<OperationAnswer> {
    return this.#start(await this.options.planner.planIssue(request), by);
  }

  async rotate(
    tokenRef: string,
    request: RotateRequest,
    by: string,
  ): Promise<OperationAnswer> {
    const { planner } = this.options;
    return this.#start(await planner.planRotation(tokenRef, request), by);
  }

  async rotateCredential(
    environment: string,
    request: RotateRequest,
    by: string,
  ): Promise<OperationAnswer> {
    const { planner } = this.options;
    const planned = await planner.planCredentialRotation(environment, request);
    return this.#start(planned, by);
  }

  /**
   * Revokes each token by an operation of its own. Nothing happens where a confirmation is missing.
   *
   * @throws ViolationsError
   */
  async revoke(
    { tokens, confirm }: { tokens: string[]; confirm: string[] },
    by: string,
  ): Promise<RevocationList> {
    const refs = [...new Set(tokens)];
    const planned = await this.#planRevocations(refs);
    requireConfirmation(
      planned.map(({ plan }) => plan),
      confirm,
    );
    const items: RevocationList['items'] = [];
    for (const [index, each] of planned.entries()) {
      const token = refs[index];
      try {
        const operation = await this.#start(each, by);
        items.push({ token, operation, problem: null });
      } catch (error) {
        items.push({ token, operation: null, problem: problemOf(error) });
      }
    }
    return { items };
  }

  /** Takes over a personal token that a person has made. */
  async paste(
    environment: string,
    value: Secret,
    by: string,
  ): Promise<OperationAnswer> {
    const { planner } = this.options;
    const { tokenId, ...planned } = await planner.planPaste(environment, value);
    return this.#start(planned, by, { value, id: tokenId });
  }

  /** Goes on with an operation that stands still. */
  async resume(id: string): Promise<OperationAnswer> {
    const operation = await this.get(id);
    if (!operation.actions.includes('resume')) {
      throw new ConflictError(
        `Operation ${id} does not stand still: it is at ${operation.step}`,
      );
    }
    this.#follow(id, { insisted: true });
    return operation;
  }

  /** @throws ConflictError when it is too late, or something stands in the way; ServiceUnavailableError while that passes */
  async cancel(id: string): Promise<OperationAnswer> {
    await this.get(id);
    const cancelled = await sayingWhy(this.options.runner.cancel(id));
    if (!cancelled) {
      throw new ConflictError(
        `Operation ${id} has ended, or is being worked on; look at it again`,
      );
    }
    return describeOperation(cancelled);
  }

  /** @throws ConflictError when there is nothing to show, it was shown already, or it cannot be opened here */
  async reveal(id: string): Promise<RevealedSecret> {
    await this.get(id);
    const value = await sayingWhy(this.options.runner.reveal(id));
    if (!value) {
      throw new ConflictError(
        `Operation ${id} has no value to show: it was shown already, is not there yet, or has ended`,
      );
    }
    const operation = await this.options.ledger.get(id);
    this.#follow(id);
    return { value, username: operation?.newUsername ?? null };
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<OperationAnswer> {
    const operation = await this.options.ledger.get(id);
    if (!operation) {
      throw new NotFoundError(`There is no operation ${id}`);
    }
    return describeOperation(operation);
  }

  /** @throws InputError where its token is no reference of one */
  async list(query: OperationQuery): Promise<OperationList> {
    const { offset, limit, token } = query;
    const { operations, total } = await this.options.ledger.list({
      ...query,
      token: token === undefined ? undefined : await this.#traceOf(token),
    });
    return { items: operations.map(describeOperation), total, offset, limit };
  }

  async #traceOf(tokenRef: string): Promise<TokenTrace> {
    const { environments, inspections } = this.options;
    const known = { environments, inspections: await inspections.list() };
    const trace = traceOfToken(tokenRef, known);
    if (!trace) {
      throw new InputError(
        'token has to be the ref of a token, such as dev.group.10.42',
      );
    }
    return trace;
  }

  async #planRevocations(refs: string[]): Promise<PlannedOperation[]> {
    const planned: PlannedOperation[] = [];
    for (const ref of refs) {
      planned.push(await this.options.planner.planRevocation(ref));
    }
    return planned;
  }

  async #start(
    planned: PlannedOperation,
    by: string,
    pasted?: { value: Secret; id: number },
  ): Promise<OperationAnswer> {
    if (planned.plan.blockers.length > 0) {
      throw new PlanBlockedError(planned.plan);
    }
    const { ledger, randomId } = this.options;
    const id = randomId();
    const operation = await ledger.open({ ...planned, id, requestedBy: by });
    await this.#requireCurrent(planned, id);
    this.#follow(id, { pasted });
    return describeOperation(operation);
  }

  /** While this was planned, another rotation of the same token may have begun and ended: its plan is worth nothing. */
  async #requireCurrent(
    { kind, subject, oldTokenId }: PlannedOperation,
    id: string,
  ): Promise<void> {
    if (kind !== 'rotate') {
      return;
    }
    const last = await this.options.ledger.lastDone(subject);
    if (last?.kind === 'rotate') {
      await this.options.runner.cancel(id);
      throw new ConflictError(
        `Token ${oldTokenId} was rotated already, by operation ${last.id}; look at what there is now`,
      );
    }
  }

  /** Whoever asked follows it over the API; failures are in the ledger. */
  #follow(id: string, how: Parameters<OperationFollower['follow']>[1] = {}) {
    void this.options.follower.follow(id, how);
  }
}
