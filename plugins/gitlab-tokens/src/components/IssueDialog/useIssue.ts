import { useApi } from '@backstage/core-plugin-api';
import {
  Environment,
  IssueRequest,
  Operation,
  OperationPlan,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useCallback, useRef, useState } from 'react';
import { gitlabTokensApiRef } from '../../api';
import { useOperationStart } from '../../hooks/useOperationStart';
import {
  changedForm,
  IssueForm,
  IssuePresets,
  newIssueForm,
  requestOf,
} from '../../model/issueForm';
import { PlanRefusal, planRefusalOf } from '../../model/planRefusal';

/** Where somebody is on the way to a new token. */
export type IssueStage =
  | { name: 'form'; isPlanning: boolean; refusal: PlanRefusal | null }
  | { name: 'plan'; request: IssueRequest; plan: OperationPlan };

const FORM: IssueStage = { name: 'form', isPlanning: false, refusal: null };

/** The form, the plan that follows from it, and the start of the operation. */
export function useIssue(options: {
  presets: IssuePresets;
  environments: readonly Environment[];
  /** What the name says that the token is for. */
  purpose: string;
  onStarted: (operation: Operation) => void;
}) {
  const { presets, environments, purpose, onStarted } = options;
  const api = useApi(gitlabTokensApiRef);
  const [form, setForm] = useState<IssueForm>(() =>
    newIssueForm(presets, environments, purpose),
  );
  const [stage, setStage] = useState<IssueStage>(FORM);
  const [wasTried, setTried] = useState(false);
  const { state: starting, start, forget } = useOperationStart<Operation>();
  const asked = useRef(0);

  const change = useCallback(
    (changed: Partial<IssueForm>) => {
      // What was planned for other choices is not to be confirmed
      asked.current += 1;
      setStage(FORM);
      setForm(before => changedForm(before, changed, purpose));
    },
    [purpose],
  );
  const checked = requestOf(form);
  const plan = async () => {
    setTried(true);
    if ('wrong' in checked) {
      return;
    }
    const { request } = checked;
    asked.current += 1;
    const number = asked.current;
    forget();
    setStage({ name: 'form', isPlanning: true, refusal: null });
    const next = await api.planIssue(request).then(
      (answer): IssueStage => ({ name: 'plan', request, plan: answer }),
      (error): IssueStage => ({
        name: 'form',
        isPlanning: false,
        refusal: planRefusalOf(error),
      }),
    );
    if (asked.current === number) {
      setStage(next);
    }
  };
  const back = () => {
    forget();
    setStage(FORM);
  };
  /** What is wrong with fields stands at them. */
  const backToFields = (error: unknown): never => {
    const refusal = planRefusalOf(error);
    if (refusal.kind === 'violations') {
      setStage({ name: 'form', isPlanning: false, refusal });
    }
    throw error;
  };
  const confirm = () => {
    if (stage.name === 'plan' && stage.plan.blockers.length === 0) {
      start(async () => {
        const operation = await api
          .issueToken(stage.request)
          .catch(backToFields);
        onStarted(operation);
        return operation;
      });
    }
  };
  return {
    form,
    change,
    stage,
    /** The fields that are to be filled in, once somebody tried without. */
    wrong: wasTried && 'wrong' in checked ? checked.wrong : [],
    starting,
    plan,
    back,
    confirm,
  };
}
