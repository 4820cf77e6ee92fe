import fc from 'fast-check';
import { formatFloat, readTypedScalar, resolvePlainScalar } from './scalars';

const text = (source: string) => resolvePlainScalar(source)?.text;
const value = (source: string) => resolvePlainScalar(source)?.value;

describe('an unquoted value is read as Go reads it', () => {
  it.each([
    ['0777', 511, '511'],
    ['0o17', 15, '15'],
    ['0x1F', 31, '31'],
    ['-0b11', -3, '-3'],
    ['1_000', 1000, '1000'],
    ['+5', 5, '5'],
    ['-0', 0, '0'],
    ['0888', 888, '888'],
    ['9007199254740993', 9007199254740993n, '9007199254740993'],
    ['-9223372036854775808', -9223372036854775808n, '-9223372036854775808'],
    ['99999999999999999999', 1e20, '100000000000000000000'],
    ['1.', 1, '1'],
    ['.5', 0.5, '0.5'],
    ['-1.50', -1.5, '-1.5'],
    ['1e21', 1e21, '1000000000000000000000'],
    ['1.5e-07', 1.5e-7, '0.00000015'],
    ['-0.0', -0, '-0'],
    ['.inf', Infinity, '+Inf'],
    ['-.INF', -Infinity, '-Inf'],
    ['.NaN', NaN, 'NaN'],
    ['TRUE', true, 'True'],
    ['false', false, 'False'],
    ['2024-01-02', '2024-01-02T00:00:00Z', '2024-01-02T00:00:00Z'],
    ['2024-1-2 3:4:5.60', '2024-01-02T03:04:05.6Z', '2024-01-02T03:04:05.6Z'],
    [
      '2024-02-29T01:02:03+00:00',
      '2024-02-29T01:02:03Z',
      '2024-02-29T01:02:03Z',
    ],
    [
      '2024-01-02t01:02:03-05:30',
      '2024-01-02T01:02:03-05:30',
      '2024-01-02T01:02:03-05:30',
    ],
  ])('%s', (source, expected, hashed) => {
    expect(value(source)).toBe(expected);
    expect(text(source)).toBe(hashed);
  });

  it.each([
    ...[
      'yes',
      'on',
      'n',
      'hello',
      '0x',
      '0b2',
      '_1',
      '.',
      '.5_0',
      '1e',
      '1:30',
    ],
    ...['2023-02-29', '2024-13-01', '2024-01-02T03:04:05', '24-01-02', '1e999'],
    ...['-', '+', 'NULL ', 'inf', '0x1p-2', '127.0.0.1', '3.12.2', '1-2'],
  ])('%s is a text', source => {
    expect(value(source)).toBe(source);
    expect(text(source)).toBe(source);
  });

  it('null is null, and integers beyond Go are refused', () => {
    for (const source of ['', '~', 'null', 'Null', 'NULL']) {
      expect(value(source)).toBeNull();
    }
    expect(resolvePlainScalar('9223372036854775808')).toBeUndefined();
    expect(resolvePlainScalar('18446744073709551615')).toBeUndefined();
  });
});

describe('a decrypted value is read by its type', () => {
  it.each([
    ['str', '12', '12'],
    ['int', '-12', -12],
    ['int', '9007199254740993', 9007199254740993n],
    ['float', '1000000000000000000000', 1e21],
    ['float', '-Inf', -Infinity],
    ['bool', 'True', true],
    ['bool', 'False', false],
    ['time', '2024-01-02T03:04:05.6Z', '2024-01-02T03:04:05.6Z'],
  ])('%s %s', (type, source, expected) => {
    expect(readTypedScalar(type, source)).toEqual({
      value: expected,
      text: source,
    });
  });

  it.each([
    ['int', '1.5'],
    ['int', '9223372036854775808'],
    ['int', ''],
    ['float', '0x10'],
    ['float', '1e999'],
    ['bool', 'yes'],
    ['time', '2024-01-02'],
    ['bytes', 'x'],
    ['comment', 'x'],
  ])('%s %s is refused', (type, source) => {
    expect(readTypedScalar(type, source)).toBeUndefined();
  });
});

it('a float has the shortest text without an exponent that gives it back', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), number => {
      const decimal = formatFloat(number);
      expect(decimal).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
      expect(Number(decimal)).toBe(number);
    }),
  );
});
