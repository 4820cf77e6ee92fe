import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../scripts/repository.mjs';
import { typescriptCommand } from '../scripts/typescript.mjs';
import { median, report, timed } from './figures.mjs';
import { openCatalog, untilQuiet, withNewcomer } from './pageBrowser.mjs';
import { appUrl } from './pageServer.mjs';

const run = promisify(execFile);

const runs = 16;
const warmUp = 3;
const environment = 'qa';
const address = `${appUrl}/gitlab-tokens/tokens?environment=${environment}&state=any&limit=25`;

async function fill({ node, environment: env }, backend, size) {
  const file = path.join(backend.directory, 'db', 'gitlab-tokens.sqlite');
  const { stdout } = await run(
    node,
    typescriptCommand('bench/pageTable.ts', [file, environment, String(size)]),
    { cwd: repository, env },
  );
  return JSON.parse(stdout);
}

/** Until the table says which of its tokens are shown, and has so many rows. */
function untilShown(page, { text, rows }) {
  return page.waitForFunction(
    wanted =>
      document.querySelectorAll('tbody tr').length === wanted.rows &&
      [...document.querySelectorAll('[role=status]')].some(each =>
        each.textContent.includes(wanted.text),
      ),
    { text, rows },
  );
}

// Of how many is told only where the backend has counted them all.
const shown = (from, to) => `${from}–${to} of `;

const first = { text: shown(1, 25), rows: 25 };
const second = { text: shown(26, 50), rows: 25 };
const found = { text: shown(1, 1), rows: 1 };

async function timeOfNextPage(page) {
  const press = label =>
    page
      .getByRole('button', { name: label, exact: true })
      .evaluate(button => button.click());
  const time = await timed(async () => {
    await press('Next page');
    await untilShown(page, second);
  });
  await press('Previous page');
  await untilShown(page, first);
  return time;
}

async function timeOfSearch(page, name) {
  const search = page.getByRole('searchbox');
  const time = await timed(async () => {
    await search.fill(name);
    await untilShown(page, found);
  });
  await search.fill('');
  await untilShown(page, first);
  return time;
}

/** The times of the next page of 25, and of the search for one token by its name, with so many tokens. */
async function timesWith({ tools, browser, backend }, { size, rounds }) {
  const { name, rows } = await fill(tools, backend, size);
  if (rows !== size) {
    throw new Error(`The inventory has ${rows} tokens, not ${size}`);
  }
  return withNewcomer(browser, async page => {
    await openCatalog(page);
    await page.goto(address);
    await untilShown(page, first);
    await untilQuiet(page);
    const times = { next: [], search: [] };
    for (let round = -warmUp; round < rounds; round++) {
      const next = await timeOfNextPage(page);
      const search = await timeOfSearch(page, name);
      if (round >= 0) {
        times.next.push(next);
        times.search.push(search);
      }
    }
    return times;
  });
}

/** A hundred times as many tokens behind the table must feel the same. */
export async function measurePageTable(measured) {
  // Half of the few before and half after the many, so that what is warm by then favours neither.
  const few = { size: 50, rounds: runs / 2 };
  const before = await timesWith(measured, few);
  const large = await timesWith(measured, { size: 5_000, rounds: runs });
  const after = await timesWith(measured, few);
  const figures = {
    next: 'page: the next 25 of 5,000 tokens',
    search:
      'page: one of 5,000 tokens searched by its name, with the pause after typing',
  };
  const kept = Object.entries(figures).map(([action, figure]) =>
    report({
      figure,
      unit: 'ms',
      value: median(large[action]),
      peer: {
        name: 'the same of 50 tokens',
        value: median([...before[action], ...after[action]]),
      },
      bound: 1.5,
      runs: large[action].length,
    }),
  );
  return kept.every(Boolean);
}
