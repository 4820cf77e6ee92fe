import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from '../scripts/repository.mjs';

const run = promisify(execFile);

const plugin = '@gitlab-tokens/backstage-plugin-gitlab-tokens';

/** A copy of the portal's frontend alone, in a workspace of its own: a build leaves nothing in the repository. */
function copyApp(directory, withPlugin) {
  const app = path.join(directory, 'packages', 'app');
  mkdirSync(app, { recursive: true });
  for (const file of [
    'package.json',
    'tsconfig.json',
    'backstage.json',
    'yarn.lock',
  ]) {
    cpSync(path.join(repository, file), path.join(directory, file));
  }
  symlinkSync(
    path.join(repository, 'node_modules'),
    path.join(directory, 'node_modules'),
    'junction',
  );
  for (const part of ['src', 'public']) {
    cpSync(
      path.join(repository, 'packages', 'app', part),
      path.join(app, part),
      { recursive: true },
    );
  }
  const manifest = JSON.parse(
    readFileSync(path.join(repository, 'packages/app/package.json'), 'utf8'),
  );
  if (!manifest.dependencies[plugin]) {
    throw new Error(`The portal does not depend on ${plugin}`);
  }
  if (!withPlugin) {
    delete manifest.dependencies[plugin];
  }
  writeFileSync(path.join(app, 'package.json'), JSON.stringify(manifest));
  return app;
}

/**
 * Builds the portal's frontend as for production.
 *
 * @param directory - an empty folder for it
 * @param withPlugin - false for the same portal without the plugin
 * @returns the folder of what a browser loads
 */
export async function buildApp(
  { node, environment },
  { directory, withPlugin },
) {
  const app = copyApp(directory, withPlugin);
  await run(
    node,
    [
      path.join(repository, 'node_modules/@backstage/cli/bin/backstage-cli'),
      ...['package', 'build'],
      ...['--config', path.join(repository, 'app-config.yaml')],
    ],
    { cwd: app, env: environment, maxBuffer: 64 * 1024 * 1024 },
  );
  return path.join(app, 'dist');
}
