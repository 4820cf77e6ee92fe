import { ConflictError } from '@backstage/errors';
import {
  OperationPlan,
  PlanBlocker,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** What was asked for cannot be, for the reasons that its plan says. Nothing has happened. */
export class PlanBlockedError extends ConflictError {
  readonly blockers: PlanBlocker[];

  constructor({ blockers }: OperationPlan) {
    super(
      blockers.map(({ message, action }) => `${message} ${action}`).join(' '),
    );
    this.blockers = blockers;
  }
}
