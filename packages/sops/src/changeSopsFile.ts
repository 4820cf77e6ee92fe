import { errorCode } from './boundedRead';
import { changeOpened } from './changeText';
import { withFileLock } from './fileLock';
import type { OpenedSops } from './OpenedSops';
import { replaceFile } from './replaceFile';
import type { SopsChange } from './SopsChange';
import { SopsError } from './SopsError';
import { originOf, SopsFile } from './SopsFile';
import { MAX_SOPS_FILE_BYTES, resolveInside } from './sopsFileBytes';
import { openedOf, SopsText } from './SopsText';

/**
 * How to change a SOPS text.
 *
 * @public
 */
export interface ChangeSopsTextOptions {
  /** The time that the text says it was changed at; now by default. */
  readonly clock?: () => Date;
}

/**
 * How to change a SOPS file.
 *
 * @public
 */
export interface ChangeSopsFileOptions extends ChangeSopsTextOptions {
  /** How long to wait for another process that writes the file, in milliseconds, up to a minute; 10000 by default. */
  readonly patienceMs?: number;
}

/**
 * Makes one change of an opened text, with its own data key: it takes no recipient's private key and no key service.
 * Only the line of the value, `lastmodified` and `mac` differ afterwards. Works in memory; see {@link SopsText.text}.
 *
 * @returns the changed text, opened and verified
 * @throws SopsError; then there is no result
 * @public
 */
export async function changeSopsText(
  text: SopsText,
  change: SopsChange,
  options: ChangeSopsTextOptions = {},
): Promise<SopsText> {
  return new SopsText(changed(text, change, options));
}

/**
 * Makes one change of an opened file, as {@link changeSopsText} does, and replaces the file by the result if it is
 * still the one that was opened. The replacement is atomic: whatever happens, the old file or the new one is there as
 * a whole. Of processes that do this at the same time, one succeeds. A symbolic link stays, the file that it leads to
 * is replaced.
 *
 * @returns the changed file, opened and verified
 * @throws SopsError; then nothing was written. `FILE_CHANGED` if the file is not the one that was opened
 * @public
 */
export async function changeSopsFile(
  file: SopsFile,
  change: SopsChange,
  options: ChangeSopsFileOptions = {},
): Promise<SopsFile> {
  const origin = originOf(file);
  const { patienceMs = 10_000 } = options;
  try {
    const result = new SopsFile(changed(file, change, options), origin);
    const replacement = { text: result.text, digest: file.digest };
    const target = await resolveInside(file.path, origin.directory);
    await withFileLock(target, { patienceMs }, lock =>
      replaceFile(target, replacement, lock),
    ).catch(error => {
      throw error instanceof SopsError ? error : unwritable(errorCode(error));
    });
    return result;
  } catch (error) {
    throw error instanceof SopsError ? error.inFile(origin.name) : error;
  }
}

function changed(
  text: SopsText,
  change: SopsChange,
  { clock = () => new Date() }: ChangeSopsTextOptions,
): OpenedSops {
  const result = changeOpened(openedOf(text), change, clock());
  if (Buffer.byteLength(result.text) <= MAX_SOPS_FILE_BYTES) return result;
  throw new SopsError('FILE_TOO_LARGE', {
    what: `it would become larger than ${MAX_SOPS_FILE_BYTES} bytes. Nothing was written.`,
    remedy: 'Credentials need little room: move other data to another file.',
  });
}

function unwritable(code: string): SopsError {
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new SopsError('FILE_READ_ONLY', {
      what: `this process may not write it or its directory (${code}). Nothing was written.`,
      remedy:
        'Let the user that this process runs as write both, or change the file where it comes from.',
    });
  }
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) {
    return new SopsError('DISK_FULL', {
      what: `there is no room for the new file (${code}). Nothing was written.`,
      remedy: 'Make room on that disk, and try again.',
    });
  }
  return new SopsError('FILE_UNWRITABLE', {
    what: `it cannot be written (${code}). Nothing was written.`,
    remedy: 'Check the disk and the directory of the file.',
  });
}
