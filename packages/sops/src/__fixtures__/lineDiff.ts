/** What `diff` would say: the lines that are only in one of two texts, in order. */
export function lineDiff(before: string, after: string) {
  const old = before.split('\n');
  const now = after.split('\n');
  const common = commonLengths(old, now);
  const removed: string[] = [];
  const added: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i += 1;
      j += 1;
    } else if (
      j === now.length ||
      (i < old.length && common[i + 1][j] >= common[i][j + 1])
    ) {
      removed.push(old[i]);
      i += 1;
    } else {
      added.push(now[j]);
      j += 1;
    }
  }
  return { removed, added };
}

/** At [i][j]: how many lines the longest common sequence of the two rests has. */
function commonLengths(old: string[], now: string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i][j] =
        old[i] === now[j]
          ? lengths[i + 1][j + 1] + 1
          : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}
