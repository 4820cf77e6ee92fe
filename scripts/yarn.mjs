import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './repository.mjs';

/** The package.json of a folder. */
export function readManifest(directory) {
  return JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
}

/** The Yarn that is committed with the repository, run with `node` as it needs no installation that way. */
export function committedYarn() {
  const [, version] = readManifest(repository).packageManager.split('@');
  return path.join(repository, '.yarn', 'releases', `yarn-${version}.cjs`);
}

/** The end of what a program printed. When Yarn crashes, Node prints Yarn's own code, which is one endless line. */
export function tailOf(output) {
  return output
    .split('\n')
    .filter(line => line.trim() !== '' && line.length < 400)
    .filter(line => !line.startsWith('    at '))
    .slice(-30)
    .join('\n');
}
