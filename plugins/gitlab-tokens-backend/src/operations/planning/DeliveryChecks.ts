import { InputError } from '@backstage/errors';
import {
  Blocker,
  BLOCKERS,
  Delivery,
  PlanBlocker,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DeliveryContext,
  DeliveryError,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { CheckedDelivery } from '../../domain/planning/assemble';
import { NextToken } from '../../domain/planning/NextToken';
import { invalidDelivery } from '../../domain/policyViolations';
import { Escrow, EscrowError } from '../../ports/Escrow';
import { KnownTargets } from '../broker/Delivering';
import { ViolationsError } from '../ViolationsError';
import { TIME_LIMIT } from './PlannerOptions';

/**
 * There is no operation yet, and many plans never become one. A target that looks for what it has made for an operation
 * finds nothing under this id, which is never given to one.
 */
const NO_OPERATION = '00000000-0000-0000-0000-000000000000';

const NO_DELIVERY: PlanBlocker = {
  code: 'NO_DELIVERY',
  message: 'Nothing says where the new value should go.',
  action: 'Choose a delivery, such as a CI/CD variable.',
};

/** What is to be delivered. */
export interface Consignment {
  environment: EnvironmentSettings;
  deliver: Delivery[];
  next: NextToken;
  isCredential: boolean;
  /** GitLab's number of the token that is replaced. */
  replaces: number | null;
}

/** Looks beforehand whether a new value could be kept safe on its way, and arrive. Nothing is changed. */
export class DeliveryChecks {
  constructor(
    private readonly options: { targets: KnownTargets; escrow: Escrow },
  ) {}

  /** @throws ViolationsError when the keys of a delivery are wrong */
  async run(consignment: Consignment): Promise<{
    deliveries: CheckedDelivery[];
    blockers: PlanBlocker[];
  }> {
    const [deliveries, escrow] = await Promise.all([
      Promise.all(
        consignment.deliver.map((each, index) =>
          this.#check(each, index, consignment),
        ),
      ),
      this.#escrow(consignment.environment),
    ]);
    const none = consignment.deliver.length === 0 ? [NO_DELIVERY] : [];
    return { deliveries, blockers: [...none, ...escrow] };
  }

  async #check(
    settings: Delivery,
    index: number,
    consignment: Consignment,
  ): Promise<CheckedDelivery> {
    const target = this.options.targets.get(settings.target);
    if (!target) {
      return unusable(settings, noTarget(settings));
    }
    try {
      const { place, problem, evidence } = await target.check(
        settings,
        contextOf(consignment),
      );
      const blocker = problem && blockerOf(problem);
      return { settings, place, evidence: evidence ?? null, blocker };
    } catch (error) {
      if (error instanceof DeliveryError) {
        return unusable(settings, blockerOf(error));
      }
      if (error instanceof InputError && !(error instanceof ViolationsError)) {
        const field = `deliver.${index}`;
        throw new ViolationsError([invalidDelivery(field, error.message)]);
      }
      throw error;
    }
  }

  async #escrow(environment: EnvironmentSettings): Promise<PlanBlocker[]> {
    try {
      await this.options.escrow.check(environment);
      return [];
    } catch (error) {
      if (!(error instanceof EscrowError)) {
        throw error;
      }
      const { code: cause, message, action } = error;
      const details = cause === 'ESCROW_MISSING' ? {} : { cause };
      return [{ code: 'ESCROW_MISSING', message, action, details }];
    }
  }
}

function noTarget({ target }: Delivery): PlanBlocker {
  return {
    code: 'TARGET_UNUSABLE',
    message: `There is no delivery target ${target} in this backend.`,
    action: 'Add the module that brings it, or choose another delivery.',
  };
}

function unusable(settings: Delivery, blocker: PlanBlocker): CheckedDelivery {
  return { settings, place: null, evidence: null, blocker };
}

function blockerOf(problem: {
  code: string;
  message: string;
  action: string;
}): PlanBlocker {
  const { code, message, action } = problem;
  return (BLOCKERS as readonly string[]).includes(code)
    ? { code: code as Blocker, message, action }
    : { code: 'TARGET_UNUSABLE', message, action, details: { cause: code } };
}

function contextOf(consignment: Consignment): DeliveryContext {
  const { environment, next, isCredential, replaces } = consignment;
  const { kind, owner, name, expiresAt } = next.token;
  return {
    operationId: NO_OPERATION,
    environment: environment.name,
    token: { kind, owner: owner.path, name, expiresAt },
    replaces,
    isCredential,
    signal: AbortSignal.timeout(TIME_LIMIT),
  };
}
