import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { repository } from './repository.mjs';

const tether = path.join(repository, 'scripts', 'tether.mjs');

/** Ends what is left of a process group whose leader has ended. */
function endRest(processGroup) {
  if (process.platform === 'win32') {
    return;
  }
  try {
    process.kill(-processGroup, 'SIGKILL');
  } catch {
    // Nothing is left, as it should be.
  }
}

/**
 * Starts a program in a process group of its own, which ends when it is stopped or when this process ends, however it
 * ends: see tether.mjs.
 *
 * @param onLine - called with each line of the program's output
 * @returns `exited`, a promise of the exit code; `stop()`, which resolves when the program and its children are gone
 */
export function startProcess({ node, args, cwd, environment, onLine }) {
  const leader = spawn(node, [tether, node, ...args], {
    cwd,
    env: environment,
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  for (const stream of [leader.stdout, leader.stderr]) {
    createInterface({ input: stream }).on('line', onLine);
  }
  leader.stdin.on('error', () => {});
  const exited = new Promise((resolve, reject) => {
    leader.once('error', reject);
    leader.once('exit', code => {
      endRest(leader.pid);
      resolve(code ?? 1);
    });
  });
  const stop = () => {
    leader.stdin.end();
    return exited;
  };
  return { exited, stop };
}

/** One field of `ps` for a process, or an empty string where it cannot be told. */
function processField(processId, field) {
  const { stdout } = spawnSync(
    'ps',
    ['-o', `${field}=`, '-p', String(processId)],
    { encoding: 'utf8' },
  );
  return stdout?.trim() ?? '';
}

/** npm runs a script through a shell, which may stand between us and npm. */
function npmBehindShell() {
  const isShell = /(^|\/)(sh|dash|ash|bash|zsh|busybox)$/.test(
    processField(process.ppid, 'comm'),
  );
  return isShell ? Number(processField(process.ppid, 'ppid')) : undefined;
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Resolves with the reason as soon as this process is told to end: a signal, a closed terminal, or the npm that
 * started it is gone (npm passes signals to the shell between us, which does not pass them on).
 */
export function untilToldToEnd() {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => resolve(signal));
    }
    if (process.env.npm_lifecycle_event === undefined) {
      return;
    }
    const parent = process.ppid;
    const npm = npmBehindShell();
    setInterval(() => {
      if (process.ppid !== parent || (npm && !isAlive(npm))) {
        resolve('npm ended');
      }
    }, 1000).unref();
  });
}
