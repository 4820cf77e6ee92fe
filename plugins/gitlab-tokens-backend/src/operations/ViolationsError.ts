import { InputError } from '@backstage/errors';
import { Violation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** A request that asks for what it may not have; the answer 400 holds all of it in `error.violations`. */
export class ViolationsError extends InputError {
  readonly violations: Violation[];

  constructor(violations: Violation[]) {
    super(violations.map(({ message }) => `${message}.`).join(' '));
    this.violations = violations;
  }
}

/** @throws ViolationsError where there is any */
export function refuseViolations(violations: Violation[]): void {
  if (violations.length > 0) {
    throw new ViolationsError(violations);
  }
}
