import { invalidParameters } from './errors';

/** What GitLab says against a value. */
export class Refusal {
  constructor(
    readonly words: string,
    /** What is wrong inside the value, where that is not the value itself. */
    readonly inside: readonly Problem[] = [],
  ) {}
}

interface Problem {
  readonly name: string;
  readonly words: string;
}

export const INVALID = new Refusal('is invalid');
const MISSING = new Refusal('is missing');
const EMPTY = new Refusal('is empty');
export const NOT_ALLOWED = new Refusal('does not have a valid value');

/** How one parameter is read from the text or JSON that was sent. */
export interface Parameter<Value> {
  readonly coerce: (raw: unknown) => Value | Refusal;
  readonly isRequired?: boolean;
  /** Whether an empty text is a value like any other. */
  readonly takesEmpty?: boolean;
  /** Whether it must not be empty. */
  readonly isFilled?: boolean;
  /** What it becomes where it was sent empty or as null; without this it is then as if it was not sent. */
  readonly blank?: Value;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** What an endpoint gets: undefined where a parameter was not sent or was sent empty. */
export type ParameterValues<Declared extends Parameters> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Parameter<
    infer Value
  >
    ? Declared[Name] extends { isRequired: true }
      ? Value
      : Value | undefined
    : never;
};

/** Refuses one value of a parameter. */
export function except<Value>(
  parameter: Parameter<Value>,
  excepted: Value,
): Parameter<Value> {
  return {
    ...parameter,
    coerce: raw => {
      const value = parameter.coerce(raw);
      return value === excepted
        ? new Refusal('has a value not allowed')
        : value;
    },
  };
}

/** A list of objects, each with these parameters. */
export function listOf<Declared extends Parameters>(
  declared: Declared,
): Parameter<ReadonlyArray<ParameterValues<Declared>>> {
  return {
    coerce(raw) {
      if (!Array.isArray(raw) || raw.some(entry => typeof entry !== 'object')) {
        return INVALID;
      }
      const entries = raw.map(entry => collect(declared, { ...entry }));
      const problems = entries.flatMap((entry, index) =>
        entry.problems.map(({ name, words }) => ({
          name: `[${index}][${name}]`,
          words,
        })),
      );
      return problems.length > 0
        ? new Refusal('', problems)
        : entries.map(({ values }) => values);
    },
    blank: [],
  };
}

export function required<Value>(
  parameter: Parameter<Value>,
): Parameter<Value> & { isRequired: true } {
  return { ...parameter, isRequired: true };
}

/** Refuses an empty value; GitLab then also says of an absent one that it is empty. */
export function filled<Value>(parameter: Parameter<Value>): Parameter<Value> {
  return { ...parameter, isFilled: true };
}

/**
 * Reads the declared parameters, in their order.
 *
 * @throws ApiError naming every parameter that is missing or wrong, in GitLab's words
 */
export function readParameters<Declared extends Parameters>(
  declared: Declared,
  sent: Readonly<Record<string, unknown>>,
): ParameterValues<Declared> {
  const { problems, values } = collect(declared, sent);
  if (problems.length > 0) {
    throw invalidParameters(
      problems.map(({ name, words }) => `${name} ${words}`),
    );
  }
  return values;
}

function collect<Declared extends Parameters>(
  declared: Declared,
  sent: Readonly<Record<string, unknown>>,
): { problems: Problem[]; values: ParameterValues<Declared> } {
  const problems: Problem[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(declared)) {
    const value = readParameter(parameter, sent[name]);
    if (value === undefined) {
      continue;
    }
    if (!(value instanceof Refusal)) {
      values[name] = value;
    } else if (value.inside.length > 0) {
      value.inside.forEach(inner =>
        problems.push({ ...inner, name: name + inner.name }),
      );
    } else {
      problems.push({ name, words: value.words });
      if (sent[name] === undefined && parameter.isFilled) {
        problems.push({ name, words: EMPTY.words });
      }
    }
  }
  return { problems, values: values as ParameterValues<Declared> };
}

function readParameter(parameter: Parameter<unknown>, raw: unknown): unknown {
  if (raw === undefined) {
    return parameter.isRequired ? MISSING : undefined;
  }
  const isEmpty = raw === null || raw === '';
  if (isEmpty && parameter.isFilled) {
    return EMPTY;
  }
  return isEmpty && !(raw === '' && parameter.takesEmpty)
    ? parameter.blank
    : parameter.coerce(raw);
}
