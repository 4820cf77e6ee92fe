import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import {
  isRegistryAnswering,
  registryIsSilent,
  yarnNetworkEnvironment,
} from './npm.mjs';
import { repository, shown } from './repository.mjs';
import { committedYarn, readManifest, tailOf } from './yarn.mjs';

const nodeModules = path.join(repository, 'node_modules');
const record = path.join(nodeModules, '.installed-manifests');
const progressSeconds = 15;
const patienceSeconds = 30;

/** The folders of the root and of every workspace. */
function manifestDirectories() {
  const workspaces = readManifest(repository).workspaces.flatMap(pattern => {
    const parent = path.join(repository, path.dirname(pattern));
    return readdirSync(parent)
      .map(name => path.join(parent, name))
      .filter(directory => existsSync(path.join(directory, 'package.json')));
  });
  return [repository, ...workspaces.sort()];
}

/** A digest of everything that decides what is installed. */
function digestOfManifests() {
  const digest = createHash('sha256').update(
    `${process.platform}-${process.arch}`,
  );
  const files = [
    ...manifestDirectories().map(it => path.join(it, 'package.json')),
    path.join(repository, 'yarn.lock'),
    path.join(repository, '.yarnrc.yml'),
  ];
  for (const file of files) {
    digest.update(`\0${path.relative(repository, file)}\0`);
    digest.update(readFileSync(file));
  }
  return digest.digest('hex');
}

/** The first dependency of the root or of a workspace that is not where Node would find it. */
function missingDependency() {
  for (const directory of manifestDirectories()) {
    const manifest = readManifest(directory);
    const names = Object.keys({
      ...manifest.dependencies,
      ...manifest.devDependencies,
    });
    const missing = names.find(
      name =>
        !existsSync(path.join(nodeModules, name, 'package.json')) &&
        !existsSync(path.join(directory, 'node_modules', name, 'package.json')),
    );
    if (missing) {
      return missing;
    }
  }
  return undefined;
}

function recordedDigest() {
  return existsSync(record) ? readFileSync(record, 'utf8').trim() : undefined;
}

/** Says from time to time what Yarn is at, and ends it when it waits for a registry that does not answer. */
function watchOver({ yarn, output, say }) {
  const started = Date.now();
  return setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const step = output().match(/(\w+) step(?![^]* step)/)?.[1] ?? 'starting';
    say(`  still installing (${seconds} s, ${step})`);
    const isAtTheRegistry = /Resolution|Fetch|starting/.test(step);
    if (
      isAtTheRegistry &&
      seconds >= patienceSeconds &&
      !isRegistryAnswering()
    ) {
      yarn.kill();
    }
  }, progressSeconds * 1000);
}

/** Runs `yarn install --immutable`; resolves with its exit code, null when it was ended, and what it printed. */
function runYarnInstall({ node, environment, say }) {
  return new Promise((resolve, reject) => {
    const yarn = spawn(node, [committedYarn(), 'install', '--immutable'], {
      cwd: repository,
      env: { ...environment, ...yarnNetworkEnvironment(), FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = chunk => {
      output += chunk;
    };
    yarn.stdout.on('data', keep);
    yarn.stderr.on('data', keep);
    const watch = watchOver({ yarn, output: () => output, say });
    yarn.once('error', reject);
    yarn.once('close', code => {
      clearInterval(watch);
      resolve({ code, output });
    });
  });
}

function installationFailure(code, output) {
  if (output.includes('YN0028')) {
    return new Failure(
      `yarn.lock does not fit the manifests. Bring it up to date: node ${shown(
        committedYarn(),
      )} install`,
    );
  }
  const reason = isRegistryAnswering()
    ? `yarn install --immutable ended with ${code}`
    : registryIsSilent;
  return new Failure(
    `Dependencies could not be installed: ${reason}. Yarn said:\n${tailOf(
      output,
    )}`,
  );
}

/**
 * Installs what the lock file says, but only when the lock file, a manifest or Yarn's settings changed since the last
 * time, or when a dependency is missing.
 */
export async function provideDependencies({ node, environment, say }) {
  const digest = digestOfManifests();
  const missing = missingDependency();
  if (!missing && recordedDigest() === digest) {
    return;
  }
  const reason =
    missing && existsSync(nodeModules) ? ` (${missing} is missing)` : '';
  say(`installing dependencies${reason} …`);
  const { code, output } = await runYarnInstall({ node, environment, say });
  if (code !== 0) {
    throw installationFailure(code, output);
  }
  const stillMissing = missingDependency();
  if (stillMissing) {
    throw new Failure(
      `${stillMissing} is missing although Yarn says that everything is installed. Delete node_modules and start again.`,
    );
  }
  writeFileSync(record, `${digest}\n`);
}
