import { spawn } from 'node:child_process';
import { wordsOf } from './failure.mjs';
import { repository } from './repository.mjs';

/** Runs a program with Node in the foreground; resolves with its exit code. */
export function runNode({ node, environment, args }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      cwd: repository,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

/** Runs a program with Node in the background; resolves with its exit code and all that it has said. */
export function runNodeBeside({ node, environment, args }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, {
      cwd: repository,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = [];
    child.stdout.on('data', data => said.push(data));
    child.stderr.on('data', data => said.push(data));
    child.once('error', reject);
    child.once('close', code =>
      resolve({ code: code ?? 1, said: Buffer.concat(said).toString() }),
    );
  });
}

/** A phase that breaks off counts as one failure. */
async function countsOf(run) {
  try {
    return await run();
  } catch (error) {
    console.log(wordsOf(error));
    return { passed: 0, failed: 1 };
  }
}

/**
 * Runs one phase after another. A phase that fails or breaks off does not keep the later ones from running.
 *
 * @param phases - `{ name, run }`; `run` resolves with `{ passed, failed, skipped }`, the numbers of what it counted
 * @returns the sum, with the names of the phases that failed
 */
export async function runPhases(phases) {
  const total = { passed: 0, failed: 0, skipped: 0, failedPhases: [] };
  for (const { name, run } of phases) {
    console.log(`\n=== ${name}`);
    const started = Date.now();
    const counts = await countsOf(run);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(
      `=== ${name}: ${counts.failed ? 'FAILED' : 'passed'} (${seconds} s)`,
    );
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped ?? 0;
    if (counts.failed) {
      total.failedPhases.push(name);
    }
  }
  return total;
}
