/**
 * Codes that mean "this process cannot decrypt the file": the file may be perfectly fine.
 */
const LOCKED = [
  'NO_KEY',
  'WRONG_KEY',
  'NO_AGE_RECIPIENT',
  'NOT_ENOUGH_KEY_GROUPS',
  'KEY_FILE_UNREADABLE',
  'KEY_MALFORMED',
  'UNSUPPORTED_KEY_KIND',
  'PASSPHRASE_NEEDED',
  'KEY_SERVICE_FAILED',
  'KEY_SERVICE_NOT_TRUSTED',
  'PROGRAM_NOT_FOUND',
  'PROGRAM_NOT_EXECUTABLE',
  'PROGRAM_TOO_OLD',
  'PROGRAM_TIMED_OUT',
  'PROGRAM_FAILED',
] as const;

/** The codes of {@link isLocked}. */
export type LockedCode = (typeof LOCKED)[number];

/**
 * Why a SOPS file was not opened or not changed. The set is closed, so that a `switch` can be exhaustive.
 *
 * Cannot be read:
 * - `FILE_NOT_FOUND`, `FILE_UNREADABLE`, `NOT_A_REGULAR_FILE`, `FILE_TOO_LARGE`
 * - `PATH_OUTSIDE_DIRECTORY`: by its name or by a symbolic link
 *
 * Cannot be decrypted here ({@link isLocked}):
 * - `NO_KEY`: no key was found in any place
 * - `WRONG_KEY`: keys were found, the file is encrypted to others
 * - `NO_AGE_RECIPIENT`: the file has only recipients whose program is switched off ({@link KeyProgramOptions})
 * - `NOT_ENOUGH_KEY_GROUPS`: fewer key groups opened than the file's Shamir threshold asks for
 * - `KEY_FILE_UNREADABLE`, `KEY_MALFORMED`, `UNSUPPORTED_KEY_KIND`: what was found as a key cannot be used
 * - `PASSPHRASE_NEEDED`: gpg has the key, and nobody has entered its passphrase
 * - `KEY_SERVICE_FAILED`: KMS, Key Vault or Vault did not decrypt: denied, unreachable, or no credentials
 * - `KEY_SERVICE_NOT_TRUSTED`: the file names a Vault server that is not the one in `VAULT_ADDR`, or a malformed address
 * - `PROGRAM_NOT_FOUND`, `PROGRAM_NOT_EXECUTABLE`, `PROGRAM_TOO_OLD`, `PROGRAM_TIMED_OUT`, `PROGRAM_FAILED`: about `gpg`
 *   or `sops`, whichever the file needs
 *
 * The file is bad or not supported:
 * - `NOT_YAML`: not text, or not well-formed; `UNSUPPORTED_YAML`: well-formed, but read differently by different readers
 * - `DUPLICATE_KEY`
 * - `NOT_A_SOPS_FILE`: has no `sops` section; `METADATA_INVALID`, `UNSUPPORTED_VERSION`, `UNSUPPORTED_RULE`: about that section
 * - `DATA_KEY_INVALID`: the file names our key, but the data key in it does not open
 * - `VALUE_IN_CLEAR`: the rule wants a value encrypted and it is not
 * - `VALUE_MALFORMED`: neither ciphertext nor a value that SOPS would write
 * - `VALUE_NOT_AUTHENTIC`: changed, or moved to another key
 * - `MAC_MISSING`, `MAC_MISMATCH`: values were changed, added, removed or reordered
 *
 * The change is refused, and nothing was written:
 * - `VALUE_INVALID`: empty, or with control characters; `VALUE_WOULD_BE_CLEAR`: the file's rule does not encrypt it
 * - `TARGET_NOT_FOUND`; `TARGET_NOT_A_VALUE`: a list or a map
 * - `CHANGE_UNSUPPORTED`: written in a form that is not changed here
 * - `CHANGE_NOT_VERIFIED`: the result was not the old file with this one change
 * - `FILE_CHANGED`: since it was read; `FILE_BUSY`: somebody else is writing it and does not come to an end
 * - `FILE_READ_ONLY`, `FILE_UNWRITABLE`, `DISK_FULL`
 *
 * A secret cannot be sealed or unsealed:
 * - `NO_SEALING_RECIPIENT`, `SECRET_TOO_LARGE`, `SEALED_TEXT_INVALID`
 *
 * @public
 */
