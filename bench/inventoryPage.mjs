import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../scripts/postgres.mjs';
import { repository } from '../scripts/repository.mjs';
import { typescriptCommand } from '../scripts/typescript.mjs';
import { median, report, requireFact } from './figures.mjs';

const run = promisify(execFile);

const meanings = {
  many: 'a search that finds one in fifteen',
  few: 'a search that finds sixty',
  alive: 'active ones, newest first',
};

/** Pages of 50 with a filter, a search and a sort, on one database; both sizes take turns in one process. */
async function measure({ node, environment }, [name, client, location]) {
  const { stdout } = await run(
    node,
    typescriptCommand('bench/inventoryPage.ts', [client, location]),
    { cwd: repository, env: environment },
  );
  const { figures, requests, seconds } = JSON.parse(stdout);
  const kept = Object.entries(figures).map(
    ([query, { small, large, rows }]) => {
      const holds = report({
        figure: `inventory page: 100,000 tokens on ${name}, ${meanings[query]}`,
        unit: 'ms',
        value: median(large),
        peer: { name: 'the same of 1,000 tokens', value: median(small) },
        bound: 1.5,
        rows: rows.large,
        runs: large.length,
        gitlabRequests: requests,
        secondsToFill: seconds,
      });
      const isWhole = rows.small === 50 && rows.large === 50;
      return (
        requireFact(isWhole, 'Both inventories must give 50 tokens') &&
        requireFact(requests === 0, 'A page must not ask GitLab') &&
        holds
      );
    },
  );
  return kept.every(Boolean);
}

/** The page of tokens, from the plugin's database alone: a hundred times as many must cost about the same. */
export async function measureInventoryPage(tools) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'inventory-'));
  const postgres = await startPostgres();
  const server =
    postgres &&
    { ...tools.environment, ...postgres.environment }
      .BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING;
  try {
    const kept = [
      await measure(tools, ['SQLite', 'better-sqlite3', directory]),
    ];
    if (server) {
      kept.push(await measure(tools, ['PostgreSQL', 'pg', server]));
    } else {
      console.error('No PostgreSQL: the inventory page is not measured on it');
    }
    return kept.every(Boolean);
  } finally {
    postgres?.stop();
    rmSync(directory, { recursive: true });
  }
}
