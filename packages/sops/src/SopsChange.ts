import { formatKeyPath, type KeyPath } from './keyPath';
import { SopsError } from './SopsError';
import { METADATA_KEY, type SopsValue } from './tree';

/**
 * One change of the first document of a file: a value set, whether or not there is one already, or taken out. Numbers
 * in the path count the items of a list as they are in the data, without comments.
 *
 * @public
 */
export type SopsChange =
  | { readonly set: KeyPath; readonly to: string }
  | { readonly remove: KeyPath };

export function targetOf(change: SopsChange): KeyPath {
  return 'set' in change ? change.set : change.remove;
}

/**
 * Refuses what must not be written at all, whatever the file.
 *
 * @throws SopsError `VALUE_INVALID`, `TARGET_NOT_FOUND`
 */
export function checkChange(change: SopsChange) {
  const target = targetOf(change);
  const first = target[0];
  if (typeof first !== 'string' || first === METADATA_KEY) {
    throw notFound(target, 'is no place for a value');
  }
  if (!('set' in change)) return;
  const path = formatKeyPath(target);
  const { to } = change;
  if (typeof to !== 'string' || to === '') {
    throw new SopsError('VALUE_INVALID', {
      what: `the new value for ${path} is empty or not a text.`,
      remedy: 'To take a value out, remove it.',
      path,
    });
  }
  if (/[\p{Cc}\p{Cs}]/u.test(to)) {
    throw new SopsError('VALUE_INVALID', {
      what: `the new value for ${path} holds a control character, such as a line break, or is not valid Unicode.`,
      remedy: 'Give the value alone, without what surrounds it.',
      path,
    });
  }
}

/** The data as it must be after a change that was found possible. */
export function changedData(
  data: SopsValue,
  change: SopsChange,
  depth = 0,
): SopsValue {
  const path = targetOf(change);
  const key = path[depth];
  if (Array.isArray(data)) {
    return data.map((item, index) =>
      index === key ? changedData(item, change, depth + 1) : item,
    );
  }
  if (depth === path.length) return 'set' in change ? change.to : data;
  const map = typeof data === 'object' && data !== null ? { ...data } : {};
  if (depth === path.length - 1 && !('set' in change)) {
    delete map[key];
  } else {
    map[key] = changedData(map[key] ?? null, change, depth + 1);
  }
  return map;
}

export function notFound(keys: KeyPath, problem: string): SopsError {
  const path = formatKeyPath(keys);
  return new SopsError('TARGET_NOT_FOUND', {
    what: `${path || 'the top level'} ${problem}.`,
    remedy:
      'Look the value up in the data of the file as it is now, and name the keys and list positions that lead to it.',
    ...(path ? { path } : {}),
  });
}
