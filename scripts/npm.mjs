import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { repository } from './repository.mjs';

/**
 * Runs the npm that started us, or else the one on PATH, with the Node that runs this script.
 *
 * @returns the result of `spawnSync`, with text output
 */
export function runNpm(args) {
  const started = process.env.npm_execpath ?? '';
  const options = {
    cwd: repository,
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'error' },
  };
  const result =
    path.basename(started) === 'npm-cli.js'
      ? spawnSync(process.execPath, [started, ...args], options)
      : spawnSync('npm', args, {
          ...options,
          // npm is a .cmd file there, which only a shell runs.
          shell: process.platform === 'win32',
        });
  if (result.error) {
    throw new Failure(`npm cannot be started: ${result.error.message}`);
  }
  return result;
}

function npmSetting(name) {
  const { status, stdout } = runNpm(['config', 'get', name]);
  const value = status === 0 ? stdout.trim() : '';
  return ['', 'null', 'undefined', 'false'].includes(value) ? undefined : value;
}

export const registryIsSilent =
  'the npm registry does not answer (`npm config get registry` says which one is asked)';

/** Whether the registry answers: asked by npm, which knows the way through proxies and certificates. */
export function isRegistryAnswering() {
  const { status } = runNpm([
    'view',
    'yarn',
    'version',
    '--fetch-retries=0',
    '--fetch-timeout=20000',
    '--prefer-online',
  ]);
  return status === 0;
}

/**
 * npm's settings for reaching the registry, as the variables that Yarn reads. A variable that is already set stays.
 * Yarn reads none of npm's settings by itself.
 */
export function yarnNetworkEnvironment() {
  const registry = npmSetting('registry');
  const wanted = {
    YARN_NPM_REGISTRY_SERVER: registry?.replace(/\/+$/, ''),
    YARN_HTTPS_CA_FILE_PATH: npmSetting('cafile'),
    YARN_HTTPS_PROXY: npmSetting('https-proxy'),
    YARN_HTTP_PROXY: npmSetting('proxy'),
    // Yarn refuses a registry without TLS unless its host is named; npm does not.
    YARN_UNSAFE_HTTP_WHITELIST: registry?.startsWith('http:')
      ? new URL(registry).hostname
      : undefined,
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => value !== undefined && process.env[name] === undefined,
    ),
  );
}
