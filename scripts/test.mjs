/** `npm test`: type check, lint, unit and integration tests, and the browser tests where a Chromium is found. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromiumRemedy, findChromium } from './chromium.mjs';
import { runProgram, wordsOf } from './failure.mjs';
import { runNode, runNodeBeside, runPhases } from './phases.mjs';
import { startPostgres } from './postgres.mjs';
import { repository } from './repository.mjs';
import { setUp } from './setup.mjs';

const reports = path.join(repository, 'e2e-test-report');
const inModules = (...parts) => path.join(repository, 'node_modules', ...parts);
const backstageCli = inModules('@backstage', 'cli', 'bin', 'backstage-cli');

/** A check that either holds or does not: it counts when it fails, and is no test when it passes. */
function check(tools, args) {
  return async () => {
    const code = await runNode({ ...tools, args });
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  };
}

/** The same, begun at once, beside whatever runs before its turn comes. */
function checkBeside(tools, args) {
  const ended = runNodeBeside({ ...tools, args });
  // Whoever waits for it is told
  ended.catch(() => {});
  return async () => {
    const { code, said } = await ended;
    process.stdout.write(said);
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  };
}

/** Runs a test program that writes a JSON report, and counts from the report. */
async function runReported({ tools, args, report, count }) {
  rmSync(report, { force: true });
  const code = await runNode({ ...tools, args });
  const counts = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  // A run that broke off must not look like one in which everything passed.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function unitTests(tools) {
  const postgres = await startPostgres();
  try {
    const counts = await runUnitTests({
      ...tools,
      environment: { ...tools.environment, ...postgres?.environment },
    });
    return postgres ? counts : withoutPostgres(counts);
  } finally {
    postgres?.stop();
  }
}

function withoutPostgres(counts) {
  console.log(
    'No PostgreSQL server was found, so what concerns the database was tested on SQLite alone. ' +
      'Install one (Debian: apt-get install postgresql).',
  );
  return { ...counts, failed: counts.failed + missingInCi() };
}

/** Where CI is set, something that is missing is a failure, and elsewhere it is only told. */
function missingInCi() {
  if (!process.env.CI) {
    return 0;
  }
  console.log('That counts as a failure, because CI is set.');
  return 1;
}

function runUnitTests(tools) {
  const report = path.join(reports, 'jest.json');
  return runReported({
    tools,
    args: [backstageCli, 'repo', 'test', '--json', `--outputFile=${report}`],
    report,
    count: result => ({
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests,
    }),
  });
}

function browserTests(tools) {
  const chromium = findChromium();
  if (!chromium) {
    console.log(
      `No Chromium or Chrome was found, so the browser tests did not run. ${chromiumRemedy}`,
    );
    return { passed: 0, failed: missingInCi() };
  }
  const report = path.join(reports, 'playwright.json');
  return runReported({
    tools: {
      ...tools,
      environment: {
        ...tools.environment,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
    args: [inModules('@playwright', 'test', 'cli.js'), 'test'],
    report,
    count: ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    }),
  });
}

function phases(tools) {
  // It takes as long as the other checks together, and one core
  const typeCheck = checkBeside(tools, [inModules('typescript', 'bin', 'tsc')]);
  return [
    {
      name: 'formatting',
      run: check(tools, [
        inModules('prettier', 'bin-prettier.js'),
        '--check',
        '.',
      ]),
    },
    { name: 'lint', run: check(tools, [backstageCli, 'repo', 'lint']) },
    {
      name: 'lint of scripts and browser tests',
      run: check(tools, [
        inModules('eslint', 'bin', 'eslint.js'),
        '--ext',
        'mjs,ts',
        'scripts',
        'bench',
        'e2e-tests',
        'playwright.config.ts',
      ]),
    },
    {
      name: 'import rules',
      run: check(tools, [path.join(repository, 'scripts', 'import-rules.mjs')]),
    },
    { name: 'type check', run: typeCheck },
    { name: 'unit and integration tests', run: () => unitTests(tools) },
    { name: 'browser tests', run: () => browserTests(tools) },
  ];
}

/** The last line, whatever happened, for whoever reads no other. */
function sayTotal({ passed, failed }) {
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

await runProgram(async () => {
  let tools;
  try {
    const { node, environment } = await setUp(text => console.log(text));
    // Without CI, Jest would watch for changes and never end.
    tools = { node, environment: { ...environment, CI: 'true' } };
  } catch (error) {
    console.log(`\n${wordsOf(error)}`);
    return sayTotal({ passed: 0, failed: 1 });
  }
  mkdirSync(reports, { recursive: true });
  const total = await runPhases(phases(tools));
  if (total.failedPhases.length > 0) {
    console.log(`\nFailed: ${total.failedPhases.join(', ')}`);
  }
  if (total.skipped > 0) {
    console.log(`\n${total.skipped} skipped`);
  }
  return sayTotal(total);
});
