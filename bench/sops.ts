/** Opens SOPS files in several ways; prints what each took, as one line of JSON. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  AgeIdentities,
  changeSopsFile,
  openSopsFile,
} from '@gitlab-tokens/sops';
import { decryptSops } from 'sops-age';

const [task, directory, program] = process.argv.slice(2);
const secretKey = readFileSync(join(directory, 'key.txt'), 'utf8').trim();
const run = promisify(execFile);
const environment = {
  HOME: directory,
  SOPS_AGE_KEY: secretKey,
  SOPS_DISABLE_VERSION_CHECK: '1',
};

const fileOf = (values: number | string) => join(directory, `${values}.yaml`);
/** The keys are read each time, as the backend does, and as the others do. */
const open = (path: string) =>
  openSopsFile(path, {
    directory,
    identities: AgeIdentities.parse(secretKey, 'key.txt'),
  });
const openWithSopsAge = (path: string) => decryptSops({ path, secretKey });

function runSops(...args: string[]) {
  return run(program, ['--config', '/dev/null', ...args], {
    env: environment,
    maxBuffer: 2 ** 28,
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Each of several ways once, and that many times: what the machine does beside hits all alike. Each begins in its turn,
 * for whichever comes after a program finds the processor's caches empty.
 */
async function inTurns(
  rounds: number,
  ways: { [name: string]: () => Promise<unknown> },
) {
  const order = Object.entries(ways);
  const times = Object.fromEntries(
    order.map(([name]) => [name, [] as number[]]),
  );
  for (let round = -5; round < rounds; round++) {
    order.push(order.shift()!);
    for (const [name, way] of order) {
      const time = await timed(way);
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

async function compareOpening() {
  const path = fileOf(10);
  return inTurns(100, {
    ours: () => open(path),
    sopsAge: () => openWithSopsAge(path),
    sops: () => runSops('decrypt', path),
  });
}

async function compareChanging() {
  const path = fileOf('changed');
  let round = 0;
  return inTurns(50, {
    ours: async () =>
      changeSopsFile(await open(path), {
        set: ['key3'],
        to: `value ${round++}`,
      }),
    sops: () => runSops('set', path, '["key3"]', `"value ${round++}"`),
  });
}

async function compareSizes() {
  return inTurns(10, {
    thousand: () => open(fileOf(1_000)),
    tenThousand: () => open(fileOf(10_000)),
  });
}

/** By how many MiB the process grew at most. */
async function memoryOf(way: (path: string) => Promise<unknown>) {
  await way(fileOf(10));
  global.gc!();
  const before = process.memoryUsage().rss;
  await way(fileOf('mebibyte'));
  return (process.resourceUsage().maxRSS * 1024 - before) / 2 ** 20;
}

const tasks: { [name: string]: () => Promise<unknown> } = {
  opening: compareOpening,
  changing: compareChanging,
  sizes: compareSizes,
  memory: () => memoryOf(open),
  memoryOfSopsAge: () => memoryOf(openWithSopsAge),
};

tasks[task]().then(result => console.log(JSON.stringify(result)));
