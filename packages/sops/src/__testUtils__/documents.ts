import fc from 'fast-check';
import { stringify } from 'yaml';
import type { CreationRule } from '../__fixtures__/realSops';

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    ...['', '~', 'null', 'true', 'yes', '0777', '1_000', '0x1F', '1e3', '.5'],
    ...['.inf', '2024-01-02', '2024-1-2 3:4:5.60', '<<', 'ENC[x]', '# no'],
    ...['- a', ': ', 'a: b', 'multi\nline\n', '\n', '  lead', 'tail ', '\ttab'],
    ...['é€😀', 'a\r\nb', '*a', '&a', '!t', '%', '`', "'", '"', '|', '1:30'],
  ),
);
const scalar = fc.oneof(
  text,
  fc.integer(),
  // Written without a point, these are integers that sops refuses to encrypt.
  fc
    .double({ noDefaultInfinity: true, noNaN: true })
    .filter(number => number < 2 ** 63 || number >= 2 ** 64),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.date({
    noInvalidDate: true,
    min: new Date('1000-01-01'),
    max: new Date('9999-12-31'),
  }),
);
/** Keys that some rule of {@link ruleOnKeys} matches, and others. */
export const word = fc.constantFrom(
  ...['token', 'host', 'a_unencrypted', 'b_secret', 'a:b', 'y'],
);
export const anyKey = fc.oneof(
  word,
  fc
    .string({ minLength: 1, maxLength: 6 })
    .filter(name => !['__proto__', 'sops'].includes(name)),
);

/** Data that SOPS can encrypt. */
export function documentOf(key: fc.Arbitrary<string>) {
  const { node } = fc.letrec<{ node: unknown }>(tie => ({
    node: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(key, tie('node'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  return fc.dictionary(key, node, {
    minKeys: 1,
    maxKeys: 5,
    noNullPrototype: true,
  });
}

export const ruleOnKeys = fc.constantFrom<CreationRule>(
  {},
  { encrypted_regex: '^(token|host)$' },
  { encrypted_regex: '(?i)^TOKEN' },
  { encrypted_regex: '[[:alpha:]]{3,}$', mac_only_encrypted: true },
  { encrypted_regex: '^matches nothing$' },
  { unencrypted_regex: '^host$' },
  { encrypted_suffix: '_secret' },
  { unencrypted_suffix: '_unencrypted' },
);
export const ruleOnComments = fc.constantFrom<CreationRule>(
  { encrypted_comment_regex: 'encrypt' },
  { unencrypted_comment_regex: 'leave' },
);

/** YAML that Go reads as the same data. */
export function toYaml(data: object): string {
  return stringify(data, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    // Go takes `0_` and the like for numbers, and sops encrypts no map with such a key.
    defaultKeyType: 'QUOTE_DOUBLE',
  });
}
