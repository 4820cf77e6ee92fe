import { Config } from '@backstage/config';
import { existsSync, readFileSync } from 'fs';
import { dirname, isAbsolute, join, resolve } from 'path';

/**
 * Where the SOPS file of one environment lies.
 *
 * @public
 */
export interface SopsLocation {
  /** Absolute path of the directory that holds the SOPS files. */
  directory: string;
  /** Name of the file, relative to the directory. */
  file: string;
}

/**
 * The SOPS file of the environment that this portal runs as, or undefined where `gitlabTokens` is not configured.
 *
 * @throws Error of the configuration reader when a key is absent or not a string; it names the key.
 * @public
 */
export function readCurrentSopsLocation(
  config: Config,
): SopsLocation | undefined {
  const root = config.getOptionalConfig('gitlabTokens');
  if (!root) {
    return undefined;
  }
  const environment = root.getString('environment');
  return {
    directory: resolveSopsDirectory(root.getString('sops.directory')),
    file: root.getString(`environments.${environment}.file`),
  };
}

/**
 * The absolute form of `gitlabTokens.sops.directory`: a relative one is relative to the root of the repository, which
 * is the nearest folder upwards whose package.json declares workspaces, or else to the working directory.
 *
 * @public
 */
export function resolveSopsDirectory(
  directory: string,
  workingDirectory: string = process.cwd(),
): string {
  if (isAbsolute(directory)) {
    return directory;
  }
  return resolve(findRepositoryRoot(workingDirectory), directory);
}

function findRepositoryRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (
      existsSync(manifest) &&
      JSON.parse(readFileSync(manifest, 'utf8')).workspaces
    ) {
      return folder;
    }
    if (dirname(folder) === folder) {
      return start;
    }
  }
}
