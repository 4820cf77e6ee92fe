import {
  IssueRequest,
  RotateRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { PlannedOperation } from '../../domain/PlannedOperation';
import { CredentialPlanning } from './CredentialPlanning';
import { CredentialReading } from './CredentialReading';
import { DeliveryChecks } from './DeliveryChecks';
import { InventoryPlanning } from './InventoryPlanning';
import { IssuePlanning } from './IssuePlanning';
import { PastePlanning, PlannedPaste } from './PastePlanning';
import { environmentOf } from './planContext';
import { PlannerOptions } from './PlannerOptions';
import { RotationPlanning } from './RotationPlanning';
import { UserPlaces } from './UserPlaces';

/**
 * Turns requests into plans: what will be done, by whom, and what follows from it. It reads and changes nothing, and
 * all policy is enforced here.
 *
 * What a request may not have is refused with every violation named (`ViolationsError`). What stands in the way of an
 * operation that the policy allows is a blocker of its plan. A GitLab that does not answer is a `GatewayError`, and what
 * does not exist a `NotFoundError`.
 */
export class Planner {
  readonly #options: PlannerOptions;
  readonly #issues: IssuePlanning;
  readonly #credentials: CredentialPlanning;
  readonly #inventory: InventoryPlanning;
  readonly #pastes: PastePlanning;

  constructor(options: PlannerOptions) {
    this.#options = options;
    const checks = new DeliveryChecks(options);
    const users = new UserPlaces(options);
    const rotations = new RotationPlanning(options, checks);
    const reading = new CredentialReading(options, users);
    const issues = new IssuePlanning(options, checks, users);
    const shared = { issues, rotations, reading, users };
    const credentials = new CredentialPlanning(options, shared);
    const managing = { credentials, rotations, users };
    this.#issues = issues;
    this.#credentials = credentials;
    this.#inventory = new InventoryPlanning(options, managing);
    this.#pastes = new PastePlanning(options, checks);
  }

  /** A new token that replaces none. */
  async planIssue(request: IssueRequest): Promise<PlannedOperation> {
    return this.#issues.planRequest(request);
  }

  /** The rotation of a token of the inventory; of an environment's credential it is that environment's. */
  async planRotation(
    tokenRef: string,
    request: RotateRequest,
  ): Promise<PlannedOperation> {
    return this.#inventory.planRotation(tokenRef, request);
  }

  /** The rotation of the token that an environment's portal runs on, or its issue where there is none. */
  async planCredentialRotation(
    environment: string,
    request: RotateRequest,
  ): Promise<PlannedOperation> {
    const { environments } = this.#options;
    const settings = environmentOf(environments, environment);
    return this.#credentials.plan(settings, request);
  }

  /** The end of a token of the inventory. It asks GitLab nothing while the facts of the broker are fresh. */
  async planRevocation(tokenRef: string): Promise<PlannedOperation> {
    return this.#inventory.planRevocation(tokenRef);
  }

  /** The takeover of a personal token that a person has made, by GitLab's own word of what it is. */
  async planPaste(environment: string, token: Secret): Promise<PlannedPaste> {
    const { environments } = this.#options;
    const settings = environmentOf(environments, environment);
    return this.#pastes.plan(settings, token);
  }
}
