import { typescriptCommand } from './typescript.mjs';

/** How Node runs the emulator's program. */
export function emulatorCommand(args) {
  return typescriptCommand('packages/gitlab-emulator/src/cli.ts', args);
}
