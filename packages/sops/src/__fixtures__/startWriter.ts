import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { exampleKey } from './example';

/** A process that changes a file; see writer.ts for what it can be told. */
export interface Writer {
  /** Tells it something; its answer. */
  tell(line: string): Promise<string>;
  /** Ends it at once, wherever it is. */
  kill(): Promise<void>;
  /** Resolves when it is gone. */
  readonly gone: Promise<unknown>;
}

const script = join(dirname(require.resolve('./example.agekey')), 'writer.ts');

/**
 * @param options - `uid`: the user it runs as; `maxFileKilobytes`: how large a file may become that it writes
 */
export function startWriter(
  path: string,
  options: { uid?: number; maxFileKilobytes?: number } = {},
): Writer {
  const { uid, maxFileKilobytes: limit } = options;
  // What a process that ignores the signal gets instead is the error of a file system without room.
  const limits = limit ? `trap '' XFSZ; ulimit -f ${limit};` : '';
  const child = spawn(
    'sh',
    [
      '-c',
      `${limits} exec "$0" "$@"`,
      process.execPath,
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      script,
      path,
      exampleKey,
    ],
    { uid, gid: uid, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const gone = once(child, 'close');
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    gone,
    async tell(line) {
      child.stdin.write(`${line}\n`);
      const { value } = await answers.next();
      return value ?? 'gone';
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
