import { createHash, randomUUID } from 'node:crypto';
import {
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  rmdir,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './boundedRead';
import { SopsError } from './SopsError';

/** A write takes milliseconds. Whoever takes this long is dead, or stopped and will find out when it goes on. */
const STALE_AFTER_MS = 60_000;
const POLL_MS = 20;
const MAX_HASTY_TRIES = 50;

/** A lock that is held. */
export interface HeldLock {
  /** Whether it still is: whoever stood still for a minute has lost it. */
  isHeld(): Promise<boolean>;
}

/**
 * Does something while no other process, and nobody else in this one, does the same for that file.
 *
 * The lock is a directory beside the file, and what makes it held is one file in it that bears its holder's name. A
 * directory is put there complete, by a rename, which fails as long as the lock has a holder; so there is no moment
 * at which it has none by mistake. A dead holder's file is removed by its name, which can never hit another holder.
 *
 * @throws SopsError `FILE_BUSY` if the lock is not free in time; errors of the operating system as they are
 */
export async function withFileLock<T>(
  target: string,
  { patienceMs }: { patienceMs: number },
  work: (lock: HeldLock) => Promise<T>,
): Promise<T> {
  const path = join(dirname(target), `.${basename(target)}.lock`);
  const holder = `${await thisProcess()}-${randomUUID()}`;
  await acquire(path, holder, patienceMs);
  const mark = join(path, holder);
  try {
    await removeDeadWaiters(path);
    return await work({ isHeld: () => exists(mark) });
  } finally {
    await unlink(mark).catch(() => {});
    await rmdir(path).catch(() => {});
  }
}

async function acquire(path: string, holder: string, patienceMs: number) {
  const ready = `${path}-${holder}`;
  const deadline = performance.now() + patienceMs;
  await mkdir(ready);
  try {
    await writeFile(join(ready, holder), '', { flag: 'wx' });
    for (let tries = 0; !(await takes(ready, path)); tries++) {
      const isFree = await removeDeadHolders(path);
      const isWorthIt = isFree && tries < MAX_HASTY_TRIES;
      if (!isWorthIt && performance.now() > deadline) throw busy();
      await sleep(isWorthIt ? 0 : POLL_MS);
    }
  } catch (error) {
    await rm(ready, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

async function takes(ready: string, path: string): Promise<boolean> {
  try {
    await rename(ready, path);
    return true;
  } catch (error) {
    const code = errorCode(error);
    // Whoever waits for more than a minute is taken for dead, and what is left of a dead one is removed.
    if (code === 'ENOENT') throw busy();
    // Windows says EPERM for any directory that is in the way, even an empty one.
    const isTaken =
      ['ENOTEMPTY', 'EEXIST'].includes(code) ||
      (code === 'EPERM' && process.platform === 'win32');
    if (!isTaken) throw error;
    return false;
  }
}

/** Whether the lock may be free now. */
async function removeDeadHolders(path: string): Promise<boolean> {
  const holders = await readdir(path).catch(() => []);
  for (const holder of holders) {
    const mark = join(path, holder);
    if (!(await isDead(holder, mark))) return false;
    await unlink(mark).catch(() => {});
  }
  // Only an empty directory can be removed.
  await rmdir(path).catch(() => {});
  return true;
}

/** Those who died before they could put their directory in the lock's place have left it beside. */
async function removeDeadWaiters(path: string) {
  const directory = dirname(path);
  const prefix = `${basename(path)}-`;
  for (const name of await readdir(directory)) {
    const waiter = join(directory, name);
    if (!name.startsWith(prefix)) continue;
    if (await isDead(name.slice(prefix.length), waiter)) {
      await rm(waiter, { recursive: true, force: true }).catch(() => {});
    }
  }
}

async function isDead(holder: string, mark: string): Promise<boolean> {
  const [, machine, pid, started] =
    /^([0-9a-f]+)-(\d+)-(\d+)-/.exec(holder) ?? [];
  if (machine === (await thisMachine())) {
    if (!isRunning(Number(pid))) return true;
    // The number may have been given to another process meanwhile.
    if ((await startOfProcess(pid)) !== started) return true;
  }
  const age = await stat(mark).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  return age > STALE_AFTER_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

async function thisProcess(): Promise<string> {
  const started = await startOfProcess('self');
  return `${await thisMachine()}-${process.pid}-${started}`;
}

/** A name for where process numbers mean the same: containers may share a host's name, but number their processes anew. */
async function thisMachine(): Promise<string> {
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return createHash('sha256')
    .update(`${hostname()} ${namespace}`)
    .digest('hex')
    .slice(0, 12);
}

/** When a process started, in ticks since the machine did; 0 where that cannot be known. */
async function startOfProcess(pid: string): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field, the program's name in brackets, may hold anything; the start is the 22nd.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return fields[19] ?? '0';
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function busy(): SopsError {
  return new SopsError('FILE_BUSY', {
    what: 'another process is writing it and does not come to an end. Nothing was written.',
    remedy: 'Try again in a minute.',
  });
}
