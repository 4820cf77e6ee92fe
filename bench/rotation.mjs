import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { emulatorPort } from '../scripts/portal.mjs';
import { repository } from '../scripts/repository.mjs';
import { typescriptCommand } from '../scripts/typescript.mjs';
import { setLatency, startEmulator } from './emulator.mjs';
import { median, report, requireFact, timed } from './figures.mjs';

const run = promisify(execFile);

const latencyMs = 50;
const rounds = 7;
const broker = 'glpat-demo-broker-dev-not-a-secret';

/** What may be added to GitLab's answers: sealing, writing the SOPS file, the ledger. */
const ownTime = 100;

/** What else a user would take. Neither proves the new value where it is used. */
const others = [
  {
    name: "Vault's GitLab secrets engine, for its own token, by its documentation",
    value: 3,
  },
  {
    name: 'glab, with the new value on the screen, by its documentation',
    value: 2,
  },
];

/** The same number of requests, one after the other, and nothing else. */
async function bareRequests(url, number) {
  for (let index = 0; index < number; index++) {
    const answer = await fetch(`${url}/api/v4/personal_access_tokens/self`, {
      headers: { authorization: `Bearer ${broker}` },
    });
    await answer.text();
  }
}

/** A rotation of a credential through its SOPS file, with 50 ms per answer of GitLab. */
export async function measureRotation(tools) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gitlab-tokens-bench-'));
  // The demo's SOPS files name this port.
  const emulator = await startEmulator(tools, emulatorPort.port, [
    '--seed-today',
  ]);
  try {
    const { url } = emulator;
    await setLatency(url, latencyMs);
    await cp(path.join(repository, 'sops'), folder, { recursive: true });
    const args = [url, folder, path.join(folder, 'db.sqlite'), String(rounds)];
    const { stdout } = await run(
      tools.node,
      typescriptCommand('bench/rotation.ts', args),
      {
        cwd: repository,
        env: {
          ...tools.environment,
          SOPS_AGE_KEY_FILE: path.join(folder, 'demo.agekey'),
        },
      },
    );
    const { times, calls } = JSON.parse(stdout);
    await bareRequests(url, 1);
    const bare = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await timed(() => bareRequests(url, calls.length)));
    }
    const kept = [
      report({
        figure: 'rotation: overlap, into a SOPS file',
        unit: 'ms',
        value: median(times),
        peer: {
          name: `${calls.length} bare requests one after the other, and ${ownTime} ms`,
          value: median(bare) + ownTime,
        },
        bound: 1,
      }),
      ...others.map(peer =>
        report({
          figure: 'rotation: requests to GitLab, proof included',
          unit: 'requests',
          value: calls.length,
          peer,
        }),
      ),
      requireFact(calls.length === 4, 'A rotation takes four requests'),
    ];
    return kept.every(Boolean);
  } finally {
    await emulator.stop();
    await rm(folder, { recursive: true });
  }
}
