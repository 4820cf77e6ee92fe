import type { KeyObject } from 'node:crypto';
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { encryptText } from './ciphertext';
import { formatKeyPath, type KeyPath } from './keyPath';
import { bracketedPairs, insertPairsBehind, type NewPairs } from './newPairs';
import type { Selection } from './selection';
import { notFound } from './SopsChange';
import { SopsError } from './SopsError';
import { columnOf, type TextEdit } from './textEdit';
import type { Frame, Step } from './trail';
import { METADATA_KEY } from './tree';
import {
  colonEnd,
  endOfPair,
  isEmptyNode,
  isInBrackets,
  isNullNode,
  keyOf,
  pairOf,
  rangeOf,
  replaceScalar,
  startOf,
  unsupportedForm,
} from './yamlPlaces';

/** Where in a text a value is to be changed. */
export interface Place {
  readonly text: string;
  readonly target: KeyPath;
  /** The nodes from the root to the target, as far as they exist. */
  readonly steps: readonly Step[];
  /** By how many columns the file indents. */
  readonly indent: number;
}

/**
 * The edits that set a value: in its place, or behind the last key of the map that it belongs to.
 *
 * @throws SopsError `VALUE_WOULD_BE_CLEAR`, `TARGET_NOT_FOUND`, `TARGET_NOT_A_VALUE`, `CHANGE_UNSUPPORTED`
 */
export function settingEdits(
  place: Place,
  to: string,
  { selection, dataKey }: { selection: Selection; dataKey: KeyObject },
): TextEdit[] {
  const { target, steps } = place;
  const { node, frame } = steps[steps.length - 1];
  const missing = target.slice(steps.length - 1);
  const names = missing.filter(key => typeof key === 'string');
  if (names.length < missing.length) {
    throw notFound(target, 'does not exist, and list items are not added here');
  }
  const { isMatched, additionalData } = frameBelow(frame, names, selection);
  if (!selection.encrypts(isMatched)) throw wouldBeClear(target);
  const ciphertext = encryptText(to, dataKey, additionalData);
  if (names.length === 0) return replaceValue(place, ciphertext);
  if (isMap(node)) return addToMap(place, node, { names, ciphertext });
  if (isNullNode(node)) return addBelowNull(place, { names, ciphertext });
  throw notFound(target, 'does not exist, and its way leads through a value');
}

function frameBelow(
  { additionalData, isMatched }: Frame,
  names: readonly string[],
  selection: Selection,
) {
  return {
    additionalData: additionalData + names.map(name => `${name}:`).join(''),
    isMatched: isMatched || names.some(name => selection.matchesKey(name)),
  };
}

function replaceValue(
  { text, target, steps }: Place,
  ciphertext: string,
): TextEdit[] {
  const { node } = steps[steps.length - 1];
  if (isMap(node) || isSeq(node)) throw notAValue(target);
  const parent = steps[steps.length - 2].node;
  const inBrackets = isInBrackets(parent);
  if (isScalar(node) && !isEmptyNode(node)) {
    return [replaceScalar(text, node, { by: ciphertext, inBrackets })];
  }
  const value = inBrackets ? `"${ciphertext}"` : ciphertext;
  return [fillPair(text, pairOf(parent, target.at(-1)), value)];
}

/** Puts a value where a key has none. */
function fillPair(
  text: string,
  pair: ReturnType<typeof pairOf>,
  value: string,
) {
  if (!pair) throw unsupportedForm('an empty list item');
  const at = colonEnd(text, pair);
  const inserted = text[at - 1] === ':' ? ` ${value}` : `: ${value}`;
  return { start: at, end: at, text: inserted };
}

function addToMap(
  { text, steps, indent }: Place,
  map: YAMLMap,
  pairs: NewPairs,
): TextEdit[] {
  const isRoot = steps.length === 1;
  const last = map.items
    .filter(pair => !isRoot || keyOf(pair).value !== METADATA_KEY)
    .at(-1);
  if (map.flow) {
    if (!last)
      return [{ ...rangeOf(map), text: `{ ${bracketedPairs(pairs)} }` }];
    const at = endOfPair(text, last);
    return [{ start: at, end: at, text: `, ${bracketedPairs(pairs)}` }];
  }
  const first = startOf(keyOf(map.items[0]));
  const column = columnOf(text, first);
  // Without any other key there is only the sops section: the new one goes above it.
  const end = last ? endOfPair(text, last) : first - column;
  return [insertPairsBehind(text, end, { ...pairs, column, indent })];
}

/** Makes a map of a null on the way to the value. */
function addBelowNull(
  { text, target, steps, indent }: Place,
  pairs: NewPairs,
): TextEdit[] {
  const { node } = steps[steps.length - 1];
  const parent = steps[steps.length - 2].node;
  const pair = pairOf(parent, target[steps.length - 2]);
  if (!pair) throw unsupportedForm('an empty list item');
  if (isInBrackets(parent)) {
    const value = `{ ${bracketedPairs(pairs)} }`;
    return isEmptyNode(node)
      ? [fillPair(text, pair, value)]
      : [{ ...rangeOf(node), text: value }];
  }
  const column = columnOf(text, startOf(keyOf(pair))) + indent;
  const end = endOfPair(text, pair);
  const lines = insertPairsBehind(text, end, { ...pairs, column, indent });
  if (isEmptyNode(node)) return [lines];
  return [{ start: colonEnd(text, pair), end, text: '' }, lines];
}

function wouldBeClear(target: KeyPath): SopsError {
  const path = formatKeyPath(target);
  return new SopsError('VALUE_WOULD_BE_CLEAR', {
    what: `the rule of the file leaves ${path} in clear, so the new value would be readable for everybody. Nothing was written.`,
    remedy:
      'Let the rule in .sops.yaml match this key, and encrypt the file again with sops.',
    path,
  });
}

export function notAValue(target: KeyPath): SopsError {
  const path = formatKeyPath(target);
  return new SopsError('TARGET_NOT_A_VALUE', {
    what: `${path} is a list or a map, and only single values are changed here.`,
    remedy: 'Name the keys that lead to one value.',
    path,
  });
}
