import { isUtf8 } from 'node:buffer';
import type { KeyObject } from 'node:crypto';
import type { Scalar as YamlScalar } from 'yaml';
import { decrypt, looksEncrypted, parseCiphertext } from './ciphertext';
import { formatKeyPath, type KeyPath } from './keyPath';
import {
  parseFloatText,
  readTypedScalar,
  resolvePlainScalar,
  type Scalar,
} from './scalars';
import { SopsError, type SopsErrorCode } from './SopsError';

/** Where a value stands, and what follows from that. */
export interface LeafContext {
  readonly path: KeyPath;
  /** The keys on the way, each followed by a colon: what binds a ciphertext to its place. */
  readonly additionalData: string;
  readonly isEncrypted: boolean;
  readonly isListItem: boolean;
}

/**
 * The value, or `undefined` for an encrypted comment, which SOPS stores as a list item. Without a data key only the form
 * of an encrypted value is checked, and the value is null.
 *
 * @throws SopsError `UNSUPPORTED_YAML`, `VALUE_IN_CLEAR`, `VALUE_MALFORMED`, `VALUE_NOT_AUTHENTIC`
 */
export function readLeaf(
  node: YamlScalar,
  context: LeafContext,
  dataKey: KeyObject | undefined,
): Scalar | undefined {
  const scalar = readClear(node, context);
  const { value } = scalar;
  if (!context.isEncrypted || value === null || value === '') return scalar;
  if (typeof value !== 'string' || !looksEncrypted(value)) {
    throw failure('VALUE_IN_CLEAR', context.path);
  }
  return readEncrypted(value, context, dataKey);
}

function readEncrypted(
  text: string,
  { path, additionalData, isListItem }: LeafContext,
  dataKey: KeyObject | undefined,
): Scalar | undefined {
  const ciphertext = parseCiphertext(text);
  if (!ciphertext) throw failure('VALUE_MALFORMED', path);
  if (!dataKey) return { value: null, text: '' };
  const plaintext = decrypt(ciphertext, dataKey, additionalData);
  if (!plaintext) throw failure('VALUE_NOT_AUTHENTIC', path);
  if (ciphertext.type === 'comment' && isListItem) return undefined;
  const scalar = isUtf8(plaintext)
    ? readTypedScalar(ciphertext.type, plaintext.toString('utf8'))
    : undefined;
  if (!scalar) throw failure('VALUE_MALFORMED', path);
  return scalar;
}

function readClear(node: YamlScalar, { path }: LeafContext): Scalar {
  const text = String(node.value ?? '');
  // Half a surrogate pair can only come from an escape, and only here are there escapes.
  if (node.type === 'QUOTE_DOUBLE' && /\p{Surrogate}/u.test(text)) {
    throw failure('UNSUPPORTED_YAML', path);
  }
  const scalar = readClearScalar(node, text);
  if (!scalar) throw failure('UNSUPPORTED_YAML', path);
  return scalar;
}

function readClearScalar(node: YamlScalar, text: string): Scalar | undefined {
  if (node.tag === 'tag:yaml.org,2002:float') return parseFloatText(text);
  if (node.tag || node.type !== 'PLAIN') return { value: text, text };
  return text === '<<' ? undefined : resolvePlainScalar(text);
}

const FAILURES = {
  UNSUPPORTED_YAML: {
    what: 'is written in a form that YAML readers understand differently.',
    remedy: 'Quote it, or change it with `sops edit`.',
  },
  VALUE_IN_CLEAR: {
    what: 'is not encrypted, although the rule of the file wants it encrypted.',
    remedy:
      'If it is a credential, treat it as leaked and replace it; then enter the new one with `sops edit`.',
  },
  VALUE_MALFORMED: {
    what: 'is damaged: it is not what sops writes.',
    remedy: 'Restore the file from version control.',
  },
  VALUE_NOT_AUTHENTIC: {
    what: 'was changed, or was moved or copied from another key or another file.',
    remedy:
      'Restore the file from version control, and repeat wanted changes with `sops edit`.',
  },
} satisfies { [code in SopsErrorCode]?: { what: string; remedy: string } };

function failure(code: keyof typeof FAILURES, keys: KeyPath): SopsError {
  const path = formatKeyPath(keys);
  const { what, remedy } = FAILURES[code];
  return new SopsError(code, {
    what: `the value at ${path} ${what}`,
    remedy,
    path,
  });
}
