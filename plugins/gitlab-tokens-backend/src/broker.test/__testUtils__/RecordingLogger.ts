import { LoggerService } from '@backstage/backend-plugin-api';
import { inspect } from 'util';

/** Keeps everything that is logged, as a careless transport would print it. */
export class RecordingLogger implements LoggerService {
  lines: string[] = [];

  readonly error = this.#log('error');
  readonly warn = this.#log('warn');
  readonly info = this.#log('info');
  readonly debug = this.#log('debug');

  constructor(private readonly print: (line: string) => void = () => {}) {}

  child(): LoggerService {
    return this;
  }

  #log(level: string) {
    return (...args: unknown[]) => {
      const words = args.map(arg =>
        inspect(arg, { depth: 10, showHidden: true }),
      );
      const line = `${level} ${words.join(' ')}`;
      this.lines.push(line);
      this.print(line);
    };
  }
}
