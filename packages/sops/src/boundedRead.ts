import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Why a file could not be read; `error` is a code of the operating system. */
export type ReadProblem =
  | { kind: 'not-regular' }
  | { kind: 'too-large' }
  | { kind: 'changed' }
  | { kind: 'error'; code: string };

/** The identity of an open file, to compare with the one that a path leads to. */
export interface BytesRead {
  readonly bytes: Buffer;
  readonly device: bigint;
  readonly inode: bigint;
}

/**
 * Reads a whole regular file through one open file, so that what is checked is what is read. Never blocks on a pipe
 * or a device, and never reads more than `limit` bytes, even if the file grows meanwhile.
 */
export async function readBounded(
  path: string,
  limit: number,
): Promise<BytesRead | ReadProblem> {
  try {
    // O_NONBLOCK is undefined on Windows, where a named pipe cannot be opened by a file's path.
    const file = await open(
      path,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
    );
    try {
      const stats = await file.stat({ bigint: true });
      if (!stats.isFile()) return { kind: 'not-regular' };
      if (stats.size > BigInt(limit)) return { kind: 'too-large' };
      const buffer = Buffer.alloc(Number(stats.size) + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) break;
      }
      if (length === buffer.length) return { kind: 'changed' };
      const bytes = buffer.subarray(0, length);
      return { bytes, device: stats.dev, inode: stats.ino };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { kind: 'error', code: errorCode(error) };
  }
}

/** The operating system's code of an error, such as `ENOENT`. */
export function errorCode(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : 'UNKNOWN';
}
