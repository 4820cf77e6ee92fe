import type { AgeIdentities } from './AgeIdentities';
import { AgeKeyOpener } from './AgeKeyOpener';
import { GpgKeyOpener } from './GpgKeyOpener';
import type { KeyOpener } from './KeyOpener';
import { KeyProgram } from './KeyProgram';
import { environmentForGpg, environmentForSops } from './programEnvironment';
import { isPgp, needsSops } from './recipients';
import { SopsKeyOpener } from './SopsKeyOpener';
import { SwitchedOffKeyOpener } from './SwitchedOffKeyOpener';

/**
 * Which programs may be run to open what age keys do not. None is run for a file that an age key opens, nor for one
 * that is bad whoever opens it.
 *
 * @public
 */
export interface KeyProgramOptions {
  /**
   * `gpg`, for PGP keys: its path, or its name in PATH. By default what the variable `SOPS_GPG_EXEC` says, else `gpg`.
   * `false`: never run it.
   */
  readonly gpg?: string | false;
  /**
   * `sops` 3.9 or newer, for key services in clouds, Vault, ssh keys and plugins of age: its path, or its name in PATH.
   * By default `sops`. `false`: never run it.
   */
  readonly sops?: string | false;
  /** Where PATH, `GNUPGHOME` and the credentials of key services are taken from; by default this process. */
  readonly environment?: { readonly [name: string]: string | undefined };
  /** For all runs of one program for one file together; by default 30 seconds. */
  readonly timeoutMilliseconds?: number;
}

const TIMEOUT_MILLISECONDS = 30_000;

/**
 * The openers in the order in which they are tried: the cheapest first. `beforeStart` is called before a program is
 * started, and keeps it from being started by throwing.
 */
export function keyOpeners(
  identities: AgeIdentities,
  options: KeyProgramOptions = {},
  beforeStart: () => void = () => {},
): KeyOpener[] {
  const common = {
    timeoutMilliseconds: options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS,
    beforeStart,
  };
  return [
    new AgeKeyOpener(identities),
    whenNeeded(() => gpgOpener(options, common)),
    whenNeeded(() => sopsOpener(options, common)),
  ];
}

/** Most files are opened by an age key, and need not wait until the environment of a program is put together. */
function whenNeeded(make: () => KeyOpener): KeyOpener {
  let opener: KeyOpener | undefined;
  return {
    open(group) {
      opener ??= make();
      return opener.open(group);
    },
  };
}

interface Common {
  readonly timeoutMilliseconds: number;
  readonly beforeStart: () => void;
}

function gpgOpener(options: KeyProgramOptions, common: Common): KeyOpener {
  const environment = options.environment ?? process.env;
  const location = options.gpg ?? (environment.SOPS_GPG_EXEC || 'gpg');
  if (location === false) return new SwitchedOffKeyOpener('gpg', isPgp);
  const program = new KeyProgram({
    ...common,
    location,
    opens: 'opens its PGP keys',
    remedy:
      'Install GnuPG 2.1 or newer, or set SOPS_GPG_EXEC to its absolute path, or add an age recipient with `sops updatekeys`.',
    environment: environmentForGpg(environment),
  });
  return new GpgKeyOpener(program);
}

function sopsOpener(options: KeyProgramOptions, common: Common): KeyOpener {
  const environment = options.environment ?? process.env;
  const location = options.sops ?? 'sops';
  if (location === false) return new SwitchedOffKeyOpener('sops', needsSops);
  const program = new KeyProgram({
    ...common,
    location,
    opens: 'opens its keys in key services, of ssh and of age plugins',
    remedy:
      'Install sops 3.9 or newer for the user that this process runs as, or add an age recipient with `sops updatekeys`.',
    environment: environmentForSops(environment),
  });
  return new SopsKeyOpener(program, environment);
}
