import { parse, stringify } from 'yaml';
import { errorOf } from './__fixtures__/example';
import { findRealSops } from './__fixtures__/realSops';
import { Selection } from './selection';

const RECIPIENT =
  'age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun';
const keys = [
  ...['token', 'TOKEN', 'tokens', 'the-token', 'a', 'b', 'ab', 'aab', 'aaa'],
  ...['a.b', 'a b', 'a\nb', 'b\n', '\tb', 'a1', '1a', 'a_b', 'a-b', 'key'],
  ...['é', 'É', 'é', 'ß', 'ſ', 'S', 's', '\u212a', 'K', 'k', 'Ω', 'α', '日本'],
  ...[
    '٣',
    '😀',
    '\u00a0',
    '\u200b',
    '[',
    '\\',
    '^',
    '$',
    '(?i)',
    'x'.repeat(99),
  ],
];
const patterns = [
  ...['^tok', '^token$', '(?i)TOKEN', 'to(?i)KEN', '[[:alpha:]]+$', '[^a]'],
  ...['^[[:^alpha:]]', '\\d', '\\w{3}', '\\W', '\\s', '\\bb', '\\x{1F600}'],
  ...['\\pL', '\\p{Greek}', '\\P{Latin}', '(?i)\\p{Lu}', 'a|b', 'a.b', '^.$'],
  ...['(?s)a.b', '(?m)^b$', '^b$', 'b\\z', '(?U)a+b', '\\Qa.b\\E', '(?P<n>a)'],
  ...['a{2,}', '.{30,}', '(?i)É', '(?i)ß', '(?i)s', '(?i)k', '[à-ÿ]', '\\141'],
];
const invalid = [
  ...['(?=a)', '(?!a)', '(?<=a)b', '(?<!a)b', '(a)\\1', '\\k<n>', '(?>a)'],
  ...['[', '(?i', '(', ')', '\\8', '\\Z', '\\h', 'a{1001}', 'a{2}{3}', 'a++'],
  ...['\\p{Nothing}', '[[:nothing:]]', '[b-a]', '*', '\\C', '\\X', '(?#a)'],
  ...['(?x)a b', '(?P=n)', '\\u0061', '\\R', 'a{1000}{1000}', 'a**'],
];

describe('regular expressions of rules', () => {
  it.each(invalid)('refuses %s, as RE2 does', async pattern => {
    const refusing = async () =>
      new Selection({ kind: 'encrypted_regex', pattern });
    expect((await errorOf(refusing())).code).toBe('UNSUPPORTED_RULE');
  });

  const sops = findRealSops();
  (sops ? describe : describe.skip)('and the sops program', () => {
    const clear = stringify(
      Object.fromEntries(keys.map(key => [key, 'value'])),
      { defaultKeyType: 'QUOTE_DOUBLE' },
    );
    /** The keys whose values sops encrypts. */
    const encryptedBySops = (pattern: string) => {
      const rule = { age: RECIPIENT, encrypted_regex: pattern };
      const values = parse(sops!.encrypt(clear, rule));
      return keys.filter(key => values[key] !== 'value');
    };

    it('agree on what an expression matches', () => {
      for (const pattern of patterns) {
        const selection = new Selection({ kind: 'encrypted_regex', pattern });
        expect({
          pattern,
          matches: keys.filter(key => selection.matchesKey(key)),
        }).toEqual({ pattern, matches: encryptedBySops(pattern) });
      }
    }, 120_000);

    it('agree on what is no expression: there it encrypts nothing', () => {
      for (const pattern of invalid.slice(0, 8)) {
        expect({ pattern, matches: encryptedBySops(pattern) }).toEqual({
          pattern,
          matches: [],
        });
      }
    }, 120_000);
  });
});
