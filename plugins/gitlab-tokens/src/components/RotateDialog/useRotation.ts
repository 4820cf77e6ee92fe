import { useApi } from '@backstage/core-plugin-api';
import {
  Operation,
  RotateRequest,
  RotationMode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useMemo, useState } from 'react';
import { gitlabTokensApiRef } from '../../api';
import { useOperationStart } from '../../hooks/useOperationStart';
import { usePlan } from '../../hooks/usePlan';
import { usePlanSettled } from '../../hooks/usePlanSettled';
import {
  DeliveryForm,
  deliverOf,
  NEW_DELIVERY,
  wrongDeliveryFields,
} from '../../model/issueFormDelivery';
import {
  hasConfiguredDelivery,
  nameOf,
  planRotation,
  RotationSubject,
  startRotation,
} from './rotationSubject';

/** What can be chosen about a rotation; null and empty are as configured. */
export type RotationChoices = {
  mode: RotationMode | null;
  expiresAt: string;
  delivery: DeliveryForm | null;
};

function requestOf({ mode, expiresAt, delivery }: RotationChoices) {
  const request: RotateRequest = {
    ...(mode && { mode }),
    ...(expiresAt && { expiresAt }),
    ...(delivery && { deliver: deliverOf(delivery) }),
  };
  return request;
}

/** The choices, the plan that follows from them, and the start of the rotation. */
export function useRotation(
  subject: RotationSubject,
  onStarted: (operation: Operation) => void,
) {
  const api = useApi(gitlabTokensApiRef);
  const { type } = subject;
  const name = nameOf(subject);
  const [choices, setChoices] = useState<RotationChoices>({
    mode: null,
    expiresAt: '',
    delivery: hasConfiguredDelivery(subject)
      ? null
      : { ...NEW_DELIVERY, target: 'reveal' },
  });
  const wanted = useMemo(() => requestOf(choices), [choices]);
  const { settled, isSettled } = usePlanSettled(wanted);
  const isComplete =
    choices.delivery === null ||
    wrongDeliveryFields(choices.delivery).length === 0;
  const ask = useCallback(
    () => planRotation(api, { type, name }, settled),
    [api, type, name, settled],
  );
  const plan = usePlan(ask);
  const { state: starting, start, forget } = useOperationStart<Operation>();

  const change = useCallback(
    (changed: Partial<RotationChoices>) => {
      forget();
      setChoices(before => ({ ...before, ...changed }));
    },
    [forget],
  );
  const canStart =
    plan.state.status === 'planned' &&
    plan.state.plan.blockers.length === 0 &&
    isSettled &&
    isComplete &&
    starting.status === 'ready';
  const confirm = () => {
    if (canStart) {
      start(async () => {
        const operation = await startRotation(api, { type, name }, settled);
        onStarted(operation);
        return operation;
      });
    }
  };
  return { choices, change, plan, starting, canStart, confirm };
}
