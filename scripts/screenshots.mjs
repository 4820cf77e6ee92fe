/**
 * `node scripts/screenshots.mjs`: takes the pictures in docs/images anew, from the demo at its beginning.
 * `node scripts/screenshots.mjs --all FOLDER`: takes pictures of every page, dialog and step, in every language, theme
 * and width, to look at. What follows is passed on to the browser tests, such as the name of a file: `issuing`.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { requireChromium } from './chromium.mjs';
import { runProgram } from './failure.mjs';
import { runNode } from './phases.mjs';
import { repository } from './repository.mjs';
import { setUp } from './setup.mjs';

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    options: { all: { type: 'string' } },
    allowPositionals: true,
  });
  const { node, environment } = await setUp(text => console.log(text));
  const chromium = requireChromium('Taking pictures');
  const folder = values.all && path.resolve(values.all);
  if (folder) {
    mkdirSync(folder, { recursive: true });
  }
  return runNode({
    node,
    environment: {
      ...environment,
      CHROMIUM_PATH: chromium,
      ...(folder
        ? { SCREENSHOTS_OF_ALL: folder }
        : { SCREENSHOTS: path.join(repository, 'docs', 'images') }),
    },
    args: [
      path.join(repository, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      ...positionals,
    ],
  });
});
