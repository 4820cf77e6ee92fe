import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Backstage's TestDatabases looks for a server here; every version since 14 will do. */
const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

const byDebian = '/usr/lib/postgresql';

/** One that is there by itself: the caller's own (LANG) may not be installed, and initdb would refuse it. */
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/** The folder of PostgreSQL's server programs, which Debian keeps off the PATH. */
function findPrograms() {
  const folders = existsSync(byDebian)
    ? readdirSync(byDebian).map(version => path.join(byDebian, version, 'bin'))
    : [];
  return [...(process.env.PATH ?? '').split(path.delimiter), ...folders].find(
    folder =>
      existsSync(path.join(folder, 'initdb')) &&
      existsSync(path.join(folder, 'pg_ctl')),
  );
}

/** PostgreSQL does not run as root: whom it runs as, or nothing where this process is not root. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const numberOf = (name, option) =>
    Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout);
  const name =
    spawnSync('id', ['postgres']).status === 0 ? 'postgres' : 'nobody';
  return { uid: numberOf(name, '-u'), gid: numberOf(name, '-g') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * A PostgreSQL for the tests, on loopback, with an empty data folder that is gone afterwards.
 *
 * @returns `environment` for the tests and `stop()`; undefined where no server program is installed. A server that the
 * environment names already is used as it is.
 */
export async function startPostgres() {
  if (process.env[variable]) {
    return { environment: {}, stop: () => {} };
  }
  const programs = findPrograms();
  if (!programs) {
    return undefined;
  }
  const user = unprivilegedUser();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gitlab-tokens-pg-'));
  if (user.uid !== undefined) {
    chownSync(folder, user.uid, user.gid);
  }
  const data = path.join(folder, 'data');
  const run = (program, args) => {
    const { status, stderr, error } = spawnSync(
      path.join(programs, program),
      args,
      { ...user, cwd: folder, encoding: 'utf8', timeout: 60_000 },
    );
    if (status !== 0) {
      throw new Error(`${program} failed: ${error?.message ?? stderr.trim()}`);
    }
  };
  const port = await freePort();
  // Nothing here has to survive a crash.
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run('initdb', [
    ...['-D', data, '-U', 'postgres', '--auth=trust'],
    ...['-E', 'UTF8', `--locale=${locale}`],
  ]);
  run('pg_ctl', [
    ...['-D', data, '-l', path.join(folder, 'log'), '-o', options],
    ...['-w', 'start'],
  ]);
  let isRunning = true;
  const stop = () => {
    if (isRunning) {
      isRunning = false;
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    }
  };
  // It runs by itself, and would go on after a Ctrl-C.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      stop();
      process.exit(1);
    });
  }
  return {
    environment: {
      [variable]: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    },
    stop,
  };
}
