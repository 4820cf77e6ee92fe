import { normalizeRfc3339, resolveTimestamp } from './timestamps';

/**
 * One value of a SOPS file. Integers beyond ±2^53 are `bigint`; a timestamp is its RFC 3339 text.
 *
 * @public
 */
export type SopsScalar = string | number | bigint | boolean | null;

/** A value together with the text that SOPS hashes for it; `null` adds nothing to the hash. */
export interface Scalar {
  readonly value: SopsScalar;
  readonly text: string;
}

const WORDS = new Map<string, Scalar>();
for (const [value, text, words] of [
  [null, '', ['', '~', 'null', 'Null', 'NULL']],
  [true, 'True', ['true', 'True', 'TRUE']],
  [false, 'False', ['false', 'False', 'FALSE']],
  [NaN, 'NaN', ['.nan', '.NaN', '.NAN']],
  [Infinity, '+Inf', ['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF']],
  [-Infinity, '-Inf', ['-.inf', '-.Inf', '-.INF']],
] as const) {
  for (const word of words) WORDS.set(word, { value, text });
}

const INTEGER =
  /^([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

/**
 * Reads an unquoted YAML scalar as Go's YAML reader does, because the MAC was computed over what that reader saw:
 * `0777` is 511, `1_000` is 1000, a bare date is a timestamp. `undefined` for the one thing that SOPS refuses,
 * integers between 2^63 and 2^64.
 */
export function resolvePlainScalar(source: string): Scalar | undefined {
  const word = WORDS.get(source);
  if (word) return word;
  if (!/^[-+.0-9]/.test(source)) return { value: source, text: source };
  const timestamp = resolveTimestamp(source);
  if (timestamp) return { value: timestamp, text: timestamp };
  // Go drops underscores from everything but a number that starts with its decimal point.
  const plain = source.startsWith('.') ? source : source.replaceAll('_', '');
  const integer = parseInteger(plain);
  if (integer !== undefined) {
    if (integer > MAX_INT64 && integer <= MAX_UINT64 && plain[0] !== '+') {
      return undefined;
    }
    if (integer >= -MAX_INT64 - 1n && integer <= MAX_INT64) {
      return integerScalar(integer);
    }
  }
  return parseFloatText(plain) ?? { value: source, text: source };
}

/** Reads the text of a decrypted value by its type tag; `undefined` if SOPS would not have written it so. */
export function readTypedScalar(
  type: string,
  text: string,
): Scalar | undefined {
  switch (type) {
    case 'str':
      return { value: text, text };
    case 'int': {
      if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
      const integer = BigInt(text.replace(/^\+/, ''));
      const fits = integer >= -MAX_INT64 - 1n && integer <= MAX_INT64;
      return fits ? integerScalar(integer) : undefined;
    }
    case 'float':
      if (text === 'NaN') return WORDS.get('.nan');
      if (text === '+Inf' || text === '-Inf') {
        return WORDS.get(`${text[0]}.inf`);
      }
      return parseFloatText(text);
    case 'bool':
      return text === 'True' || text === 'False' ? WORDS.get(text) : undefined;
    case 'time': {
      const time = normalizeRfc3339(text);
      return time === undefined ? undefined : { value: time, text: time };
    }
    default:
      return undefined;
  }
}

/** The shortest decimal text of a number, without an exponent: Go's `FormatFloat(f, 'f', -1, 64)`. */
export function formatFloat(value: number): string {
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa, power] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const point = Number(power) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, '0')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Reads a decimal number as a float, even where it looks like an integer. */
export function parseFloatText(text: string): Scalar | undefined {
  if (!FLOAT.test(text)) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  return { value, text: formatFloat(value) };
}

function parseInteger(plain: string): bigint | undefined {
  const match = INTEGER.exec(plain);
  if (!match) return undefined;
  const [, sign, digits] = match;
  const octal = /^0[0-7]+$/.test(digits);
  const magnitude = BigInt(octal ? `0o${digits.slice(1)}` : digits);
  return sign === '-' ? -magnitude : magnitude;
}

function integerScalar(integer: bigint): Scalar {
  const number = Number(integer);
  const value = Number.isSafeInteger(number) ? number : integer;
  return { value, text: String(integer) };
}
