import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { repository, shown } from './repository.mjs';

const shippedSops = path.join(repository, 'sops');
const demoKey = path.join(shippedSops, 'demo.agekey');

function digestOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The digests of a folder's SOPS files, by name. */
function sopsDigests(directory) {
  return Object.fromEntries(
    readdirSync(directory)
      .filter(name => name.endsWith('.enc.yaml'))
      .map(name => [name, digestOf(path.join(directory, name))]),
  );
}

/**
 * What the demo changes, in one git-ignored folder: copies of the SOPS files, the emulator's state and the SQLite
 * files. They belong together: the emulator knows the tokens that the copies hold.
 */
export class Demo {
  #beginning;

  constructor(
    directory = process.env.GITLAB_TOKENS_DEMO_DIRECTORY ??
      path.join(repository, '.demo'),
  ) {
    this.directory = path.resolve(directory);
    this.sops = path.join(this.directory, 'sops');
    this.database = path.join(this.directory, 'db');
    this.logs = path.join(this.directory, 'logs');
    this.gitlab = path.join(this.directory, 'gitlab.json');
    // Written last: a folder without it was never finished and holds nothing that anybody changed.
    this.#beginning = path.join(this.directory, 'beginning.json');
  }

  /** Puts the demo back to its beginning: the next `prepare` makes it anew. */
  reset() {
    for (const part of [
      this.#beginning,
      this.gitlab,
      this.sops,
      this.database,
      this.logs,
    ]) {
      rmSync(part, { recursive: true, force: true });
    }
  }

  /**
   * Makes the folder at the first start, and leaves it alone afterwards.
   *
   * @throws Failure when the emulator's state is gone while the SOPS copies hold changed tokens
   */
  prepare(say) {
    if (!existsSync(this.#beginning)) {
      this.#make();
      return;
    }
    const beginning = JSON.parse(readFileSync(this.#beginning, 'utf8'));
    const isAsBegun =
      JSON.stringify(sopsDigests(this.sops)) === JSON.stringify(beginning.sops);
    if (!existsSync(this.gitlab) && !isAsBegun) {
      throw new Failure(
        `${shown(this.gitlab)} is gone, but ${shown(
          this.sops,
        )} holds tokens that only it knew. ` +
          '`npm start -- --reset` puts the demo back to its beginning.',
      );
    }
    const shipped = sopsDigests(shippedSops);
    if (JSON.stringify(shipped) !== JSON.stringify(beginning.sops)) {
      say(
        `sops/ has changed since the demo was made; the demo keeps its own copies in ${shown(
          this.sops,
        )} (--reset takes the new ones)`,
      );
    }
  }

  #make() {
    this.reset();
    for (const directory of [this.sops, this.database, this.logs]) {
      mkdirSync(directory, { recursive: true });
    }
    const digests = sopsDigests(shippedSops);
    for (const name of Object.keys(digests)) {
      cpSync(path.join(shippedSops, name), path.join(this.sops, name));
    }
    writeFileSync(
      this.#beginning,
      `${JSON.stringify({ sops: digests }, null, 2)}\n`,
    );
  }

  /** What the portal's processes need to know of the demo, as environment variables. */
  environment() {
    return {
      APP_CONFIG_gitlabTokens_sops_directory: this.sops,
      APP_CONFIG_backend_database_connection_directory: this.database,
      // In place of the user's own key file: the demo's files are encrypted to the demo's key.
      ...(existsSync(demoKey) ? { SOPS_AGE_KEY_FILE: demoKey } : {}),
    };
  }
}
