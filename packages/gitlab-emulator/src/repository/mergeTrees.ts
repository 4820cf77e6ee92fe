import { Tree } from './Repository';

/** The paths whose contents differ. */
export function changedPaths(before: Tree, after: Tree): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter(path => before.get(path) !== after.get(path)).sort();
}

/** What both made of their common ancestor; null if both changed one file and not to the same content. */
export function mergeTrees(
  base: Tree,
  target: Tree,
  source: Tree,
): Tree | null {
  const merged = new Map(target);
  for (const path of changedPaths(base, source)) {
    const wanted = source.get(path);
    const isConflict =
      target.get(path) !== base.get(path) && target.get(path) !== wanted;
    if (isConflict) {
      return null;
    }
    if (wanted === undefined) {
      merged.delete(path);
    } else {
      merged.set(path, wanted);
    }
  }
  return merged;
}
