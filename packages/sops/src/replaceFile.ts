import { createHash, randomUUID } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import {
  access,
  open,
  readdir,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode, readBounded } from './boundedRead';
import type { HeldLock } from './fileLock';
import { SopsError } from './SopsError';
import { MAX_SOPS_FILE_BYTES } from './sopsFileBytes';

/** A new content for a file. */
export interface Replacement {
  readonly text: string;
  /** SHA-256 of what the file must still hold, in hexadecimal. */
  readonly digest: string;
}

/**
 * Replaces a file as a whole by a rename, so that every reader, and whoever comes after a crash, finds the old content
 * or the new one. Mode and owner stay. Only for whoever holds the file's lock.
 *
 * @throws SopsError `FILE_CHANGED` if it does not hold any more what it is expected to
 */
export async function replaceFile(
  target: string,
  { text, digest }: Replacement,
  lock: HeldLock,
): Promise<void> {
  const directory = dirname(target);
  const prefix = `.${basename(target)}.new-`;
  await removeLeftovers(directory, prefix);
  const before = await stat(target, { bigint: true }).catch(() => undefined);
  if (!before || (await digestOf(target)) !== digest) throw changed();
  await access(target, constants.W_OK);

  const temporary = join(directory, `${prefix}${randomUUID()}`);
  try {
    await writeLike(before, temporary, text);
    const now = await stat(target, { bigint: true }).catch(() => undefined);
    if (!now || !isSame(before, now) || !(await lock.isHeld())) throw changed();
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncDirectory(directory);
}

/** Whoever holds the lock is alone, so these are from processes that died, or have lost the lock and must not go on. */
async function removeLeftovers(directory: string, prefix: string) {
  const names = await readdir(directory);
  const leftovers = names.filter(name => name.startsWith(prefix));
  await Promise.all(
    leftovers.map(name => rm(join(directory, name), { force: true })),
  );
}

async function digestOf(path: string): Promise<string | undefined> {
  const read = await readBounded(path, MAX_SOPS_FILE_BYTES);
  if (!('bytes' in read)) return undefined;
  return createHash('sha256').update(read.bytes).digest('hex');
}

async function writeLike(model: BigIntStats, path: string, text: string) {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await copyOwner(model, file);
    await file.chmod(Number(model.mode & 0o7777n));
    await file.sync();
  } finally {
    await file.close();
  }
}

async function copyOwner({ uid, gid }: BigIntStats, file: FileHandle) {
  const own = await file.stat({ bigint: true });
  if (own.uid === uid && own.gid === gid) return;
  await file.chown(Number(uid), Number(gid)).catch(error => {
    throw new SopsError('FILE_UNWRITABLE', {
      what: `it belongs to another user or group, and this process may not give the new file to them (${errorCode(
        error,
      )}). Nothing was written.`,
      remedy:
        'Let the user that this process runs as own the file, and its group be one of that user.',
    });
  });
}

/** Whether nobody has touched a file between two looks. */
function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return (
    one.ino === other.ino &&
    one.dev === other.dev &&
    one.size === other.size &&
    one.ctimeNs === other.ctimeNs
  );
}

/** Makes the rename itself outlast a power failure. */
async function syncDirectory(directory: string) {
  // Not every system can open a directory or synchronise it.
  const handle = await open(directory).catch(() => undefined);
  await handle?.sync().catch(() => {});
  // The file is replaced by now, whatever happens here.
  await handle?.close().catch(() => {});
}

function changed(): SopsError {
  return new SopsError('FILE_CHANGED', {
    what: 'it was changed since it was read. Nothing was written.',
    remedy: 'Read it again, and repeat the change.',
  });
}
