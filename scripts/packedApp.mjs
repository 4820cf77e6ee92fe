import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { runNpm, yarnNetworkEnvironment } from './npm.mjs';
import { runToEnd } from './packedPackages.mjs';
import { applyCode, configurationFor, installLines } from './packedReadme.mjs';
import { repository } from './repository.mjs';
import { committedYarn } from './yarn.mjs';

const createAppVersion = '0.9.2';
const frontend = 'plugins/gitlab-tokens/README.md';
const backend = 'plugins/gitlab-tokens-backend/README.md';
const installation = '## Installation';

export const systems = {
  new: {
    title: 'the frontend system',
    createApp: [],
    heading: '### On the frontend system',
  },
  legacy: {
    title: 'the old frontend system',
    createApp: ['--legacy'],
    heading: '### On the old frontend system',
  },
};

export const ports = { frontend: 3100, backend: 7107 };
const frontendUrl = `http://localhost:${ports.frontend}`;
const backendUrl = `http://localhost:${ports.backend}`;

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file, value) =>
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

/** Backstage's program that generates apps, and beside it the `yarn` that it looks for on PATH. */
export function provideCreateApp(tools, directory) {
  const { resolutions } = readJson(path.join(repository, 'package.json'));
  mkdirSync(directory);
  writeJson(path.join(directory, 'package.json'), {
    private: true,
    dependencies: { '@backstage/create-app': createAppVersion },
    overrides: {
      '@backstage/cli-common': resolutions['@backstage/cli-common'],
    },
  });
  const { status, stderr } = runNpm([
    'install',
    ...['--ignore-scripts', '--no-audit', '--no-fund'],
    ...['--prefix', directory],
  ]);
  if (status !== 0) {
    throw new Failure(
      `@backstage/create-app ${createAppVersion} cannot be installed:\n${stderr}`,
    );
  }
  const yarn = path.join(directory, 'yarn');
  writeFileSync(
    yarn,
    `#!/bin/sh\nexec '${tools.node}' '${committedYarn()}' "$@"\n`,
  );
  chmodSync(yarn, 0o755);
  const program = path.join(
    directory,
    'node_modules/@backstage/create-app/bin/backstage-create-app',
  );
  return { program, directory };
}

/** A portal as `@backstage/create-app` makes it, with this repository's pins and lock file, and not installed yet. */
export async function generateApp({ tools, createApp, system, app }) {
  await runToEnd({
    tools,
    what: '@backstage/create-app',
    args: [
      createApp.program,
      ...systems[system].createApp,
      ...['--skip-install', '--path', app],
    ],
    environment: {
      PATH: `${createApp.directory}${path.delimiter}${tools.environment.PATH}`,
    },
    // It asks for the app's name.
    input: `${path.basename(app)}\n`,
  });
  const { version } = readJson(path.join(app, 'backstage.json'));
  const ours = readJson(path.join(repository, 'backstage.json')).version;
  if (version !== ours) {
    throw new Failure(
      `@backstage/create-app ${createAppVersion} makes a portal of Backstage ${version}, and this repository is on ${ours}.`,
    );
  }
  const manifest = path.join(app, 'package.json');
  const { resolutions } = readJson(path.join(repository, 'package.json'));
  const generated = readJson(manifest);
  writeJson(manifest, {
    ...generated,
    resolutions: { ...generated.resolutions, ...resolutions },
  });
  // In place of the one that it fetches from elsewhere: the versions with which this repository was tested.
  cpSync(path.join(repository, 'yarn.lock'), path.join(app, 'yarn.lock'));
}

/** How Yarn reaches the npm registry and the one of the packed packages. */
function yarnEnvironment() {
  const network = yarnNetworkEnvironment();
  const plain = { ...process.env, ...network }.YARN_UNSAFE_HTTP_WHITELIST;
  return {
    ...network,
    YARN_UNSAFE_HTTP_WHITELIST: [plain, '127.0.0.1'].filter(Boolean).join(','),
    // Some thousand packages at once are too much for some registries, and Yarn ends at the first that is late.
    YARN_HTTP_TIMEOUT: '300000',
    YARN_NETWORK_CONCURRENCY: '12',
  };
}

