import { isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import { resolvePlainScalar } from './scalars';
import { SopsError } from './SopsError';
import type { TextEdit } from './textEdit';

/** Offsets of a node's source; both are the same where nothing is written. */
export function rangeOf(node: unknown): { start: number; end: number } {
  const { range } = Object(node) as { range?: [number, number, number] };
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

export function startOf(node: unknown): number {
  return rangeOf(node).start;
}

/** Whether nothing stands where a value could: `key:`. */
export function isEmptyNode(node: unknown): boolean {
  const { start, end } = rangeOf(node);
  return start === end;
}

/** Whether a node is null, written out or not. */
export function isNullNode(node: unknown): boolean {
  if (isEmptyNode(node)) return true;
  return (
    isScalar(node) &&
    node.type === 'PLAIN' &&
    resolvePlainScalar(String(node.value))?.value === null
  );
}

/** Whether a list or a map is written in brackets. */
export function isInBrackets(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

/** The key of a pair, which the reading has made sure is a text. */
export function keyOf(pair: Pair): Scalar<string> {
  return pair.key as Scalar<string>;
}

/** The pair of a key, if a node is a map. */
export function pairOf(node: unknown, key: unknown): Pair | undefined {
  return isMap(node)
    ? node.items.find(pair => keyOf(pair).value === key)
    : undefined;
}

/** The offset behind the colon of a pair, or behind its key where there is no colon, as in `{ key }`. */
export function colonEnd(text: string, pair: Pair): number {
  const { end } = rangeOf(pair.key);
  const colon = /^[ \t]*:/.exec(text.slice(end, end + 100));
  return colon ? end + colon[0].length : end;
}

/** The offset behind the last sign of a pair, without the comment and the line break that follow. */
export function endOfPair(text: string, pair: Pair): number {
  return isEmptyNode(pair.value)
    ? colonEnd(text, pair)
    : endOfNode(text, pair.value);
}

function endOfNode(text: string, node: unknown): number {
  if (isMap(node) && !node.flow && node.items.length > 0) {
    return endOfPair(text, node.items[node.items.length - 1]);
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) {
    return endOfNode(text, node.items[node.items.length - 1]);
  }
  return rangeOf(node).end;
}

/**
 * Puts another text in place of a value, in the same quotes. In brackets a ciphertext needs quotes, because it holds
 * commas itself.
 *
 * @throws SopsError `CHANGE_UNSUPPORTED` for block scalars and tags
 */
export function replaceScalar(
  text: string,
  node: Scalar,
  { by, inBrackets }: { by: string; inBrackets: boolean },
): TextEdit {
  if (node.type?.startsWith('BLOCK') || node.tag) {
    throw unsupportedForm('a value that is written as a block or with a tag');
  }
  const range = rangeOf(node);
  // SOPS has to quote an empty text, and leaves the quotes out as soon as there is a value.
  const isQuoted = node.type?.startsWith('QUOTE') && node.value !== '';
  const bare = inBrackets ? '"' : '';
  const quote = isQuoted ? text[range.start] : bare;
  return { ...range, text: `${quote}${by}${quote}` };
}

export function unsupportedForm(what: string): SopsError {
  return new SopsError('CHANGE_UNSUPPORTED', {
    what: `this change would touch ${what}, which is not done here. Nothing was written.`,
    remedy: 'Make it with `sops edit`.',
  });
}
