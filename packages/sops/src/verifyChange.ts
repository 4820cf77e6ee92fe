import { isDeepStrictEqual } from 'node:util';
import { formatKeyPath } from './keyPath';
import { isEncryptedAt, type OpenedSops } from './OpenedSops';
import { changedData, targetOf, type SopsChange } from './SopsChange';
import { SopsError } from './SopsError';

/**
 * Compares a changed file, which is verified already, with the file before: every other value, every other line and
 * the metadata must be as they were.
 *
 * @throws SopsError `CHANGE_NOT_VERIFIED`
 */
export function verifyChange(
  before: OpenedSops,
  after: OpenedSops,
  change: SopsChange,
) {
  const [first, ...others] = before.documents;
  const expected = [changedData(first, change), ...others];
  if (!isDeepStrictEqual(after.documents, expected)) {
    throw failure(change, 'another value would change too');
  }
  if (!isDeepStrictEqual(unsigned(after), unsigned(before))) {
    throw failure(change, 'its `sops` section would change too');
  }
  if ('set' in change && !isEncryptedAt(after, change.set)) {
    throw failure(change, 'what is encrypted would change too');
  }
  compareLines(before, after, change);
}

function unsigned({ metadata }: OpenedSops): object {
  return { ...metadata, mac: undefined, lastModified: undefined };
}

function compareLines(
  before: OpenedSops,
  after: OpenedSops,
  change: SopsChange,
) {
  const [old, now] = [before, after].map(({ text }) => text.split('\n'));
  // The two lines of the MAC and its time, which SOPS repeats in every document.
  const signed = 2 * before.documents.length;
  const gone = missing(old, now).length;
  const come = missing(now, old).length;
  // The first key of a list item stands behind the dash: without it, the next line gets the dash.
  const [erased, written] = 'set' in change ? [1, change.set.length] : [2, 1];
  if (gone > signed + erased || come > signed + written) {
    throw failure(change, 'other lines would change too');
  }
  if (!isDeepStrictEqual(comments(old), comments(now))) {
    throw failure(change, 'its comments would change too');
  }
}

/** The lines that occur more often in one text than in the other. */
function missing(lines: readonly string[], others: readonly string[]) {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter(line => {
    const count = counts.get(line) ?? 0;
    counts.set(line, count - 1);
    return count <= 0;
  });
}

function comments(lines: readonly string[]) {
  return lines.filter(line => /^\s*(?:#|- ENC\[.*,type:comment\])/.test(line));
}

/** The refusal of a change whose result is not what it should be. */
export function notVerified(change: SopsChange, reason: SopsError): SopsError {
  if (reason.code.startsWith('CHANGE_')) return reason;
  return failure(change, `the result would be refused (${reason.code})`);
}

function failure(change: SopsChange, problem: string): SopsError {
  const path = formatKeyPath(targetOf(change));
  return new SopsError('CHANGE_NOT_VERIFIED', {
    what: `${path} cannot be changed here: ${problem}, as the check of the result shows. Nothing was written.`,
    remedy: 'Make this change with `sops edit`.',
    path,
  });
}
