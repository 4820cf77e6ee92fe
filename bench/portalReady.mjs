import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Demo } from '../scripts/demo.mjs';
import { startProcess } from '../scripts/processes.mjs';
import { untilAnswers } from '../scripts/readiness.mjs';
import { repository } from '../scripts/repository.mjs';
import { median, report, timed } from './figures.mjs';

const runs = 3;
const patience = 120_000;

/** `npm start` until it prints its line with the address, then Ctrl-C. */
async function timeOfNpmStart({ environment, directory }) {
  const start = spawn('npm', ['start', '--silent'], {
    cwd: repository,
    env: { ...environment, GITLAB_TOKENS_DEMO_DIRECTORY: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise(resolve => start.once('close', resolve));
  const time = await timed(
    () =>
      new Promise((resolve, reject) => {
        start.stdout.on('data', chunk => {
          if (chunk.toString().includes('portal ready:')) {
            resolve();
          }
        });
        ended.then(() => reject(new Error('npm start ended')));
      }),
  );
  process.kill(-start.pid, 'SIGINT');
  await ended;
  return time;
}

/** Backstage's own command for the same backend and frontend, until both answer; no emulator, nothing else. */
async function timeOfRepoStart({ node, environment, directory }) {
  const signal = AbortSignal.timeout(patience);
  let servers;
  const time = await timed(() => {
    servers = startProcess({
      node,
      args: [
        path.join(repository, 'node_modules/@backstage/cli/bin/backstage-cli'),
        'repo',
        'start',
        '--config',
        path.join(repository, 'app-config.yaml'),
      ],
      cwd: repository,
      environment: {
        ...environment,
        ...new Demo(directory).environment(),
        BROWSER: 'none',
      },
      onLine: () => {},
    });
    return Promise.all([
      untilAnswers(
        'http://localhost:7007/.backstage/health/v1/readiness',
        signal,
      ),
      untilAnswers('http://localhost:3000/', signal),
    ]);
  });
  await servers.stop();
  return time;
}

/** From `npm start` to the line with the address, with everything installed and the demo made. */
export async function measurePortalReady(tools) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'gitlab-tokens-'));
  const options = { ...tools, directory };
  const times = { npmStart: [], repoStart: [] };
  try {
    await timeOfNpmStart(options);
    for (let run = 0; run < runs; run++) {
      times.npmStart.push(await timeOfNpmStart(options));
      times.repoStart.push(await timeOfRepoStart(options));
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return report({
    figure: 'portal ready: from npm start to the line with the address',
    unit: 's',
    value: median(times.npmStart) / 1000,
    peer: {
      name: 'backstage-cli repo start, until backend and frontend answer',
      value: median(times.repoStart) / 1000,
    },
    runs,
  });
}
