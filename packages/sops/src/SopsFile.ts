import { createHash } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { errorCode, readBounded, type ReadProblem } from './boundedRead';
import { SopsError } from './SopsError';
import {
  openSops,
  SopsText,
  type OpenedSops,
  type OpenSopsTextOptions,
} from './SopsText';

/**
 * The largest file that is read, in bytes.
 *
 * @public
 */
export const MAX_SOPS_FILE_BYTES = 5 * 1024 * 1024;

/**
 * How to open a SOPS file.
 *
 * @public
 */
export interface OpenSopsFileOptions extends OpenSopsTextOptions {
  /**
   * The directory that the file must be in, symbolic links resolved. A relative path is taken from here. Without it
   * the path is the caller's responsibility.
   */
  readonly directory?: string;
}

/**
 * A decrypted and verified SOPS file. Printing, inspecting or serialising it shows path, digest and metadata only.
 *
 * @public
 */
export class SopsFile extends SopsText {
  /** The absolute path. */
  readonly path: string;
  /** SHA-256 of the bytes that were read, in hexadecimal: changes whenever the file does. */
  readonly digest: string;

  /** @internal */
  constructor(opened: OpenedSops, file: { path: string; digest: string }) {
    super(opened);
    this.path = file.path;
    this.digest = file.digest;
  }
}

/**
 * Reads a SOPS YAML file once, decrypts it with an age key and verifies it. Nothing is returned unless the MAC is
 * right.
 *
 * @param path - absolute, or relative to `options.directory`
 * @throws SopsError; {@link isLocked} tells whether only the key is missing
 * @public
 */
export async function openSopsFile(
  path: string,
  options: OpenSopsFileOptions = {},
): Promise<SopsFile> {
  try {
    const absolute = resolve(options.directory ?? '', path);
    const bytes = await readInside(absolute, options.directory);
    const opened = await openSops(decodeUtf8(bytes), options);
    const digest = createHash('sha256').update(bytes).digest('hex');
    return new SopsFile(opened, { path: absolute, digest });
  } catch (error) {
    throw error instanceof SopsError ? error.inFile(path) : error;
  }
}

async function readInside(path: string, directory?: string): Promise<Buffer> {
  if (directory === undefined) return (await read(path)).bytes;
  if (!isInside(path, resolve(directory))) throw outside(directory);
  const [root, target] = await Promise.all([follow(directory), follow(path)]);
  if (!isInside(target, root)) throw outside(directory);
  const { bytes, device, inode } = await read(target);
  // Somebody may have put a symbolic link there between the check and the opening: what was opened must still be it.
  const again = await follow(path);
  const now = await stat(again, { bigint: true }).catch(error => {
    throw unreadable({ kind: 'error', code: errorCode(error) });
  });
  if (again !== target || now.dev !== device || now.ino !== inode) {
    throw unreadable({ kind: 'changed' });
  }
  return bytes;
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

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new SopsError('NOT_YAML', {
      what: 'it is not a text in UTF-8.',
      remedy: 'Restore it from version control.',
    });
  }
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
