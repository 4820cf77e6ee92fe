import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SeedError } from './seed/SeedError';
import { demoSeed } from './seed/demoSeed';
import { Seed, parseSeed } from './seed/schema';
import { shiftSeed } from './seed/shiftSeed';
import {
  GitlabEmulatorOptions,
  startGitlabEmulator,
} from './startGitlabEmulator';

const USAGE = `Usage: gitlab-emulator [options]

  --port PORT     the port on 127.0.0.1 (8929); 0 takes a free one
  --seed FILE     the seed to start from; the demo organisation without it
  --seed-today    shift the seed's dates so that its "now" becomes today, and let the clock run
  --state FILE    keep the state in this file; where it exists, it is continued and the seed is not used
  --help          show this
`;

/** What the user did wrong: shown without a stack. */
class UsageError extends Error {}

function readOptions(args: string[]): GitlabEmulatorOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8929' },
      seed: { type: 'string' },
      'seed-today': { type: 'boolean', default: false },
      state: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    return null;
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65535) {
    throw new UsageError(`--port ${values.port}: is not a port`);
  }
  const seed = values.seed === undefined ? demoSeed() : readSeed(values.seed);
  return {
    port,
    seed: values['seed-today'] ? shiftSeed(seed, new Date()) : seed,
    state: values.state,
  };
}

function readSeed(file: string): Seed {
  try {
    const seed: Seed = JSON.parse(readFileSync(file, 'utf8'));
    parseSeed(seed);
    return seed;
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new UsageError(`--seed ${file}: is not JSON`);
    }
    throw new UsageError(
      `--seed ${file}: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function explain(error: unknown, port: number | undefined): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return `port ${port} on 127.0.0.1 is taken; free it, or choose another with --port`;
  }
  const isExpected =
    error instanceof UsageError ||
    error instanceof SeedError ||
    code !== undefined;
  return isExpected ? error.message : error.stack ?? error.message;
}

async function main(): Promise<void> {
  let options: GitlabEmulatorOptions | null = null;
  try {
    options = readOptions(process.argv.slice(2));
    if (!options) {
      process.stdout.write(USAGE);
      return;
    }
    const emulator = await startGitlabEmulator(options);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, async () => {
        await emulator.stop();
        process.exit(0);
      });
    }
    process.stdout.write(`GitLab emulator ready on ${emulator.url}\n`);
  } catch (error) {
    process.stderr.write(`gitlab-emulator: ${explain(error, options?.port)}\n`);
    process.exitCode = 1;
  }
}

main();
