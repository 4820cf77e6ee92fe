import {
  createHash,
  timingSafeEqual,
  type Hash,
  type KeyObject,
} from 'node:crypto';
import { decrypt, parseCiphertext, type Ciphertext } from './ciphertext';
import type { Metadata } from './metadata';
import { SopsError } from './SopsError';

/** Hashed first when only encrypted values are covered, so that the two kinds of MAC can never be equal. */
const MAC_ONLY_ENCRYPTED = createHash('sha256').update('sops').digest();

/** The message authentication code of a file: SHA-512 over the text of all values in file order. */
export class Mac {
  readonly #hash: Hash;
  readonly #onlyEncrypted: boolean;

  constructor(onlyEncrypted: boolean) {
    this.#onlyEncrypted = onlyEncrypted;
    this.#hash = createHash('sha512');
    if (onlyEncrypted) this.#hash.update(MAC_ONLY_ENCRYPTED);
  }

  add(text: string, isEncrypted: boolean) {
    if (isEncrypted || !this.#onlyEncrypted) this.#hash.update(text, 'utf8');
  }

  /** Upper-case hexadecimal, as the file stores it under the data key. May be called once. */
  digest(): string {
    return this.#hash.digest('hex').toUpperCase();
  }
}

/**
 * The MAC that a file stores, still encrypted.
 *
 * @throws SopsError `MAC_MISSING`, or `MAC_MISMATCH` if it is malformed
 */
export function requireMac({ mac }: Metadata): Ciphertext {
  if (!mac) {
    throw new SopsError('MAC_MISSING', {
      what: 'the `mac` line of the sops section is missing or empty, so nothing protects the file from changes.',
      remedy:
        'Restore the file from version control; if it was never there, encrypt the file again with sops.',
    });
  }
  const ciphertext = parseCiphertext(mac);
  if (ciphertext?.type === 'str') return ciphertext;
  throw new SopsError('MAC_MISMATCH', {
    what: 'the `mac` line of the sops section is malformed, because the file was edited by hand or damaged.',
    remedy: 'Restore it from version control.',
  });
}

/** @throws SopsError `MAC_MISMATCH` */
export function verifyMac(
  computed: string,
  storedMac: Ciphertext,
  { metadata, dataKey }: { metadata: Metadata; dataKey: KeyObject },
) {
  const stored = decrypt(storedMac, dataKey, metadata.lastModified);
  if (!stored) {
    throw new SopsError('MAC_MISMATCH', {
      what: 'the MAC does not belong to this file: `mac` or `lastmodified` was changed, often by a merge that took the two lines from different sides.',
      remedy:
        'Restore the file from version control, or take one side whole and repeat the other change with `sops edit`.',
    });
  }
  const expected = Buffer.from(computed, 'utf8');
  if (stored.length !== expected.length || !timingSafeEqual(stored, expected)) {
    throw new SopsError('MAC_MISMATCH', {
      what: 'the MAC does not match the values: a value was changed, added, removed or moved without sops, by hand, by a merge or by an attacker.',
      remedy:
        'Compare with version control, restore the file, and repeat wanted changes with `sops edit`.',
    });
  }
}
