import { useApi } from '@backstage/core-plugin-api';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { gitlabTokensApiRef } from '../api';
import { PlanRefusal, planRefusalOf } from '../model/planRefusal';

/** What can be done with an operation that does not go on by itself. */
export type OperationAction = 'resume' | 'cancel';

/** Resumes and cancels operations, one request at a time. */
export function useOperationActions(onAnswer: (operation: Operation) => void): {
  /** What was asked for and is not answered yet. */
  pending: OperationAction | null;
  refusal: PlanRefusal | null;
  act: (action: OperationAction, id: string) => Promise<void>;
} {
  const api = useApi(gitlabTokensApiRef);
  const [pending, setPending] = useState<OperationAction | null>(null);
  const [refusal, setRefusal] = useState<PlanRefusal | null>(null);
  const isTaken = useRef(false);
  const isOver = useRef(false);
  useEffect(() => {
    isOver.current = false;
    return () => {
      isOver.current = true;
    };
  }, []);

  const act = useCallback(
    async (action: OperationAction, id: string) => {
      if (isTaken.current) {
        return;
      }
      isTaken.current = true;
      setPending(action);
      setRefusal(null);
      try {
        const operation = await (action === 'resume'
          ? api.resumeOperation(id)
          : api.cancelOperation(id));
        if (!isOver.current) {
          onAnswer(operation);
        }
      } catch (error) {
        setRefusal(planRefusalOf(error));
      } finally {
        isTaken.current = false;
        setPending(null);
      }
    },
    [api, onAnswer],
  );
  return { pending, refusal, act };
}
