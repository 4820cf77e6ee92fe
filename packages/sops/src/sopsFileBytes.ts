import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { errorCode, readBounded, type ReadProblem } from './boundedRead';
import { SopsError } from './SopsError';

/**
 * The largest file that is read or written, in bytes.
 *
 * @public
 */
export const MAX_SOPS_FILE_BYTES = 5 * 1024 * 1024;

/** @throws SopsError about the file or its place */
export async function readSopsBytes(
  path: string,
  directory?: string,
): Promise<Buffer> {
  const target = await resolveInside(path, directory);
  const { bytes, device, inode } = await read(target);
  if (directory === undefined) return bytes;
  // Somebody may have put a symbolic link there between the check and the opening: what was opened must still be it.
  const [again, now] = await Promise.all([
    follow(path),
    stat(path, { bigint: true }).catch(error => {
      throw unreadable({ kind: 'error', code: errorCode(error) });
    }),
  ]);
  if (again !== target || now.dev !== device || now.ino !== inode) {
    throw unreadable({ kind: 'changed' });
  }
  return bytes;
}

/**
 * The file that a path leads to, symbolic links resolved.
 *
 * @throws SopsError `PATH_OUTSIDE_DIRECTORY` if that is not in the directory
 */
export async function resolveInside(
  path: string,
  directory?: string,
): Promise<string> {
  if (directory === undefined) return follow(path);
  if (!isInside(path, resolve(directory))) throw outside(directory);
  const [root, target] = await Promise.all([follow(directory), follow(path)]);
  if (!isInside(target, root)) throw outside(directory);
  return target;
}

async function read(path: string) {
  const result = await readBounded(path, MAX_SOPS_FILE_BYTES);
  if ('bytes' in result) return result;
  throw unreadable(result);
}

async function follow(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw unreadable({ kind: 'error', code: errorCode(error) });
  }
}

function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return (
    way !== '' &&
    way !== '..' &&
    !way.startsWith(`..${sep}`) &&
    !isAbsolute(way)
  );
}

function outside(directory: string): SopsError {
  return new SopsError('PATH_OUTSIDE_DIRECTORY', {
    what: `the file, or what it links to, is outside the directory ${directory}.`,
    remedy: 'Move it there, or correct the path in the configuration.',
  });
}

function unreadable(problem: ReadProblem): SopsError {
  switch (problem.kind) {
    case 'not-regular':
      return new SopsError('NOT_A_REGULAR_FILE', {
        what: 'it is a directory, a pipe or a device.',
        remedy: 'Correct the path in the configuration.',
      });
    case 'too-large':
      return new SopsError('FILE_TOO_LARGE', {
        what: `it is larger than ${MAX_SOPS_FILE_BYTES} bytes.`,
        remedy:
          'Credentials need little room: move other data to another file.',
      });
    case 'changed':
      return new SopsError('FILE_UNREADABLE', {
        what: 'it was being written or replaced while it was read.',
        remedy: 'Try again.',
      });
    default:
      if (problem.code === 'ENOENT' || problem.code === 'ENOTDIR') {
        return new SopsError('FILE_NOT_FOUND', {
          what: 'there is no such file.',
          remedy:
            'Correct the path in the configuration, or create the file with `sops edit`.',
        });
      }
      return new SopsError('FILE_UNREADABLE', {
        what: `it cannot be read (${problem.code}).`,
        remedy:
          'Check the permissions of the file and of its directories for the user that this process runs as.',
      });
  }
}
