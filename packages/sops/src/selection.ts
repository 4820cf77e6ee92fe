import { RE2JS } from 're2js';
import {
  invalidMetadata,
  readString,
  type MetadataFields,
} from './metadataFields';
import { SopsError } from './SopsError';

/**
 * The six ways in which a file says what is encrypted, by SOPS's names.
 *
 * @public
 */
export type SelectionRuleKind =
  | 'unencrypted_suffix'
  | 'encrypted_suffix'
  | 'unencrypted_regex'
  | 'encrypted_regex'
  | 'unencrypted_comment_regex'
  | 'encrypted_comment_regex';

/**
 * Which values of a file are encrypted. A rule that matches one key applies to everything below that key.
 *
 * @public
 */
export interface SelectionRule {
  readonly kind: SelectionRuleKind;
  /** A suffix, or a regular expression in RE2's syntax that is searched for. */
  readonly pattern: string;
}

const KINDS: readonly SelectionRuleKind[] = [
  'unencrypted_suffix',
  'encrypted_suffix',
  'unencrypted_regex',
  'encrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
];
const DEFAULT_RULE: SelectionRule = {
  kind: 'unencrypted_suffix',
  pattern: '_unencrypted',
};
const MAX_PATTERN_LENGTH = 1000;
/** Characters times the size of the compiled expression: a few seconds; an ordinary file takes a thousandth of it. */
const MAX_STEPS = 100_000_000;

/** @throws SopsError `METADATA_INVALID` if there are several rules, or an empty one */
export function readRule(fields: MetadataFields): SelectionRule {
  const kinds = KINDS.filter(kind => fields.has(kind));
  if (kinds.length > 1) throw invalidMetadata('has more than one rule');
  if (kinds.length === 0) return DEFAULT_RULE;
  const pattern = readString(fields, kinds[0]);
  if (!pattern) throw invalidMetadata(`has an empty \`${kinds[0]}\``);
  return { kind: kinds[0], pattern };
}

/** A rule that is ready to use. */
export class Selection {
  readonly readsComments: boolean;
  readonly #matches: (text: string) => boolean;
  readonly #encryptsMatches: boolean;
  readonly #known = new Map<string, boolean>();

  /** @throws SopsError `UNSUPPORTED_RULE` if the regular expression is invalid; SOPS would take it to match nothing */
  constructor(rule: SelectionRule) {
    this.readsComments = rule.kind.endsWith('_comment_regex');
    this.#encryptsMatches = rule.kind.startsWith('encrypted_');
    this.#matches = matcher(rule);
  }

  /** Whether the rule matches a key of a map. */
  matchesKey(key: string): boolean {
    if (this.readsComments) return false;
    let matches = this.#known.get(key);
    if (matches === undefined) {
      matches = this.#matches(key);
      this.#known.set(key, matches);
    }
    return matches;
  }

  /** Whether the rule matches the text after a comment's `#`. */
  matchesComment(text: string): boolean {
    return this.readsComments && this.#matches(text);
  }

  /** Whether a value is encrypted, given that the rule matched something on the way to it, or nothing. */
  encrypts(isMatched: boolean): boolean {
    return isMatched === this.#encryptsMatches;
  }
}

function matcher(rule: SelectionRule): (text: string) => boolean {
  const { kind, pattern } = rule;
  if (kind.endsWith('_suffix')) return text => text.endsWith(pattern);
  const regex = compile(rule);
  let steps = 0;
  return text => {
    // Linear time is still long for a large expression and a large file.
    steps += text.length * regex.programSize();
    if (steps > MAX_STEPS) throw tooExpensive(rule);
    return regex.matcher(text).find();
  };
}

function compile({ kind, pattern }: SelectionRule): RE2JS {
  try {
    if (pattern.length > MAX_PATTERN_LENGTH) throw new RangeError('too long');
    return RE2JS.compile(pattern);
  } catch {
    throw new SopsError('UNSUPPORTED_RULE', {
      what: `the regular expression of \`${kind}\` is invalid or longer than ${MAX_PATTERN_LENGTH} characters.`,
      remedy:
        'Mend it in .sops.yaml and encrypt the file again: sops takes an invalid expression to match nothing, without a word.',
    });
  }
}

function tooExpensive({ kind }: SelectionRule): SopsError {
  return new SopsError('UNSUPPORTED_RULE', {
    what: `the regular expression of \`${kind}\` takes too long to match in a file of this size.`,
    remedy:
      'Use one without large repetitions in .sops.yaml, and encrypt the file again.',
  });
}