/** Installs the app and then the packages, with the lines of their READMEs. @returns these lines */
export async function installPackages({ tools, registry, system, app }) {
  const environment = yarnEnvironment();
  const yarn = (args, additions) =>
    runToEnd({
      tools,
      environment: { ...environment, ...additions },
      what: `yarn ${args.join(' ')}`,
      args: [committedYarn(), ...args],
      cwd: app,
    });
  const settings = {
    enableScripts: false,
    enableTelemetry: false,
    npmPreapprovedPackages: ['@backstage/*', '@gitlab-tokens/*'],
    'npmScopes.gitlab-tokens.npmRegistryServer': registry,
  };
  for (const [name, value] of Object.entries(settings)) {
    await yarn(['config', 'set', name, '--json', JSON.stringify(value)]);
  }
  await yarn(['install']);
  const lines = [
    { readme: frontend, heading: installation },
    { readme: backend, heading: installation },
    { readme: frontend, heading: systems[system].heading },
  ].flatMap(installLines);
  for (const line of lines) {
    // Yarn 4.13 crashes where it would ask a registry on loopback again.
    await yarn(line, { YARN_HTTP_RETRY: '0' });
  }
  return lines.map(line => `yarn ${line.join(' ')}`);
}

/** Writes the lines of the READMEs into the app's code. @returns where they were written */
export function writeCode({ system, app }) {
  const { heading } = systems[system];
  return [
    ...applyCode({ readme: backend, heading: installation, app }),
    ...applyCode({ readme: frontend, heading, app }),
  ];
}

/** The app's extensions with those that the README configures for the home page; none where it configures none. */
function withHomeCard({ parse, system, app }) {
  const given = configurationFor({
    readme: frontend,
    heading: systems[system].heading,
    purpose: 'the home page',
  });
  if (!given) {
    return {};
  }
  const configured = parse(given).app.extensions;
  const own = parse(readFileSync(path.join(app, 'app-config.yaml'), 'utf8')).app
    .extensions;
  const isOther = extension =>
    configured.every(it => Object.keys(it)[0] !== Object.keys(extension)[0]);
  // A list in a later file replaces that of an earlier one.
  return { extensions: [...own.filter(isOther), ...configured] };
}

/**
 * The demo's configuration on top of the app's own: its environments and its catalog, on ports of their own, and the
 * card on the home page.
 *
 * @returns the configuration files, in order
 */
export async function configure({ system, app, data }) {
  // Only now: this file is loaded before the dependencies are installed.
  const { parse } = await import('yaml');
  const demo = parse(
    readFileSync(path.join(repository, 'app-config.yaml'), 'utf8'),
  );
  const sops = path.join(data, 'sops');
  cpSync(path.join(repository, 'sops'), sops, { recursive: true });
  const database = path.join(data, 'db');
  mkdirSync(database, { recursive: true });
  const addition = {
    app: { baseUrl: frontendUrl, ...withHomeCard({ parse, system, app }) },
    backend: {
      baseUrl: backendUrl,
      listen: { port: ports.backend, host: '127.0.0.1' },
      cors: { origin: frontendUrl },
      database: {
        client: 'better-sqlite3',
        connection: { directory: database },
      },
    },
    catalog: {
      locations: demo.catalog.locations.map(location => ({
        ...location,
        target: path.join(repository, 'packages/backend', location.target),
      })),
    },
    gitlabTokens: { ...demo.gitlabTokens, sops: { directory: sops } },
  };
  const file = path.join(app, 'app-config.packed.json');
  writeJson(file, addition);
  return [path.join(app, 'app-config.yaml'), file];
}
