import { spawn, type ChildProcess } from 'node:child_process';

/** How to run a program. */
export interface RunOptions {
  readonly environment: { readonly [name: string]: string };
  /** What it reads from its standard input, which is empty otherwise. */
  readonly input?: string;
  /** Whether its standard error is collected; otherwise nobody ever reads it. */
  readonly collectsErrors?: boolean;
  readonly timeoutMilliseconds: number;
}

/** What came of it. Both outputs may hold secrets. */
export type ProgramRun =
  | {
      readonly end: 'exit';
      /** -1 if a signal ended it. */
      readonly code: number;
      readonly output: Buffer;
      readonly errors: string;
    }
  | { readonly end: 'timeout' | 'flood' | 'failure' };

const MAX_OUTPUT_BYTES = 1024 * 1024;

/**
 * Runs a program without a shell, without a terminal to ask at, and with nothing of this process's environment. It
 * has a limited time and a limited output; when it is stopped for that, whatever it has started in its process group is
 * stopped with it.
 */
export function runProgram(
  path: string,
  args: readonly string[],
  options: RunOptions,
): Promise<ProgramRun> {
  return new Promise(settle => {
    const child = start(path, args, options);
    if (!child) {
      settle({ end: 'failure' });
      return;
    }
    const timer = setTimeout(
      () => finish({ end: 'timeout' }),
      options.timeoutMilliseconds,
    );
    function finish(run: ProgramRun) {
      clearTimeout(timer);
      if (run.end !== 'exit') stop(child!);
      settle(run);
    }
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let size = 0;
    const collectIn = (chunks: Buffer[]) => (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT_BYTES) finish({ end: 'flood' });
      else chunks.push(chunk);
    };
    child.stdout?.on('data', collectIn(output));
    child.stderr?.on('data', collectIn(errors));
    // It may end without having read its input.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
    child.on('error', () => finish({ end: 'failure' }));
    child.on('close', code =>
      finish({
        end: 'exit',
        code: code ?? -1,
        output: Buffer.concat(output),
        errors: Buffer.concat(errors).toString('utf8'),
      }),
    );
  });
}

/** `undefined` where the system refuses at once; most refusals come later, as an event. */
function start(path: string, args: readonly string[], options: RunOptions) {
  try {
    return spawn(path, args, {
      env: options.environment,
      stdio: ['pipe', 'pipe', options.collectsErrors ? 'pipe' : 'ignore'],
      shell: false,
      windowsHide: true,
      // A session of its own has no controlling terminal, so that no passphrase prompt waits for ever on it.
      detached: process.platform !== 'win32',
    });
  } catch {
    return undefined;
  }
}

/** Lets go of the pipes too: a process that has left the group may hold them open. */
function stop(child: ChildProcess) {
  child.stdout?.destroy();
  child.stderr?.destroy();
  try {
    if (child.pid === undefined) return;
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
