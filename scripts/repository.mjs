import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository, as an absolute path. */
export const repository = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);

/** A path below the root, as it is shown to people: relative to where they are. */
export function shown(absolutePath) {
  return path.relative(process.cwd(), absolutePath) || '.';
}
