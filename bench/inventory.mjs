import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repository } from '../scripts/repository.mjs';
import { typescriptCommand } from '../scripts/typescript.mjs';
import { control, requestsTo, startEmulator } from './emulator.mjs';
import { median, report, requireFact } from './figures.mjs';

const run = promisify(execFile);

const concurrency = 8;
const group = 10;
const administrator = 'glpat-bench-administrator-not-a-secret';

/** An administrator and a group with so many tokens. */
function seed(tokens, latencyMs) {
  return {
    now: '2026-06-01T00:00:00Z',
    settings: { latencyMs },
    users: [{ id: 1, username: 'root', admin: true }],
    groups: [{ id: group, path: 'example-org' }],
    tokens: [
      {
        id: 1,
        kind: 'personal',
        userId: 1,
        scopes: ['api'],
        value: administrator,
        expiresAt: '2026-12-31',
      },
      ...Array.from({ length: tokens }, (_, index) => ({
        id: 100 + index,
        kind: 'group',
        groupId: group,
        accessLevel: 30,
        name: `token ${index}`,
        scopes: ['read_api'],
        expiresAt: '2026-12-31',
      })),
    ],
  };
}

/** Lists the group's tokens in a process of its own, and counts the requests that it took. */
async function list({ node, environment }, { url }, way, nodeOptions = []) {
  await control(url, 'DELETE', 'requests');
  const args = [url, administrator, String(group), String(concurrency), way];
  const { stdout } = await run(
    node,
    [...nodeOptions, ...typescriptCommand('bench/inventory.ts', args)],
    { cwd: repository, env: environment },
  );
  return { ...JSON.parse(stdout), requests: await requestsTo(url) };
}

async function medianTime(tools, emulator, way, runs) {
  const results = [];
  for (let index = 0; index < runs; index++) {
    results.push(await list(tools, emulator, way));
  }
  const { rows, requests } = results[0];
  const times = results.map(({ milliseconds }) => milliseconds);
  return { rows, requests, milliseconds: median(times) };
}

/** 10,000 tokens at 50 ms per answer, beside gitbeaker's own way and beside nothing but requests. */
export async function measureInventory(tools) {
  const emulator = await startEmulator(tools);
  try {
    await control(emulator.url, 'PUT', 'seed', seed(10_000, 50));
    const gitbeaker = await medianTime(tools, emulator, 'gitbeaker', 1);
    const bare = await medianTime(tools, emulator, 'bareFetch', 3);
    const gateway = await medianTime(tools, emulator, 'gateway', 3);
    const figure = {
      unit: 'ms',
      value: gateway.milliseconds,
      rows: gateway.rows,
      requests: gateway.requests,
    };
    const kept = [
      report({
        ...figure,
        figure: 'inventory: 10,000 tokens of one group, beside gitbeaker',
        peer: {
          name: '@gitbeaker/rest, all({ perPage: 100 })',
          value: gitbeaker.milliseconds,
        },
        bound: 1 / 6,
      }),
      report({
        ...figure,
        figure: 'inventory: 10,000 tokens of one group, beside bare requests',
        peer: {
          name: `fetch, ${concurrency} at once`,
          value: bare.milliseconds,
        },
        bound: 1.3,
      }),
      requireFact(
        gateway.requests <= 101 && gateway.rows === 10_000,
        'All 10,000 tokens must be there, with at most 101 requests',
      ),
    ];
    return kept.every(Boolean);
  } finally {
    await emulator.stop();
  }
}

/** Ten times as many tokens must not take more memory: pages are passed on, not collected. */
export async function measureInventoryMemory(tools) {
  const emulator = await startEmulator(tools);
  try {
    await control(emulator.url, 'PUT', 'seed', seed(10_000, 0));
    const collecting = ['--expose-gc'];
    const small = await list(tools, emulator, 'gateway', collecting);
    await control(emulator.url, 'PUT', 'seed', seed(100_000, 0));
    const large = await list(tools, emulator, 'gateway', collecting);
    return report({
      figure: 'inventory: memory held while 100,000 tokens of one group pass',
      unit: 'MiB',
      value: large.heldMiB,
      peer: { name: 'the same for 10,000', value: small.heldMiB },
      bound: 1.5,
      rows: large.rows,
      requests: large.requests,
    });
  } finally {
    await emulator.stop();
  }
}
