/** `npm start`: the portal with everything that it needs, until it is told to end. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Demo } from './demo.mjs';
import { Failure, runProgram } from './failure.mjs';
import { Portal, emulatorPort, pageUrl, portalPorts } from './portal.mjs';
import { requireFreePorts } from './ports.mjs';
import { untilToldToEnd } from './processes.mjs';
import { repository, shown } from './repository.mjs';
import { setUp } from './setup.mjs';

const startSeconds = 75;
const help = `npm start                  the portal with the demo: GitLab emulator, backend, frontend
npm start -- --reset       the same, with the demo put back to its beginning
npm start -- --no-demo     your own configuration: app-config.yaml, then app-config.local.yaml; no emulator, no copies
npm start -- --verbose     with the output of all processes`;

const say = text => console.log(text);

function readOptions() {
  try {
    return parseArgs({
      options: {
        reset: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Failure(`${error.message}\n\n${help}`);
  }
}

/** The demo uses nothing of app-config.local.yaml: it never meets your GitLab, and you never meet its tokens. */
function demoParts(reset) {
  const demo = new Demo();
  if (reset) {
    demo.reset();
    say('the demo is back at its beginning');
  }
  demo.prepare(say);
  if (existsSync(path.join(repository, 'app-config.local.yaml'))) {
    say('app-config.local.yaml is not used by the demo; --no-demo uses it');
  }
  return {
    demo,
    config: [path.join(repository, 'app-config.yaml')],
    logs: demo.logs,
    additions: demo.environment(),
  };
}

function ownParts() {
  return {
    config: [],
    logs: path.join(repository, '.data', 'logs'),
    additions: {},
  };
}

async function main() {
  const options = readOptions();
  if (options.help) {
    say(help);
    return 0;
  }
  const hasDemo = !options['no-demo'];
  if (options.reset && !hasDemo) {
    throw new Failure('--reset is for the demo, and --no-demo has none.');
  }
  await requireFreePorts(
    hasDemo ? [emulatorPort, ...portalPorts] : portalPorts,
  );
  const { node, environment } = await setUp(say);
  const told = untilToldToEnd();
  const { demo, config, logs, additions } = hasDemo
    ? demoParts(options.reset)
    : ownParts();

  say(`starting the portal (logs in ${shown(logs)}) …`);
  const portal = new Portal({
    node,
    environment: { ...environment, ...additions, BROWSER: 'none' },
    demo,
    config,
    logs,
    echo: options.verbose
      ? (name, line) => say(`[${name}] ${line}`)
      : undefined,
  });
  try {
    const ready = portal
      .start(startSeconds)
      .then(() =>
        say(
          `GitLab tokens portal ready: ${pageUrl}  (Ctrl-C stops it; logs in ${shown(
            logs,
          )})`,
        ),
      );
    await Promise.race([ready.then(() => portal.failed), told]);
  } finally {
    await portal.stop();
  }
  return 0;
}

await runProgram(main);
