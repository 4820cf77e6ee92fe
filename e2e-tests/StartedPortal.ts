import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

export const repository = path.resolve(__dirname, '..');

/** The demo of the browser tests, apart from the one that a developer plays with. */
export const demoDirectory = path.join(repository, '.demo', 'e2e-tests');

const ports = [3000, 7007, 8929];

function isListening(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The portal's ports that something still listens on. */
export async function listeningPorts(): Promise<number[]> {
  const listening = await Promise.all(ports.map(isListening));
  return ports.filter((_, index) => listening[index]);
}

/** The portal as `npm start` starts it, with a demo folder of its own. */
export class StartedPortal {
  output = '';
  readonly exited: Promise<number | null>;
  readonly #process: ChildProcess;

  constructor(
    options: { args?: string[]; environment?: NodeJS.ProcessEnv } = {},
  ) {
    const { args = [], environment = {} } = options;
    this.#process = spawn(process.execPath, ['scripts/start.mjs', ...args], {
      cwd: repository,
      env: {
        ...process.env,
        GITLAB_TOKENS_DEMO_DIRECTORY: demoDirectory,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    this.#process.stdout?.on('data', keep);
    this.#process.stderr?.on('data', keep);
    // Once the output has ended too.
    this.exited = once(this.#process, 'close').then(([code]) => code);
    process.once('exit', () => this.#process.kill());
  }

  /** Resolves when the line with the address is printed; rejects with all output when the portal ends before. */
  async untilReady(): Promise<void> {
    const ready = new Promise<void>(resolve => {
      const look = () =>
        this.output.includes('portal ready: http://localhost:3000') &&
        resolve();
      this.#process.stdout?.on('data', look);
      look();
    });
    const ended = this.exited.then(code => {
      throw new Error(`npm start ended with ${code}:\n${this.output}`);
    });
    await Promise.race([ready, ended]);
  }

  /** Sends the signal and resolves with the exit code, null when the process was killed. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    this.#process.kill(signal);
    return this.exited;
  }
}

/** Every file below a folder of the demo, by its path, as the bytes that are on the disk. */
export function demoFiles(folder: string): Map<string, Buffer> {
  const directory = path.join(demoDirectory, folder);
  return new Map(
    readdirSync(directory).map(name => [
      path.join(directory, name),
      readFileSync(path.join(directory, name)),
    ]),
  );
}
