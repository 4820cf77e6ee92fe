import {
  Blocker,
  OperationPlan,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { inspect } from 'util';
import { DEMO_KEY_FILE } from '../../../__testUtils__/sopsFiles';
import { PlannedOperation } from '../../../domain/PlannedOperation';
import { ViolationsError } from '../../ViolationsError';
import { PlanningPortal } from './PlanningPortal';

/** Portals for the tests of one file, whose plans and errors are looked through for secrets after each of them. */
export function plannerTests() {
  const seen: unknown[] = [];
  let portal: PlanningPortal | undefined;

  beforeAll(() => {
    process.env.SOPS_AGE_KEY_FILE = DEMO_KEY_FILE;
  });
  afterAll(() => {
    delete process.env.SOPS_AGE_KEY_FILE;
  });
  afterEach(async () => {
    await portal?.stop();
    const shown = inspect(seen, { depth: null }) + JSON.stringify(seen);
    expect(shown).not.toContain('canary');
    seen.length = 0;
  });

  return {
    async start(): Promise<PlanningPortal> {
      portal = await PlanningPortal.start();
      return portal;
    },
    async seeing<T>(result: Promise<T>): Promise<T> {
      try {
        const value = await result;
        seen.push(value);
        return value;
      } catch (error) {
        seen.push(error, (error as Error).stack);
        throw error;
      }
    },
  };
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
