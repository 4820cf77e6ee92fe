import path from 'node:path';
import { emulatorCommand } from './emulator.mjs';
import { Failure } from './failure.mjs';
import { Log } from './logs.mjs';
import { startProcess } from './processes.mjs';
import { untilAnswers } from './readiness.mjs';
import { repository, shown } from './repository.mjs';

const backstageCli = path.join(
  repository,
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

export const pageUrl = 'http://localhost:3000/gitlab-tokens';
export const emulatorPort = { port: 8929, purpose: 'the GitLab emulator' };
export const portalPorts = [
  { port: 7007, purpose: 'the backend' },
  { port: 3000, purpose: 'the frontend' },
];

function emulator(demo) {
  return {
    name: 'GitLab emulator',
    log: 'emulator.log',
    args: emulatorCommand([
      '--port',
      String(emulatorPort.port),
      '--seed-today',
      '--state',
      demo.gitlab,
    ]),
    readyLine: /^GitLab emulator ready on /,
  };
}

function developmentServer(packageName, config) {
  return [
    backstageCli,
    'repo',
    'start',
    packageName,
    ...config.flatMap(file => ['--config', file]),
  ];
}

function backend(config) {
  return {
    name: 'backend',
    log: 'backend.log',
    args: developmentServer('backend', config),
    readyUrl: 'http://localhost:7007/.backstage/health/v1/readiness',
    // The development server outlives a backend that has ended or will never be ready: only the log tells.
    // Node prints its version as the last line when an error ends it.
    lostLine: /Backend startup failed|EADDRINUSE|^Node\.js v\d/,
  };
}

function frontend(config) {
  return {
    name: 'frontend',
    log: 'frontend.log',
    args: developmentServer('app', config),
    readyUrl: 'http://localhost:3000/',
  };
}

/** The portal's processes: the emulator where there is a demo, the backend and the frontend. */
export class Portal {
  #options;
  #running = [];
  #stopping = new AbortController();
  #fail;

  /** Rejects with a Failure when one of the processes ends by itself or cannot go on. */
  failed;

  /**
   * @param withFrontend - false for the emulator and the backend alone
   * @param demo - whose files the portal works on; without it the configuration is taken as it is written
   * @param config - the configuration files, in order; empty for Backstage's own choice
   * @param logs - the folder for the logs
   * @param echo - called with the name of a process and each line that it prints; may be left out
   */
  constructor(options) {
    this.#options = { withFrontend: true, ...options };
    this.failed = new Promise((_resolve, reject) => {
      this.#fail = reject;
    });
    // Whoever waits for it is told; nobody may be waiting yet.
    this.failed.catch(() => {});
  }

  /** Starts everything; resolves when the page can be opened, rejects with a Failure after that many seconds. */
  async start(seconds) {
    const limit = setTimeout(() => this.#failLate(seconds), seconds * 1000);
    try {
      await Promise.race([this.failed, this.#startInOrder()]);
    } finally {
      clearTimeout(limit);
    }
  }

  /** Resolves when every process and its children are gone. */
  async stop() {
    this.#stopping.abort();
    await Promise.all(this.#running.map(({ process }) => process.stop()));
  }

  async #startInOrder() {
    const { config, withFrontend } = this.#options;
    await Promise.all([
      this.#startBackend(),
      withFrontend && this.#run(frontend(config)),
    ]);
  }

  async #startBackend() {
    const { demo, config } = this.#options;
    if (demo) {
      // Before the backend, whose first inspection would find no GitLab otherwise.
      await this.#run(emulator(demo));
    }
    await this.#run(backend(config));
  }

  /** Starts one process and resolves when it is ready. */
  async #run({ name, log: file, args, readyLine, readyUrl, lostLine }) {
    const { node, environment, logs, echo } = this.#options;
    const log = new Log({
      file: path.join(logs, file),
      echo: echo && (line => echo(name, line)),
    });
    const running = { name, log, isReady: false };
    this.#running.push(running);
    await new Promise(resolve => {
      running.process = startProcess({
        node,
        args,
        cwd: repository,
        environment,
        onLine: line => {
          log.add(line);
          if (readyLine?.test(line)) {
            resolve();
          }
          if (lostLine?.test(line) && !running.isReady) {
            this.#failSoon(running, 'cannot start');
          }
        },
      });
      running.process.exited.then(
        code => this.#failSoon(running, `ended with code ${code}`),
        error => this.#failSoon(running, `cannot be started: ${error.message}`),
      );
      if (readyUrl) {
        untilAnswers(readyUrl, this.#stopping.signal).then(resolve, () => {});
      }
    });
    running.isReady = true;
  }

  /** Leaves a moment for the lines that follow: the reason often stands below the first line of an error. */
  #failSoon({ name, log }, event) {
    if (this.#stopping.signal.aborted) {
      return;
    }
    setTimeout(() => {
      this.#fail(
        new Failure(
          `The ${name} ${event}. Its log (${shown(
            log.file,
          )}) says:\n${log.reasons()}`,
        ),
      );
    }, 500);
  }

  #failLate(seconds) {
    const late = this.#running.filter(({ isReady }) => !isReady);
    const reasons = late.map(
      ({ name, log }) =>
        `The ${name} did not come up within ${seconds} seconds. Its log (${shown(
          log.file,
        )}) says:\n${log.reasons()}`,
    );
    this.#fail(new Failure(reasons.join('\n\n')));
  }
}
