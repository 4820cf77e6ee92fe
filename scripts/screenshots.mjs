/** `node scripts/screenshots.mjs`: takes the pictures in docs/images anew, from the demo at its beginning. */
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { Failure, runProgram } from './failure.mjs';
import { runNode } from './phases.mjs';
import { repository } from './repository.mjs';
import { setUp } from './setup.mjs';

await runProgram(async () => {
  const { node, environment } = await setUp(text => console.log(text));
  const chromium = findChromium();
  if (!chromium) {
    throw new Failure(
      'Pictures need a Chromium or Chrome, and none was found.',
    );
  }
  return runNode({
    node,
    environment: {
      ...environment,
      CHROMIUM_PATH: chromium,
      SCREENSHOTS: path.join(repository, 'docs', 'images'),
    },
    args: [
      path.join(repository, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
    ],
  });
});
