import path from 'node:path';
import { repository } from './repository.mjs';

/** How Node runs the emulator's program, which is TypeScript: Backstage's own loader compiles it on the way. */
export function emulatorCommand(args) {
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
    path.join(repository, 'packages', 'gitlab-emulator', 'src', 'cli.ts'),
    ...args,
  ];
}
