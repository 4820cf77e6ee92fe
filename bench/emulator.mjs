import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { emulatorCommand } from '../scripts/emulator.mjs';
import { repository } from '../scripts/repository.mjs';

/** Starts a GitLab emulator; port 0 takes a free one. */
export async function startEmulator(
  { node, environment },
  port = 0,
  options = [],
) {
  const child = spawn(
    node,
    emulatorCommand(['--port', String(port), ...options]),
    {
      cwd: repository,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const ready = /^GitLab emulator ready on (.+)$/.exec(line);
    if (ready) {
      return { url: ready[1], stop: () => child.kill() };
    }
  }
  throw new Error('The emulator did not start');
}

/** Calls the emulator's control interface. */
export async function control(url, method, call, body) {
  const answer = await fetch(`${url}/-/emulator/${call}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`The emulator answered ${answer.status} to ${call}`);
  }
  return answer;
}
