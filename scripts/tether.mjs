/**
 * Runs a program for as long as the process that started it lives: `node tether.mjs PROGRAM ARGUMENT…`
 *
 * Standard input is the tether. It closes when the parent lets go of it, and also when the parent dies, however it
 * died; then the program and all its children are ended. This process leads the process group that is ended.
 */
import { spawn, spawnSync } from 'node:child_process';

const politeSeconds = 5;
const [program, ...programArguments] = process.argv.slice(2);

const child = spawn(program, programArguments, {
  stdio: ['ignore', 'inherit', 'inherit'],
});

/** Sends the signal to the whole process group, this process included. */
function signalGroup(signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  process.kill(-process.pid, signal);
}

let isEnding = false;
function end() {
  if (isEnding) {
    return;
  }
  isEnding = true;
  setTimeout(() => signalGroup('SIGKILL'), politeSeconds * 1000);
  signalGroup('SIGTERM');
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, end);
}
process.stdin.on('end', end).on('error', end).resume();
// Output that nobody reads any more is no reason to stop ending the others.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

child.once('error', error => {
  process.stderr.write(`${program} cannot be started: ${error.message}\n`);
  process.exit(127);
});
child.once('exit', (code, signal) => {
  if (isEnding && process.platform !== 'win32') {
    // Children of the program that did not end with it.
    signalGroup('SIGKILL');
  }
  if (signal && !isEnding) {
    process.stderr.write(`ended by ${signal}\n`);
  }
  process.exit(code ?? 1);
});
