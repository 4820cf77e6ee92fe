import path from 'node:path';
import { repository } from './repository.mjs';

/** How Node runs a program in TypeScript: Backstage's own loader compiles it on the way. */
export function typescriptCommand(program, args) {
  return [
    '--require',
    path.join(
      repository,
      'node_modules',
      '@backstage',
      'cli',
      'config',
      'nodeTransform.cjs',
    ),
    path.join(repository, program),
    ...args,
  ];
}
