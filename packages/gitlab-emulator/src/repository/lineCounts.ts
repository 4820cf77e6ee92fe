import { Commit, Repository } from './Repository';
import { changedPaths } from './mergeTrees';

/** How many lines a commit added and removed, compared with its first parent. */
export function lineCounts(repository: Repository, commit: Commit) {
  const [parentId] = commit.parentIds;
  const before = parentId ? repository.commit(parentId).files : new Map();
  const counts = { additions: 0, deletions: 0, total: 0 };
  for (const path of changedPaths(before, commit.files)) {
    const old = linesOf(repository, before.get(path));
    const current = linesOf(repository, commit.files.get(path));
    const kept = commonLineCount(old, current);
    counts.additions += current.length - kept;
    counts.deletions += old.length - kept;
  }
  counts.total = counts.additions + counts.deletions;
  return counts;
}

function linesOf(repository: Repository, id: string | undefined): string[] {
  const text = id ? repository.content(id).toString('utf8') : '';
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** The length of the longest common subsequence of lines. */
function commonLineCount(one: string[], other: string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const line of one) {
    const next = [0];
    for (const [index, otherLine] of other.entries()) {
      next.push(
        line === otherLine
          ? row[index] + 1
          : Math.max(row[index + 1], next[index]),
      );
    }
    row = next;
  }
  return row[other.length];
}
