import { OperationPlan } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useState } from 'react';
import { PlanRefusal, planRefusalOf } from '../model/planRefusal';

/** What the backend says about an operation before anything happens. */
export type PlanState<T = OperationPlan> =
  /** `before`: what was planned for the choices before these. */
  | { status: 'planning'; before: T | null }
  | { status: 'planned'; plan: T }
  | { status: 'refused'; refusal: PlanRefusal; before: T | null };

/** The plan to show: the present one, or the last one while there is no other. */
export function planOf<T>(state: PlanState<T>): T | null {
  return state.status === 'planned' ? state.plan : state.before;
}

/** The refusal of the last choices; null where there is none. */
export function refusalIn<T>(state: PlanState<T>): PlanRefusal | null {
  return state.status === 'refused' ? state.refusal : null;
}

/**
 * Asks for a plan, and for another one whenever the choices change. An older answer never replaces a newer one.
 *
 * @param ask - stays the same function while it asks for the same
 */
export function usePlan<T = OperationPlan>(
  ask: () => Promise<T>,
): { state: PlanState<T>; again: () => void } {
  const [state, setState] = useState<PlanState<T>>({
    status: 'planning',
    before: null,
  });
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isOver = false;
    setState(before => ({ status: 'planning', before: planOf(before) }));
    ask().then(
      plan => !isOver && setState({ status: 'planned', plan }),
      error =>
        !isOver &&
        setState(before => ({
          status: 'refused',
          refusal: planRefusalOf(error),
          before: planOf(before),
        })),
    );
    return () => {
      isOver = true;
    };
  }, [ask, round]);

  const again = useCallback(() => setRound(before => before + 1), []);
  return { state, again };
}
