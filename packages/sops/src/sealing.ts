import { armor, Encrypter } from 'age-encryption';
import type { AgeIdentities } from './AgeIdentities';
import { findAgeIdentities } from './keyPlaces';
import type { SopsMetadata } from './metadata';
import { SopsError } from './SopsError';

/**
 * The largest secret that is sealed, in bytes.
 *
 * @public
 */
export const MAX_SECRET_BYTES = 64 * 1024;

/** Enough for the secret in base64, and for the secret's key encrypted to some hundred recipients. */
const MAX_SEALED_LENGTH = 512 * 1024;

/**
 * How to open a sealed secret.
 *
 * @public
 */
export interface UnsealOptions {
  /** Private keys; by default what {@link findAgeIdentities} finds for this process. */
  readonly identities?: AgeIdentities;
}

/**
 * The age recipients of a file who may be trusted with a secret of it: each of them can open the file alone. None for
 * a file that takes keys of several groups. Recipients that are ssh keys or belong to plugins are left out.
 *
 * @public
 */
export function sealingRecipients({
  recipients,
  shamirThreshold,
}: SopsMetadata): string[] {
  if (shamirThreshold > 1) return [];
  return recipients
    .filter(({ kind, name }) => kind === 'age' && isSupported(name))
    .map(({ name }) => name);
}

/**
 * Encrypts a small secret to age recipients (`age1…`), each of whom can open it alone.
 *
 * @returns an armored age file, which the `age` program opens too
 * @throws SopsError `NO_SEALING_RECIPIENT`, `SECRET_TOO_LARGE`
 * @public
 */
export async function sealForRecipients(
  secret: string,
  recipients: readonly string[],
): Promise<string> {
  if (Buffer.byteLength(secret) > MAX_SECRET_BYTES) {
    throw new SopsError('SECRET_TOO_LARGE', {
      what: `the secret is larger than ${MAX_SECRET_BYTES} bytes.`,
      remedy: 'Seal single values, not files.',
    });
  }
  const wrong = recipients.findIndex(name => !isSupported(name));
  if (wrong >= 0) {
    // Not shown, because it may be a private key.
    throw noRecipient(`recipient ${wrong + 1} is not an age recipient`);
  }
  if (recipients.length === 0) throw noRecipient('there is no age recipient');
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) {
    encrypter.addRecipient(recipient);
  }
  const sealed = armor.encode(await encrypter.encrypt(secret));
  // Nobody could open it again.
  if (sealed.length > MAX_SEALED_LENGTH) throw tooManyRecipients();
  return sealed;
}

/**
 * Opens what {@link sealForRecipients} has sealed.
 *
 * @throws SopsError {@link isLocked} tells whether only the key is missing; else `SEALED_TEXT_INVALID`
 * @public
 */
export async function unseal(
  sealed: string,
  options: UnsealOptions = {},
): Promise<string> {
  const identities = options.identities ?? (await findAgeIdentities());
  if (sealed.length > MAX_SEALED_LENGTH) throw invalid();
  try {
    const file = armor.decode(sealed);
    return await identities.decrypter().decrypt(file, 'text');
  } catch (error) {
    const isLocked = /no identity matched/.test(String(error));
    throw isLocked ? locked(identities) : invalid();
  }
}

function isSupported(recipient: string): boolean {
  try {
    new Encrypter().addRecipient(recipient);
    return true;
  } catch {
    return false;
  }
}

function noRecipient(problem: string): SopsError {
  return new SopsError('NO_SEALING_RECIPIENT', {
    what: `the secret cannot be sealed: ${problem}.`,
    remedy:
      'Name age recipients (age1…), in .sops.yaml for a file, or in the configuration.',
  });
}

function tooManyRecipients(): SopsError {
  return new SopsError('SECRET_TOO_LARGE', {
    what: `the sealed secret would be larger than ${MAX_SEALED_LENGTH} bytes, for it has so many recipients.`,
    remedy: 'Name fewer of them.',
  });
}

function locked({ count, placesInWords: places }: AgeIdentities): SopsError {
  return new SopsError(count > 0 ? 'WRONG_KEY' : 'NO_KEY', {
    what: `the sealed secret cannot be opened here: ${
      count > 0 ? 'it is sealed to other keys' : 'no usable age key was found'
    }. Looked at: ${places.join('; ') || 'no place'}.`,
    remedy:
      'Set SOPS_AGE_KEY_FILE to the absolute path of a file with the private key.',
    places,
  });
}

function invalid(): SopsError {
  return new SopsError('SEALED_TEXT_INVALID', {
    what: 'the sealed secret was changed or damaged.',
    remedy: 'Restore it from where it was stored; it cannot be repaired.',
  });
}
