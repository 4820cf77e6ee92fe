import { emulatorCommand } from '../scripts/emulator.mjs';
import { startProcess } from '../scripts/processes.mjs';
import { repository } from '../scripts/repository.mjs';

/**
 * Starts a GitLab emulator; port 0 takes a free one.
 *
 * @returns `url` and `stop()`, which resolves when it has ended
 */
export async function startEmulator(
  { node, environment },
  port = 0,
  options = [],
) {
  let told;
  const ready = new Promise(resolve => {
    told = resolve;
  });
  const { exited, stop } = startProcess({
    node,
    args: emulatorCommand(['--port', String(port), ...options]),
    cwd: repository,
    environment,
    onLine: line => {
      const [, url] = /^GitLab emulator ready on (.+)$/.exec(line) ?? [];
      if (url) {
        told(url);
      } else {
        console.error(line);
      }
    },
  });
  const url = await Promise.race([ready, exited.then(() => undefined)]);
  if (!url) {
    throw new Error('The emulator did not start');
  }
  return { url, stop };
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

/** How many requests the emulated GitLab has had since its log was emptied. */
export async function requestsTo(url) {
  const log = await (await control(url, 'GET', 'requests')).json();
  return log.length;
}

/** From now on the emulator takes that long for each answer. */
export async function setLatency(url, latencyMs) {
  const state = await (await control(url, 'GET', 'state')).json();
  const settings = { ...state.settings, latencyMs };
  await control(url, 'PUT', 'seed', { ...state, settings });
}
