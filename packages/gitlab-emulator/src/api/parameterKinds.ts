import { parseInstant } from './instants';
import { INVALID, NOT_ALLOWED, Parameter, Refusal } from './parameters';

export const text: Parameter<string> = {
  coerce: raw => (typeof raw === 'object' ? INVALID : String(raw)),
  blank: '',
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

/** The path of a file in a repository. */
export const filePath: Parameter<string> = {
  coerce: raw =>
    /(^|[/\\])\.\.?([/\\]|$)|^[/\\]|[/\\]$|\0/.test(String(raw))
      ? new Refusal('should be a valid file path')
      : String(raw),
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

/** Named values (`name[a]=`). */
export const record: Parameter<Readonly<Record<string, unknown>>> = {
  coerce: raw =>
    typeof raw === 'object' && !Array.isArray(raw) ? { ...raw } : INVALID,
};

/** A list of texts. */
export const texts: Parameter<readonly string[]> = {
  coerce: raw => (Array.isArray(raw) ? raw.map(String) : INVALID),
  blank: [],
};

/** A list of texts, all of which must be among these. */
export function textsOf(...allowed: string[]): Parameter<readonly string[]> {
  return {
    coerce: raw => (Array.isArray(raw) ? allowedTexts(raw, allowed) : INVALID),
    blank: [],
  };
}

/** A list of texts, which may also be sent as one text with commas. */
export const separatedTexts: Parameter<readonly string[]> = {
  coerce: raw => toTexts(Array.isArray(raw) ? raw : String(raw).split(',')),
  blank: [],
};

/** As `textsOf`, and it may also be sent as one text with commas. */
export function separatedTextsOf(
  ...allowed: string[]
): Parameter<readonly string[]> {
  return {
    coerce: raw =>
      allowedTexts(Array.isArray(raw) ? raw : String(raw).split(','), allowed),
    blank: [],
  };
}

function allowedTexts(raw: unknown[], allowed: readonly string[]) {
  const entries = toTexts(raw);
  return entries.every(entry => allowed.includes(entry))
    ? entries
    : NOT_ALLOWED;
}

function toTexts(raw: unknown[]): string[] {
  return raw.map(entry => String(entry).trim()).filter(Boolean);
}

export function oneOf<Value extends string | number>(
  ...values: Value[]
): Parameter<Value> {
  return {
    coerce: raw =>
      values.find(value => String(value) === String(raw)) ?? NOT_ALLOWED,
    takesEmpty: true,
  };
}
