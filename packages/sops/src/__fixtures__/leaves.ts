import type { KeyPath, SopsValue } from '..';

/** The ways to all single values in some data. */
export function leafPaths(data: SopsValue): (string | number)[][] {
  if (typeof data !== 'object' || data === null) return [[]];
  const entries = Array.isArray(data)
    ? [...data.entries()]
    : Object.entries(data);
  return entries.flatMap(([key, value]) =>
    leafPaths(value).map(path => [key, ...path]),
  );
}

/** What stands at a path. */
export function valueAt(data: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((value, key) => Object(value)[key], data);
}

/** A copy of some data with another value at a path. */
export function withValue<T>(data: T, path: KeyPath, value: unknown): T {
  const copy = structuredClone(data);
  Object(valueAt(copy, path.slice(0, -1)))[path.at(-1)!] = value;
  return copy;
}
