import {
  Blocker,
  OperationPlan,
  RotateRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { inspect } from 'util';
import {
  DEMO_KEY_FILE,
  describeWithSops,
} from '../../../__testUtils__/sopsFiles';
import { PlannedOperation } from '../../../domain/PlannedOperation';
import { ViolationsError } from '../../ViolationsError';
import { PlanningPortal } from './PlanningPortal';

/** What the tests of planning work with. */
export interface PlannerTests {
  /** A new one for each test. */
  readonly portal: PlanningPortal;
  /** Has a plan, or an error, looked through for secrets at the end of the test. */
  seeing<T>(result: Promise<T>): Promise<T>;
  /** The plan to rotate an environment's credential, looked through. */
  rotate(
    environment: string,
    request?: RotateRequest,
  ): Promise<PlannedOperation>;
}

/** Tests with a portal each, whose plans and errors are looked through for secrets after each of them. */
export function describePlanning(
  subject: string,
  define: (tests: PlannerTests) => void,
): void {
  jest.setTimeout(60_000);
  describeWithSops(subject, () => {
    const seen: unknown[] = [];
    let portal: PlanningPortal;

    beforeAll(() => {
      process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
    });
    afterAll(() => {
      delete process.env.SOPS_AGE_KEY_FILE;
    });
    beforeEach(async () => {
      portal = await PlanningPortal.start();
    });
    afterEach(async () => {
      await portal.stop();
      const shown = inspect(seen, { depth: null }) + JSON.stringify(seen);
      expect(shown).not.toContain('canary');
      seen.length = 0;
    });

    const seeing: PlannerTests['seeing'] = async result => {
      try {
        const value = await result;
        seen.push(value);
        return value;
      } catch (error) {
        seen.push(error, (error as Error).stack);
        throw error;
      }
    };
    define({
      get portal() {
        return portal;
      },
      seeing,
      rotate: (environment, request = {}) =>
        seeing(portal.planner.planCredentialRotation(environment, request)),
    });
  });
}

/** Why a plan cannot be carried out. */
export function codes({ plan }: { plan: OperationPlan }): Blocker[] {
  return plan.blockers.map(({ code }) => code);
}

/** The requests of a plan, as `broker: GET /path`. */
export function calls({ plan }: PlannedOperation): string[] {
  return plan.calls.map(it => `${it.by}: ${it.method} ${it.path}`);
}

/** What a request was refused for, as `CODE field`. */
export async function violationsOf(refused: Promise<unknown>) {
  const error = await refused.then(
    () => undefined,
    thrown => thrown,
  );
  expect(error).toBeInstanceOf(ViolationsError);
  return (error as ViolationsError).violations.map(
    ({ code, field }) => `${code} ${field}`,
  );
}
