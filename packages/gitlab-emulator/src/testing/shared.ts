import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const repository = resolve(
  dirname(require.resolve('../../package.json')),
  '../..',
);

/** Reference data that lies beside the repository on some machines. */
export const sharedDirectory = resolve(repository, '../shared');

/** Whether that part of the reference data is here; says so where it is not. */
export function hasShared(part: string): boolean {
  const isHere = existsSync(resolve(sharedDirectory, part));
  if (!isHere) {
    process.stdout.write(`skipped: ${part} is not on this machine\n`);
  }
  return isHere;
}
