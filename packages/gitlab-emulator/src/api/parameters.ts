import { invalidParameters } from './errors';

const INVALID = Symbol('invalid');

/** How one parameter is read from the text or JSON that was sent. */
export interface Parameter<Value> {
  readonly coerce: (raw: unknown) => Value | typeof INVALID;
  readonly values?: readonly Value[];
  readonly excepted?: readonly Value[];
  readonly isRequired?: boolean;
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

export const text: Parameter<string> = {
  coerce: raw => (typeof raw === 'object' ? INVALID : String(raw)),
};

export const integer: Parameter<number> = {
  coerce: raw =>
    /^[+-]?\d+$/.test(String(raw)) && typeof raw !== 'object'
      ? Number(raw)
      : INVALID,
};

export const flag: Parameter<boolean> = {
  coerce: raw => {
    const word = String(raw).toLowerCase();
    if (['true', 't', '1', 'on', 'yes', 'y'].includes(word)) {
      return true;
    }
    return ['false', 'f', '0', 'off', 'no', 'n'].includes(word)
      ? false
      : INVALID;
  },
};

/** A calendar date, as `YYYY-MM-DD`. */
export const date: Parameter<string> = {
  coerce: raw => {
    const instant = parseInstant(raw);
    return instant ? instant.toISOString().slice(0, 10) : INVALID;
  },
};

/** A moment, as an ISO 8601 timestamp in UTC; a date means its midnight. */
export const dateTime: Parameter<string> = {
  coerce: raw => parseInstant(raw)?.toISOString() ?? INVALID,
};

/** A list of numbers: repeated (`name[]=`), or separated by commas. */
export const integers: Parameter<readonly number[]> = {
  coerce: raw => {
    const entries = (Array.isArray(raw) ? raw : String(raw).split(',')).map(
      entry => integer.coerce(entry),
    );
    return entries.every(entry => typeof entry === 'number')
      ? entries
      : INVALID;
  },
};

export function oneOf<Value extends string | number>(
  ...values: Value[]
): Parameter<Value> {
  return {
    coerce: raw =>
      values.find(value => String(value) === String(raw)) ?? (raw as Value),
    values,
  };
}

export function required<Value>(
  parameter: Parameter<Value>,
): Parameter<Value> & { isRequired: true } {
  return { ...parameter, isRequired: true };
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
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, parameter] of Object.entries(declared)) {
    const raw = sent[name];
    const isEmpty = raw === undefined || raw === null || raw === '';
    if (isEmpty && raw === undefined && parameter.isRequired) {
      problems.push(`${name} is missing`);
    }
    const value = isEmpty && !parameter.values ? undefined : raw;
    const problem = value === undefined ? null : problemOf(parameter, value);
    if (problem) {
      problems.push(`${name} ${problem}`);
    } else if (value !== undefined) {
      values[name] = parameter.coerce(value);
    }
  }
  if (problems.length > 0) {
    throw invalidParameters(problems);
  }
  return values as ParameterValues<Declared>;
}

function problemOf(parameter: Parameter<unknown>, raw: unknown): string | null {
  const value = parameter.coerce(raw);
  if (value === INVALID) {
    return 'is invalid';
  }
  if (parameter.values && !parameter.values.includes(value)) {
    return 'does not have a valid value';
  }
  return parameter.excepted?.includes(value) ? 'has a value not allowed' : null;
}

function parseInstant(raw: unknown): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.+))?$/.exec(String(raw));
  if (!match) {
    return null;
  }
  const [, year, month, day, time] = match;
  const midnight = new Date(Date.UTC(+year, +month - 1, +day));
  if (midnight.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) {
    return null;
  }
  const zone = time && !/(?:Z|UTC|[+-]\d{2}:?\d{2})$/i.test(time) ? 'Z' : '';
  const instant = time
    ? new Date(
        `${year}-${month}-${day}T${time.trim().replace(/ ?UTC$/i, 'Z')}${zone}`,
      )
    : midnight;
  return Number.isNaN(instant.getTime()) ? null : instant;
}
