import { invalidDataKey, type KeyOpener } from './KeyOpener';
import type { KeyProgram } from './KeyProgram';
import { Obstacle } from './Obstacle';
import { isPgp, type KeyGroup, type KeyStanza } from './recipients';

/** `error`: the agent uses passphrases that it already has, and never asks for one. */
const BATCH = ['--batch', '--no-tty', '--quiet', '--pinentry-mode', 'error'];
/** The status lines, made for programs, go where nobody looks at the words beside them. */
const DECRYPT = [...BATCH, '--status-fd', '2', '--decrypt'];
const LIST = [
  ...BATCH,
  '--no-auto-check-trustdb',
  '--with-colons',
  '--list-secret-keys',
];
/** Every attempt is a run of the program, and a file may repeat a recipient as often as it likes. */
const MAX_FAILURES = 5;

/** Opens key groups with PGP keys, by running `gpg`. */
export class GpgKeyOpener implements KeyOpener {
  readonly #gpg: KeyProgram;
  #secretKeys: Promise<string[] | Obstacle> | undefined;
  #failures = 0;

  constructor(gpg: KeyProgram) {
    this.#gpg = gpg;
  }

  async open(group: KeyGroup): Promise<Buffer | Obstacle | undefined> {
    const stanzas = group.stanzas.filter(isPgp);
    if (stanzas.length === 0) return undefined;
    this.#secretKeys ??= this.#listSecretKeys();
    const keys = await this.#secretKeys;
    if (keys instanceof Obstacle) return keys;
    let obstacle = missingKey(keys);
    for (const stanza of stanzas.filter(each => isFor(each, keys))) {
      if (this.#failures === MAX_FAILURES) break;
      const opened = await this.#decrypt(stanza, keys);
      if (!(opened instanceof Obstacle)) return opened;
      obstacle = opened;
      this.#failures += 1;
    }
    return obstacle;
  }

  /** The fingerprints of keys and subkeys whose secret part is here. */
  async #listSecretKeys(): Promise<string[] | Obstacle> {
    const run = await this.#gpg.run(LIST);
    if (run instanceof Obstacle) return run;
    if (run.code !== 0) {
      return this.#gpg.failure('could not list its secret keys');
    }
    const fingerprints: string[] = [];
    let isHere = false;
    for (const line of run.output.toString('latin1').split('\n')) {
      const fields = line.split(':');
      // A # marks a key whose secret part is kept elsewhere.
      if (/^(?:sec|ssb)$/.test(fields[0])) isHere = fields[14] !== '#';
      if (fields[0] === 'fpr' && isHere) fingerprints.push(fields[9]);
    }
    return fingerprints;
  }

  async #decrypt(stanza: KeyStanza, keys: readonly string[]) {
    const run = await this.#gpg.run(DECRYPT, {
      input: stanza.enc,
      collectsErrors: true,
    });
    if (run instanceof Obstacle) return run;
    const status = readStatus(run.errors);
    if (run.code === 0 && status.has('DECRYPTION_OKAY')) return run.output;
    const encryptedTo = status.get('ENC_TO') ?? '';
    const isOurs = keys.some(key => encryptedTo && key.endsWith(encryptedTo));
    if (status.has('DECRYPTION_KEY') || !encryptedTo) throw invalidDataKey();
    return isOurs ? passphraseNeeded() : missingKey(keys);
  }
}

/** The status lines by keyword, with their first argument. */
function readStatus(errors: string): Map<string, string> {
  const lines = errors.matchAll(/^\[GNUPG:\] ([A-Z_]+)(?: (\S+))?/gm);
  return new Map([...lines].map(line => [line[1], line[2] ?? '']));
}

function isFor({ name }: KeyStanza, keys: readonly string[]): boolean {
  const fingerprint = name.replace(/^0x|[\s!]/gi, '').toUpperCase();
  return (
    /^[0-9A-F]{8,}$/.test(fingerprint) &&
    keys.some(key => key.endsWith(fingerprint))
  );
}

function missingKey(keys: readonly string[]): Obstacle {
  return keys.length === 0
    ? new Obstacle('NO_KEY', {
        what: 'gpg has no secret key at all.',
        remedy:
          'Import the secret key of one of its PGP recipients with `gpg --import`, for the user that this process runs as, or set GNUPGHOME.',
      })
    : new Obstacle('WRONG_KEY', {
        what: 'gpg has secret keys, but none of its PGP recipients.',
        remedy:
          'Import the secret key of one of its PGP recipients with `gpg --import`, or have a recipient add yours with `sops updatekeys`.',
      });
}

function passphraseNeeded(): Obstacle {
  return new Obstacle('PASSPHRASE_NEEDED', {
    what: 'gpg has the secret key, but its agent has neither the passphrase nor leave to ask for it.',
    remedy:
      'Unlock the key for the user that this process runs as, for example with `sops decrypt` in a terminal, or use a key without a passphrase. If it has none, the `sops` section is damaged: restore the file from version control.',
  });
}