export type SopsErrorCode =
  | LockedCode
  | 'FILE_NOT_FOUND'
  | 'FILE_UNREADABLE'
  | 'NOT_A_REGULAR_FILE'
  | 'FILE_TOO_LARGE'
  | 'PATH_OUTSIDE_DIRECTORY'
  | 'NOT_YAML'
  | 'UNSUPPORTED_YAML'
  | 'DUPLICATE_KEY'
  | 'NOT_A_SOPS_FILE'
  | 'METADATA_INVALID'
  | 'UNSUPPORTED_VERSION'
  | 'UNSUPPORTED_RULE'
  | 'DATA_KEY_INVALID'
  | 'VALUE_IN_CLEAR'
  | 'VALUE_MALFORMED'
  | 'VALUE_NOT_AUTHENTIC'
  | 'MAC_MISSING'
  | 'MAC_MISMATCH'
  | 'VALUE_INVALID'
  | 'VALUE_WOULD_BE_CLEAR'
  | 'TARGET_NOT_FOUND'
  | 'TARGET_NOT_A_VALUE'
  | 'CHANGE_UNSUPPORTED'
  | 'CHANGE_NOT_VERIFIED'
  | 'FILE_CHANGED'
  | 'FILE_BUSY'
  | 'FILE_READ_ONLY'
  | 'FILE_UNWRITABLE'
  | 'DISK_FULL'
  | 'NO_SEALING_RECIPIENT'
  | 'SECRET_TOO_LARGE'
  | 'SEALED_TEXT_INVALID';

/**
 * What a {@link SopsError} tells besides its code.
 *
 * @public
 */
export interface SopsErrorDetails {
  /** What happened: a sentence without its subject's name, which is the file. */
  what: string;
  /** What to do next. */
  remedy: string;
  /** The file, as the caller named it. */
  file?: string;
  /** The keys that lead to the value, such as `integrations.gitlab[0].token`. */
  path?: string;
  /** The line in the file, from 1. */
  line?: number;
  /** The public recipients that the file is encrypted to. */
  recipients?: readonly string[];
  /** Where keys were looked for, and what was there. */
  places?: readonly string[];
}

/**
 * A SOPS file was not opened or not changed, or a secret not sealed. The message says what happened, to which file, and
 * what to do next. It holds no value, no ciphertext and no part of a private key.
 *
 * @public
 */
export class SopsError extends Error {
  readonly code: SopsErrorCode;
  readonly what!: string;
  readonly remedy!: string;
  readonly file?: string;
  readonly path?: string;
  readonly line?: number;
  readonly recipients?: readonly string[];
  readonly places?: readonly string[];

  constructor(code: SopsErrorCode, details: SopsErrorDetails) {
    const { what, remedy, file } = details;
    super(`${file === undefined ? '' : `${file}: `}${what} ${remedy}`);
    this.name = 'SopsError';
    this.code = code;
    Object.assign(this, details);
  }

  /**
   * The same error, about a named file.
   *
   * @internal
   */
  inFile(file: string): SopsError {
    const { what, remedy, path, line, recipients, places } = this;
    const details = { what, remedy, file, path, line, recipients, places };
    const error = new SopsError(this.code, details);
    const frames = this.stack?.indexOf('\n    at ') ?? -1;
    if (frames >= 0) {
      error.stack = `${error.name}: ${error.message}${this.stack!.slice(
        frames,
      )}`;
    }
    return error;
  }
}

/**
 * Whether an error means "this process cannot decrypt the file" (no key, another key, a kind of key that is not
 * supported), as opposed to "the file is bad". Works across copies of this package.
 *
 * @public
 */
export function isLocked(error: unknown): error is SopsError {
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  return name === 'SopsError' && LOCKED.some(locked => locked === code);
}
