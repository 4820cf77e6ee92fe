import { watch } from 'chokidar';
import { basename, dirname } from 'path';
import { SopsLocation } from './sopsLocation';

/**
 * Calls back after one of the files was written, created or removed, once it has stopped changing: `sops` truncates
 * a file before it writes it, and what lies there in between is no SOPS file.
 *
 * @param options - `signal` ends the watch
 * @public
 */
export function watchSopsFiles(
  locations: SopsLocation[],
  onChange: (location: SopsLocation) => void,
  options: { signal?: AbortSignal } = {},
): void {
  // The directories and not the files, so that a file that appears later, or is replaced by a rename, is seen.
  const directories = [...new Set(locations.map(({ directory }) => directory))];
  const watcher = watch(directories, {
    depth: 0,
    ignoreInitial: true,
    awaitWriteFinish: { stabilityThreshold: 200, pollInterval: 50 },
  });
  watcher.on('all', (_event, path) => {
    const changed = locations.find(
      ({ directory, file }) =>
        directory === dirname(path) && file === basename(path),
    );
    if (changed) {
      onChange(changed);
    }
  });
  const close = () => watcher.close();
  options.signal?.addEventListener('abort', close, { once: true });
}
