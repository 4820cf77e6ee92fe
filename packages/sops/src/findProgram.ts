import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';

/** Where a program is, or why it cannot be started. */
export type ProgramPlace =
  | { readonly path: string }
  | { readonly problem: 'PROGRAM_NOT_FOUND' | 'PROGRAM_NOT_EXECUTABLE' };

/**
 * Finds a program by its path, or by its name in the directories of PATH. Relative directories there are passed over:
 * what is run must not depend on where this process was started.
 */
export async function findProgram(
  name: string,
  searchPath = '',
): Promise<ProgramPlace> {
  const directories = searchPath.split(delimiter).filter(isAbsolute);
  const candidates = /[\\/]/.test(name)
    ? [resolve(name)]
    : directories.map(directory => join(directory, name));
  let problem: 'PROGRAM_NOT_FOUND' | 'PROGRAM_NOT_EXECUTABLE' =
    'PROGRAM_NOT_FOUND';
  for (const candidate of candidates.flatMap(withSuffix)) {
    const stats = await stat(candidate).catch(() => undefined);
    if (!stats?.isFile()) continue;
    try {
      await access(candidate, constants.X_OK);
      return { path: candidate };
    } catch {
      problem = 'PROGRAM_NOT_EXECUTABLE';
    }
  }
  return { problem };
}

function withSuffix(path: string): string[] {
  return process.platform === 'win32' ? [`${path}.exe`, path] : [path];
}
