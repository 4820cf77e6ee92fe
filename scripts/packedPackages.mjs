import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { repository } from './repository.mjs';
import { committedYarn, readManifest, tailOf } from './yarn.mjs';

/** The packages that a portal installs. The emulator is for development, app and backend are this portal's own. */
export const publishedFolders = [
  'packages/sops',
  'plugins/gitlab-tokens-common',
  'plugins/gitlab-tokens-node',
  'plugins/gitlab-tokens-backend',
  'plugins/gitlab-tokens',
];

const sharedFiles = [
  'package.json',
  'yarn.lock',
  'tsconfig.json',
  '.yarnrc.yml',
  '.yarn',
];
const inModules = (...parts) => path.join(repository, 'node_modules', ...parts);

/**
 * Runs a program with Node to its end.
 *
 * @param options - `tools`, `what` it is in words, `args`; `cwd`, more `environment` and the `input` may be left out
 * @throws Failure with the end of its output when it fails
 */
export function runToEnd(options) {
  const { tools, what, args, cwd = repository, environment, input } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(tools.node, args, {
      cwd,
      env: { ...tools.environment, ...environment, FORCE_COLOR: '0' },
    });
    let output = '';
    const keep = text => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    child.once('error', reject);
    child.once('close', code =>
      code === 0
        ? resolve()
        : reject(
            new Failure(
              `${what} failed (${code}). It said:\n${tailOf(output)}`,
            ),
          ),
    );
  });
}

/** The types and the code of every package, as for a release. What this writes is git-ignored. */
async function build(tools) {
  await runToEnd({
    tools,
    what: 'The type check',
    args: [inModules('typescript', 'bin', 'tsc'), '--pretty', 'false'],
  });
  for (const folder of publishedFolders) {
    await runToEnd({
      tools,
      what: `The build of ${folder}`,
      args: [
        inModules('@backstage', 'cli', 'bin', 'backstage-cli'),
        'package',
        'build',
      ],
      cwd: path.join(repository, folder),
    });
  }
}

/** A copy of the workspaces, sharing what is installed: packing rewrites manifests for a moment, and there it may. */
function mirror(directory) {
  for (const name of sharedFiles) {
    cpSync(path.join(repository, name), path.join(directory, name), {
      recursive: true,
    });
  }
  symlinkSync(inModules(), path.join(directory, 'node_modules'), 'junction');
  for (const parent of ['packages', 'plugins']) {
    for (const name of readdirSync(path.join(repository, parent))) {
      const folder = path.join(parent, name);
      cpSync(path.join(repository, folder), path.join(directory, folder), {
        recursive: true,
        filter: source =>
          !/^(node_modules|coverage)$/.test(path.basename(source)),
      });
    }
  }
}

function unpack(file, folder) {
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('tar', [
    ...['-xzf', file, '-C', folder],
    '--strip-components=1',
  ]);
  if (status !== 0) {
    throw new Failure(`tar cannot unpack ${file}.`);
  }
}

/**
 * Builds and packs what is published, as `yarn pack` would for a release, without changing a file of the repository
 * that git knows.
 *
 * @param directory - an empty folder, which holds the archives and the unpacked packages afterwards
 * @returns for each package its `manifest`, the archive `file` and the `folder` of what is in it
 */
export async function packPackages(tools, directory) {
  await build(tools);
  const copy = path.join(directory, 'repository');
  mkdirSync(copy);
  mirror(copy);
  const packages = [];
  for (const source of publishedFolders) {
    const name = path.basename(source);
    const file = path.join(directory, `${name}.tgz`);
    const folder = path.join(directory, 'unpacked', name);
    await runToEnd({
      tools,
      what: `Packing ${source}`,
      args: [committedYarn(), 'pack', '--out', file],
      cwd: path.join(copy, source),
    });
    unpack(file, folder);
    packages.push({ source, manifest: readManifest(folder), file, folder });
  }
  return packages;
}
