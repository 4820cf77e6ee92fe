import { findProgram } from './findProgram';
import { Obstacle } from './Obstacle';
import { runProgram, type RunOptions } from './runProgram';
import type { LockedCode } from './SopsError';

/** A program that opens keys, and what it is needed for. */
export interface KeyProgramSettings {
  /** Its path, or its name in PATH. */
  readonly location: string;
  /** What it opens, in words for a message. */
  readonly opens: string;
  /** How to get it, in words for a message. */
  readonly remedy: string;
  readonly environment: { readonly [name: string]: string };
  /** For all its runs for one file together. */
  readonly timeoutMilliseconds: number;
  /** Called before its first run; by throwing it keeps the program from being started. */
  readonly beforeStart: () => void;
}

/** One program, for one file. What it prints is never shown: there may be secrets in it. */
export class KeyProgram {
  readonly #settings: KeyProgramSettings;
  #deadline: number | undefined;

  constructor(settings: KeyProgramSettings) {
    this.#settings = settings;
  }

  /** Runs it; an {@link Obstacle} if it could not be started, or did not end by itself. */
  async run(
    args: readonly string[],
    options: Pick<RunOptions, 'input' | 'collectsErrors'> = {},
  ) {
    const { location, environment, timeoutMilliseconds } = this.#settings;
    if (this.#deadline === undefined) this.#settings.beforeStart();
    const place = await findProgram(location, environment.PATH);
    if ('problem' in place) {
      return place.problem === 'PROGRAM_NOT_FOUND'
        ? this.obstacle(place.problem, 'was not found')
        : this.obstacle(place.problem, 'is not executable');
    }
    this.#deadline ??= Date.now() + timeoutMilliseconds;
    const run = await runProgram(place.path, args, {
      ...options,
      environment,
      timeoutMilliseconds: Math.max(1, this.#deadline - Date.now()),
    });
    switch (run.end) {
      case 'exit':
        return run;
      case 'timeout':
        return new Obstacle('PROGRAM_TIMED_OUT', {
          what: `the program ${location}, which ${
            this.#settings.opens
          }, did not end within ${timeoutMilliseconds} ms and was stopped.`,
          remedy:
            'Check that nothing waits for input, such as a PIN or a passphrase, and that the key service is reachable from here.',
        });
      case 'flood':
        return this.failure('printed far more than a key, and was stopped');
      default:
        return this.obstacle('PROGRAM_NOT_EXECUTABLE', 'cannot be started');
    }
  }

  /** It ran, but not as it should. */
  failure(problem: string): Obstacle {
    const { location, opens } = this.#settings;
    return new Obstacle('PROGRAM_FAILED', {
      what: `the program ${location}, which ${opens}, ${problem}.`,
      remedy:
        'Run it by hand as the same user and with the same environment. What it printed is not shown, because secrets may be in it.',
    });
  }

  obstacle(code: LockedCode, problem: string): Obstacle {
    const { location, opens, remedy } = this.#settings;
    return new Obstacle(code, {
      what: `the program ${location}, which ${opens}, ${problem}.`,
      remedy,
    });
  }
}
