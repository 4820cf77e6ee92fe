import { once } from 'node:events';
import path from 'node:path';
import { emulatorCommand } from './emulator.mjs';
import { Failure } from './failure.mjs';
import { Log } from './logs.mjs';
import { ports } from './packedApp.mjs';
import { emulatorPort } from './portal.mjs';
import { startProcess } from './processes.mjs';
import { untilAnswers } from './readiness.mjs';
import { repository } from './repository.mjs';

const readySeconds = 180;

function emulator(data) {
  return {
    name: 'GitLab emulator',
    cwd: repository,
    args: emulatorCommand([
      ...['--port', String(emulatorPort.port), '--seed-today'],
      ...['--state', path.join(data, 'gitlab.json')],
    ]),
    // Not its address: another emulator, of a portal that was started meanwhile, would answer there.
    readyLine: /^GitLab emulator ready on /,
  };
}

function server({ name, packageName, readyUrl, app, config }) {
  const cli = path.join(app, 'node_modules/@backstage/cli/bin/backstage-cli');
  const configs = config.flatMap(file => ['--config', file]);
  return {
    name,
    cwd: app,
    args: [cli, 'repo', 'start', packageName, ...configs],
    readyUrl,
  };
}

function programs({ app, data, config }) {
  const backend = {
    name: 'backend',
    packageName: 'backend',
    readyUrl: `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
  };
  const frontend = {
    name: 'frontend',
    packageName: 'app',
    readyUrl: `http://localhost:${ports.frontend}/`,
  };
  return [
    emulator(data),
    server({ ...backend, app, config }),
    server({ ...frontend, app, config }),
  ];
}

function failure(program, log, event) {
  return new Failure(
    `The ${program.name} ${event}. Its log says:\n${log.reasons()}`,
  );
}

/** Starts one program. @returns `ready` and `lost`, which reject when it is late and when it ends, and `stop()` */
function startProgram({ program, tools, data, stopping }) {
  const { name, args, cwd, readyUrl, readyLine } = program;
  const log = new Log({ file: path.join(data, 'logs', `${name}.log`) });
  const told = new AbortController();
  const running = startProcess({
    node: tools.node,
    args,
    cwd,
    environment: {
      ...tools.environment,
      BROWSER: 'none',
      SOPS_AGE_KEY_FILE: path.join(data, 'sops', 'demo.agekey'),
    },
    onLine: line => {
      log.add(line);
      if (readyLine?.test(line)) {
        told.abort();
      }
    },
  });
  const lost = running.exited.then(code => {
    throw failure(program, log, `ended with ${code}`);
  });
  // Everything ends once it is told to; until then somebody waits for it.
  lost.catch(() => {});
  const late = AbortSignal.timeout(readySeconds * 1000);
  const signal = AbortSignal.any([late, stopping]);
  const ready = readyUrl
    ? untilAnswers(readyUrl, signal)
    : once(told.signal, 'abort', { signal });
  return {
    ready: ready.catch(() => {
      throw failure(program, log, `was not ready in ${readySeconds} seconds`);
    }),
    lost,
    stop: running.stop,
  };
}

/**
 * Runs a generated app with the GitLab emulator for as long as some work takes.
 *
 * @param options - `tools`, the `app`, the folder `data` for what it changes, its `config` files
 * @param work - called when everything answers
 */
export async function withRunningApp({ tools, app, data, config }, work) {
  const stopping = new AbortController();
  const started = [];
  const anyLost = () => started.map(({ lost }) => lost);
  try {
    for (const program of programs({ app, data, config })) {
      const it = startProgram({
        program,
        tools,
        data,
        stopping: stopping.signal,
      });
      started.push(it);
      await Promise.race([it.ready, ...anyLost()]);
    }
    return await Promise.race([work(), ...anyLost()]);
  } finally {
    stopping.abort();
    await Promise.all(started.map(it => it.stop()));
  }
}
