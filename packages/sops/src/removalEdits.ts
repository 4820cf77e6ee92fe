import { isMap, isSeq, type Pair, type YAMLMap } from 'yaml';
import { notFound } from './SopsChange';
import { notAValue, type Place } from './settingEdits';
import { columnOf, lineEnd, lineStart, type TextEdit } from './textEdit';
import {
  endOfPair,
  keyOf,
  pairOf,
  startOf,
  unsupportedForm,
} from './yamlPlaces';

/**
 * The edits that take a key and its value out.
 *
 * @throws SopsError `TARGET_NOT_FOUND`, `TARGET_NOT_A_VALUE`, `CHANGE_UNSUPPORTED`
 */
export function removalEdits({ text, target, steps }: Place): TextEdit[] {
  if (steps.length <= target.length) throw notFound(target, 'does not exist');
  const { node } = steps[steps.length - 1];
  const { node: map } = steps[steps.length - 2];
  if (isMap(node) || isSeq(node)) throw notAValue(target);
  const pair = pairOf(map, target.at(-1));
  if (!isMap(map) || !pair) throw unsupportedForm('the order of a list');
  if (map.items.length === 1) {
    const start = startOf(keyOf(pair));
    const end = endOfPair(text, pair);
    return [{ start, end, text: map.flow ? '' : '{}' }];
  }
  return [
    map.flow ? removeInBrackets(text, map, pair) : removeLines(text, map, pair),
  ];
}

function removeInBrackets(text: string, map: YAMLMap, pair: Pair): TextEdit {
  const index = map.items.indexOf(pair);
  const [start, end] =
    index === 0
      ? [startOf(keyOf(pair)), startOf(keyOf(map.items[1]))]
      : [endOfPair(text, map.items[index - 1]), endOfPair(text, pair)];
  return { start, end, text: '' };
}

/** Takes whole lines out; of the first key of a list item only what follows the dash. */
function removeLines(text: string, map: YAMLMap, pair: Pair): TextEdit {
  const start = startOf(keyOf(pair));
  const end = endOfPair(text, pair);
  const first = lineStart(text, start);
  if (/^\ufeff?[ ]*$/.test(text.slice(first, start))) {
    const isLineStart = text[end - 1] === '\n';
    return {
      start: start - columnOf(text, start),
      end: isLineStart ? end : lineEnd(text, end),
      text: '',
    };
  }
  const next = map.items[map.items.indexOf(pair) + 1];
  const follows = next ? startOf(keyOf(next)) : end;
  if (!next || /\S/.test(text.slice(end, follows))) {
    throw unsupportedForm('a comment or another sign beside the value');
  }
  return { start, end: follows, text: '' };
}
