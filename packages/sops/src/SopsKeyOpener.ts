import { tmpdir } from 'node:os';
import { errorCode } from './boundedRead';
import type { KeyOpener } from './KeyOpener';
import type { KeyProgram } from './KeyProgram';
import { notTrusted, trustedStanza } from './keyServiceTrust';
import { withKeyRequest, type KeyRequest } from './keyRequest';
import { Obstacle } from './Obstacle';
import type { Environment } from './programEnvironment';
import { needsSops, type KeyGroup, type KeyStanza } from './recipients';

/** The oldest sops that is known to understand today's recipients. */
const OLDEST = [3, 9];
/** sops's exit code for "no key opened it". */
const COULD_NOT_RETRIEVE_KEY = 128;

/**
 * Opens key groups with the kinds of keys that only the `sops` program can use: key services in clouds, Vault, ssh
 * keys and plugins of age.
 *
 * The program is asked for the data key, not for the data: it gets a file with the recipients and no values, and
 * encrypts the data key in it anew to an age key made for this one request (`sops updatekeys`). So the program never
 * sees a value, no secret crosses a pipe or touches the disk, and everything about the values is decided in one place.
 */
export class SopsKeyOpener implements KeyOpener {
  readonly #sops: KeyProgram;
  readonly #vaultAddress: string | undefined;
  readonly #temporary: string;
  #unfit: Promise<Obstacle | undefined> | undefined;

  constructor(sops: KeyProgram, environment: Environment) {
    this.#sops = sops;
    this.#vaultAddress = environment.VAULT_ADDR;
    this.#temporary = environment.TMPDIR || tmpdir();
  }

  async open(group: KeyGroup): Promise<Buffer | Obstacle | undefined> {
    const stanzas = group.stanzas.filter(needsSops);
    if (stanzas.length === 0) return undefined;
    const trusted = stanzas.flatMap(
      stanza => trustedStanza(stanza, this.#vaultAddress) ?? [],
    );
    if (trusted.length === 0) return notTrusted(stanzas[0]);
    this.#unfit ??= this.#checkVersion();
    const unfit = await this.#unfit;
    if (unfit) return unfit;
    try {
      return await withKeyRequest(trusted, this.#temporary, request =>
        this.#ask(request, trusted),
      );
    } catch (error) {
      return this.#sops.failure(
        `needs a directory for temporary files, which cannot be made (${errorCode(
          error,
        )})`,
      );
    }
  }

  async #ask(request: KeyRequest, stanzas: readonly KeyStanza[]) {
    const run = await this.#sops.run([
      '--config',
      request.config,
      'updatekeys',
      '--yes',
      request.file,
    ]);
    if (run instanceof Obstacle) return run;
    if (run.code === COULD_NOT_RETRIEVE_KEY) return notRetrieved(stanzas);
    const dataKey = run.code === 0 ? await request.readAnswer() : undefined;
    return (
      dataKey ??
      this.#sops.failure(
        `did not hand over the data key (exit code ${run.code})`,
      )
    );
  }

  async #checkVersion(): Promise<Obstacle | undefined> {
    const run = await this.#sops.run(['--version', '--disable-version-check']);
    if (run instanceof Obstacle) return run;
    const version = /^sops (\d+)\.(\d+)\.\d+/.exec(run.output.toString('utf8'));
    if (run.code !== 0 || !version) {
      return this.#sops.failure('does not say which version of sops it is');
    }
    const [major, minor] = version.slice(1).map(Number);
    const isOld = major < OLDEST[0] || (major === 3 && minor < OLDEST[1]);
    return isOld
      ? this.#sops.obstacle(
          'PROGRAM_TOO_OLD',
          `is version ${major}.${minor}, older than ${OLDEST.join('.')}`,
        )
      : undefined;
  }
}

function notRetrieved(stanzas: readonly KeyStanza[]): Obstacle {
  if (stanzas.every(({ kind }) => kind === 'age')) {
    return new Obstacle('NO_KEY', {
      what: 'sops found no private key for its ssh or plugin recipients.',
      remedy:
        'Set SOPS_AGE_SSH_PRIVATE_KEY_FILE to the absolute path of an ssh key without a passphrase, or put the identity of the plugin where sops finds it.',
    });
  }
  return new Obstacle('KEY_SERVICE_FAILED', {
    what: 'sops reached none of its key services, or was denied.',
    remedy:
      'Check that the credentials of the key service are in the environment of this process, that they allow it to decrypt, and that the service is reachable from here. `sops decrypt` in a terminal, as the same user, says more.',
  });
}
