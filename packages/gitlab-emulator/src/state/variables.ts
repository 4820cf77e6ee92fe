import { Problems, refuseProblems } from './InvalidRecordError';
import { Moment } from './issueToken';
import { Variable } from './entities';
import { resourceKey } from './resourceKey';

/** What can be masked: one word that the log can be searched for. */
const MASKABLE = /^[a-zA-Z0-9_+=/@:.~-]{8,}$/;
const MASKABLE_RAW = /^\S{8,}$/u;

/** What somebody says of a variable. */
export type VariablePlan = Omit<Variable, 'id' | 'updatedAt'>;

/**
 * Makes a variable.
 *
 * @throws InvalidRecordError if GitLab's model would refuse it; nothing is written then
 */
export function insertVariable(
  { state, now }: Moment,
  plan: VariablePlan,
): Variable {
  refuseProblems({
    ...variableProblems(plan),
    ...duplicateProblems({ state, now }, plan),
  });
  const id = state.variables.takeId();
  const updatedAt = now.toISOString();
  return state.variables.insert({ ...plan, id, updatedAt });
}

/**
 * Changes a variable. Whoever can read a masked value in a log could, by unmasking a hidden variable, bring its value
 * to light, so that is refused.
 *
 * @throws InvalidRecordError if GitLab's model would refuse it; nothing is written then
 */
export function updateVariable(
  moment: Moment,
  variable: Variable,
  changes: Partial<VariablePlan>,
): Variable {
  const { state, now } = moment;
  const changed = { ...variable, ...changes, updatedAt: now.toISOString() };
  const isUnmasked = variable.hidden && !changed.masked;
  refuseProblems({
    ...variableProblems(changed),
    ...duplicateProblems(moment, changed),
    ...(isUnmasked && {
      base: [
        'The visibility setting cannot be changed for masked and hidden variables.',
      ],
    }),
  });
  state.variables.delete(variable);
  return state.variables.insert(changed);
}

function variableProblems({ key, value, masked, raw }: VariablePlan): Problems {
  const keyProblem = keyProblemOf(key);
  const isMaskable = (raw ? MASKABLE_RAW : MASKABLE).test(value);
  return {
    ...(keyProblem && { key: [keyProblem] }),
    ...(masked && !isMaskable && { value: ['is invalid'] }),
  };
}

function keyProblemOf(key: string): string | null {
  if (key === '') {
    return "can't be blank";
  }
  if (key.length > 255) {
    return 'is too long (maximum is 255 characters)';
  }
  return /^[a-zA-Z0-9_]+$/.test(key)
    ? null
    : "can contain only letters, digits and '_'.";
}

function duplicateProblems(
  { state }: Moment,
  plan: VariablePlan & { id?: number },
): Problems {
  const isTaken = state.variables
    .allBy('resource', resourceKey(plan.resource))
    .some(
      other =>
        other.id !== plan.id &&
        other.key === plan.key &&
        other.environmentScope === plan.environmentScope,
    );
  return isTaken ? { key: [`(${plan.key}) has already been taken`] } : {};
}
