import { Violation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** The fields of a CI/CD variable that are typed in, and the keys of a delivery that they stand for. */
const KEYS = {
  path: ['project', 'group'],
  key: ['key'],
  environmentScope: ['environmentScope'],
} as const;

/** A field of a CI/CD variable. */
export type VariableField = keyof typeof KEYS;

function fieldOf({ field }: Violation): VariableField | undefined {
  const key = field.split('.')[2];
  const fields: VariableField[] = ['path', 'key', 'environmentScope'];
  return fields.find(name => KEYS[name].some(known => known === key));
}

/** What is wrong with a field of the variable. */
export function violationsOfVariable(
  violations: readonly Violation[],
  field: VariableField,
): Violation[] {
  return violations.filter(it => fieldOf(it) === field);
}

/** What is wrong with the delivery and with none of these fields. */
export function apartFromVariable(
  violations: readonly Violation[],
): Violation[] {
  return violations.filter(it => fieldOf(it) === undefined);
}
