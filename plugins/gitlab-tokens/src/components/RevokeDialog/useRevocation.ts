import { useApi } from '@backstage/core-plugin-api';
import {
  ManagedToken,
  RevocationList,
  RevocationPlanList,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useState } from 'react';
import { gitlabTokensApiRef } from '../../api';
import { useOperationStart } from '../../hooks/useOperationStart';
import { planOf, refusalIn, usePlan } from '../../hooks/usePlan';
import { losersOf, revocableOf } from '../../model/planRevocation';
import { planRefusalOf, violationsAt } from '../../model/planRefusal';

/**
 * What would stop, the names that have to be typed for it, and the start of the revocations.
 *
 * @param tokens - stays the same array while it is about the same
 */
export function useRevocation(tokens: readonly ManagedToken[]) {
  const api = useApi(gitlabTokensApiRef);
  const ask = useCallback(
    () => api.planRevocation({ tokens: tokens.map(({ ref }) => ref) }),
    [api, tokens],
  );
  const { state, again } = usePlan<RevocationPlanList>(ask);
  const { state: starting, start } = useOperationStart<RevocationList>();
  const [typed, setTyped] = useState<Record<string, string>>({});

  const plans = planOf(state);
  const revocable = plans ? revocableOf(plans) : [];
  const losers = losersOf(revocable);
  const canStart =
    state.status === 'planned' &&
    revocable.length > 0 &&
    losers.every(name => typed[name]?.trim() === name);
  const refusal =
    refusalIn(state) ?? (starting.status === 'ready' ? starting.refusal : null);
  const request = {
    tokens: revocable.map(({ token }) => token),
    confirm: losers,
  };
  const revoke = () =>
    start(() =>
      api.revokeTokens(request).catch(error => {
        if (violationsAt(planRefusalOf(error), 'confirm').length > 0) {
          // Another portal runs on one of them by now; the new plan has a field for its name
          again();
        }
        throw error;
      }),
    );
  return {
    ...{ state, again, plans, revocable, losers, typed, setTyped },
    ...{ canStart, starting, refusal, revoke },
  };
}
