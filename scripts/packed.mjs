/**
 * `npm run packed`: packs what would be published, installs it by the lines of the READMEs into freshly generated
 * portals, one on each frontend system, and looks at them with a browser.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { requireChromium } from './chromium.mjs';
import { Failure, runProgram } from './failure.mjs';
import {
  configure,
  generateApp,
  installPackages,
  ports,
  provideCreateApp,
  systems,
  writeCode,
} from './packedApp.mjs';
import { problemsOf } from './packedContents.mjs';
import { packPackages, runToEnd } from './packedPackages.mjs';
import { withRunningApp } from './packedPortal.mjs';
import { startPackedRegistry } from './packedRegistry.mjs';
import { emulatorPort } from './portal.mjs';
import { requireFreePorts } from './ports.mjs';
import { repository } from './repository.mjs';
import { setUp } from './setup.mjs';

const neededPorts = [
  emulatorPort,
  { port: ports.backend, purpose: 'the backend' },
  { port: ports.frontend, purpose: 'the frontend' },
];

const say = text => console.log(text);

function readOptions() {
  const { values } = parseArgs({
    options: {
      system: { type: 'string', multiple: true, default: Object.keys(systems) },
      keep: { type: 'boolean', default: false },
    },
  });
  const unknown = values.system.find(name => !systems[name]);
  if (unknown) {
    throw new Failure(
      `--system is ${Object.keys(systems).join(' or ')}, not ${unknown}.`,
    );
  }
  return values;
}

/** Makes and tries one portal. @returns what is wrong, in sentences */
async function tryOut(options) {
  const { tools, system, directory, createApp, registry, chromium } = options;
  say(`\n=== ${systems[system].title}`);
  const app = path.join(directory, system);
  const data = path.join(directory, `${system}-data`);
  const pictures = path.join(data, 'pictures');
  mkdirSync(pictures, { recursive: true });
  await generateApp({ tools, createApp, system, app });
  say('generated');
  const lines = await installPackages({ tools, registry, system, app });
  lines.forEach(line => say(`installed: ${line}`));
  writeCode({ system, app }).forEach(name => say(`written: ${name}`));
  await runToEnd({
    tools,
    what: 'The type check of the generated portal',
    args: ['node_modules/typescript/bin/tsc', '--pretty', 'false'],
    cwd: app,
  });
  say('type check passed');
  const config = await configure({ system, app, data });
  await requireFreePorts(neededPorts);
  // Only now: this file is loaded before the dependencies are installed, and the browser's driver is one of them.
  const { lookAround } = await import('./packedLook.mjs');
  const { seen, problems } = await withRunningApp(
    { tools, app, data, config },
    () => lookAround({ executablePath: chromium, pictures }),
  );
  say(`seen in the browser: ${seen.join(', ') || 'nothing'}`);
  return problems.map(problem => `${system}: ${problem}`);
}

async function tryPackages({ tools, systemNames, directory, chromium }) {
  const packages = await packPackages(tools, directory);
  packages.forEach(({ manifest: { name, version } }) =>
    say(`packed: ${name} ${version}`),
  );
  const problems = packages.flatMap(it => problemsOf(it, repository));
  const createApp = provideCreateApp(tools, path.join(directory, 'create-app'));
  const registry = await startPackedRegistry(packages);
  try {
    for (const system of systemNames) {
      problems.push(
        ...(await tryOut({
          tools,
          system,
          directory,
          createApp,
          registry: registry.address,
          chromium,
        })),
      );
    }
  } finally {
    registry.stop();
  }
  return problems;
}

await runProgram(async () => {
  const options = readOptions();
  const tools = await setUp(say);
  const chromium = requireChromium('Looking at the portals');
  await requireFreePorts(neededPorts);
  const directory = mkdtempSync(path.join(tmpdir(), 'gitlab-tokens-packed-'));
  say(`working in ${directory}`);
  let problems;
  try {
    problems = await tryPackages({
      tools,
      systemNames: options.system,
      directory,
      chromium,
    });
  } finally {
    if (!options.keep) {
      rmSync(directory, { recursive: true, force: true });
    }
  }
  problems.forEach(problem => say(`\nproblem: ${problem}`));
  say(`\n${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
});
