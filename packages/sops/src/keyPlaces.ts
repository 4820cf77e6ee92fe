import { homedir } from 'node:os';
import { join } from 'node:path';
import { readBounded } from './boundedRead';
import { AgeIdentities, type KeyPlace } from './AgeIdentities';

/**
 * What {@link findAgeIdentities} looks at.
 *
 * @public
 */
export interface KeyLookup {
  /** Environment variables; those of the process by default. */
  readonly environment?: { readonly [name: string]: string | undefined };
  /** The user's home directory; that of the process's user by default. */
  readonly homeDirectory?: string;
  /** As in `process.platform`, which is the default. */
  readonly platform?: NodeJS.Platform;
}

const MAX_KEY_FILE_BYTES = 1024 * 1024;

/**
 * Collects age identities from all the places where sops looks for them: the variables `SOPS_AGE_KEY` (identities, one
 * per line) and `SOPS_AGE_KEY_FILE` (the path of a file with them), and the file `sops/age/keys.txt` in the user's
 * configuration directory.
 *
 * `SOPS_AGE_KEY_CMD` is never run, neither here nor by the sops program: what a server executes should not hang on an
 * environment variable. Keys in ssh format and of age plugins are left to that program, which finds them by itself.
 *
 * Does not throw: what was wrong with a place is told when a file cannot be opened, because one good key is enough.
 *
 * @public
 */
export async function findAgeIdentities(
  lookup: KeyLookup = {},
): Promise<AgeIdentities> {
  const environment = lookup.environment ?? process.env;
  const places: KeyPlace[] = [];

  const inline = environment.SOPS_AGE_KEY;
  if (inline === undefined) {
    places.push({ name: 'SOPS_AGE_KEY', state: 'not set' });
  }
  const file = environment.SOPS_AGE_KEY_FILE;
  if (file === undefined) {
    places.push({ name: 'SOPS_AGE_KEY_FILE', state: 'not set' });
  }
  if (environment.SOPS_AGE_KEY_CMD !== undefined) {
    places.push({
      name: 'SOPS_AGE_KEY_CMD',
      state: 'set, but no command is run here',
      problem: 'UNSUPPORTED_KEY_KIND',
    });
  }
  const found = await Promise.all([
    inline !== undefined && AgeIdentities.parse(inline, 'SOPS_AGE_KEY'),
    file !== undefined && readNamedFile(file),
    readUserKeys(environment, lookup),
  ]);
  return AgeIdentities.join([
    new AgeIdentities([], places),
    ...found.filter(identities => identities !== false),
  ]);
}

/** A key pasted into the variable that wants a path must not end up in a message as a path. */
async function readNamedFile(path: string): Promise<AgeIdentities> {
  const isKey = /SECRET-KEY|BEGIN|AGE-PLUGIN|\n/.test(path);
  if (!isKey) return readKeyFile(path, `SOPS_AGE_KEY_FILE (${path})`);
  const state = 'holds a key instead of a path: put it into SOPS_AGE_KEY';
  const place = { name: 'SOPS_AGE_KEY_FILE', state };
  return new AgeIdentities([], [{ ...place, problem: 'KEY_MALFORMED' }]);
}

async function readUserKeys(
  environment: NonNullable<KeyLookup['environment']>,
  lookup: KeyLookup,
): Promise<AgeIdentities | false> {
  const home = lookup.homeDirectory ?? safeHomeDirectory();
  const platform = lookup.platform ?? process.platform;
  const directory = userConfigDirectory(environment, home, platform);
  if (!directory) return false;
  const path = join(directory, 'sops', 'age', 'keys.txt');
  return readKeyFile(path, path);
}

function userConfigDirectory(
  environment: NonNullable<KeyLookup['environment']>,
  home: string,
  platform: NodeJS.Platform,
): string | undefined {
  if (platform === 'win32') return environment.APPDATA;
  if (environment.XDG_CONFIG_HOME) return environment.XDG_CONFIG_HOME;
  if (!home) return undefined;
  return platform === 'darwin'
    ? join(home, 'Library', 'Application Support')
    : join(home, '.config');
}

/** A container may run as a user without an entry in the password database. */
function safeHomeDirectory(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}

async function readKeyFile(path: string, name: string): Promise<AgeIdentities> {
  const read = await readBounded(path, MAX_KEY_FILE_BYTES);
  if ('bytes' in read) {
    return AgeIdentities.parse(read.bytes.toString('utf8'), name);
  }
  const code = read.kind === 'error' ? read.code : read.kind;
  const place: KeyPlace =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? { name, state: 'no such file' }
      : {
          name,
          state: `cannot be read (${code})`,
          problem: 'KEY_FILE_UNREADABLE',
        };
  return new AgeIdentities([], [place]);
}
