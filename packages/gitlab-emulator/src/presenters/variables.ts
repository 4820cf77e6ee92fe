import { Variable } from '../state/entities';

/** A CI/CD variable; the value of a hidden one is never shown again. */
export function presentVariable(variable: Variable) {
  return {
    variable_type: variable.variableType,
    key: variable.key,
    value: variable.hidden ? null : variable.value,
    hidden: variable.hidden,
    protected: variable.protected,
    masked: variable.masked,
    raw: variable.raw,
    environment_scope: variable.environmentScope,
    description: variable.description,
  };
}
