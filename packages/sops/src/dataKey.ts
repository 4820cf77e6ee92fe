import { createSecretKey, type KeyObject } from 'node:crypto';
import { armor } from 'age-encryption';
import type { AgeIdentities } from './AgeIdentities';
import type { Metadata } from './metadata';
import type { AgeStanza, KeyGroup } from './recipients';
import { combineShares } from './shamir';
import { SopsError } from './SopsError';

const DATA_KEY_BYTES = 32;

/**
 * Decrypts the key that all values of a file are encrypted with. Of a file with several key groups as many are opened
 * as its threshold asks for.
 *
 * @throws SopsError that {@link isLocked} tells as locked, or `DATA_KEY_INVALID`
 */
export async function openDataKey(
  metadata: Metadata,
  identities: AgeIdentities,
): Promise<KeyObject> {
  const { keyGroups, shamirThreshold: needed } = metadata;
  const shares: Buffer[] = [];
  for (const group of keyGroups) {
    if (shares.length === needed) break;
    const share = await openGroup(group, identities);
    if (share) shares.push(share);
  }
  if (shares.length < needed) {
    throw locked(metadata, identities, shares.length);
  }
  const dataKey = keyGroups.length === 1 ? shares[0] : combineShares(shares);
  if (dataKey?.length !== DATA_KEY_BYTES) throw invalidDataKey();
  // A key object shows nothing when it is printed, and is faster than bytes.
  return createSecretKey(dataKey);
}

async function openGroup(
  group: KeyGroup,
  identities: AgeIdentities,
): Promise<Buffer | undefined> {
  for (const stanza of group.age) {
    const decrypter = await identities.decrypterFor(stanza.recipient);
    // The first entry for a key of ours must open: trying all would let a hostile file cost as long as it likes.
    if (decrypter) return decryptStanza(stanza, decrypter);
  }
  return undefined;
}

async function decryptStanza(
  { enc }: AgeStanza,
  decrypter: { decrypt(file: Uint8Array): Promise<Uint8Array> },
): Promise<Buffer> {
  try {
    return Buffer.from(await decrypter.decrypt(armor.decode(enc)));
  } catch {
    throw invalidDataKey();
  }
}

function invalidDataKey(): SopsError {
  return new SopsError('DATA_KEY_INVALID', {
    what: 'it names a key that is here, but the data key stored in it does not open with that key, because its `sops` section is damaged, often by a merge.',
    remedy:
      'Restore the file from version control, or have another recipient run `sops updatekeys` on it.',
  });
}

function locked(
  { keyGroups, recipients, shamirThreshold }: Metadata,
  identities: AgeIdentities,
  opened: number,
): SopsError {
  const places = identities.places.map(
    ({ name, state }) => `${name}: ${state}`,
  );
  const details = { recipients: recipients.map(({ name }) => name), places };
  const lookedAt = `Looked at: ${places.join('; ') || 'no place'}.`;
  const forWhom = `It is encrypted to ${details.recipients
    .slice(0, 5)
    .map(shorten)
    .join(', ')}${details.recipients.length > 5 ? ', …' : ''}.`;

  if (keyGroups.every(group => group.age.length === 0)) {
    return new SopsError('NO_AGE_RECIPIENT', {
      what: `it cannot be decrypted here, because only age keys are supported and no age key is among its recipients. ${forWhom}`,
      remedy: 'Add an age recipient to .sops.yaml and run `sops updatekeys`.',
      ...details,
    });
  }
  if (opened > 0) {
    return new SopsError('NOT_ENOUGH_KEY_GROUPS', {
      what: `it cannot be decrypted here: it takes keys of ${shamirThreshold} of its ${keyGroups.length} key groups, and the keys found open ${opened}. ${lookedAt}`,
      remedy:
        'Provide keys of more groups together, for example as several lines of one key file.',
      ...details,
    });
  }
  if (identities.count > 0) {
    return new SopsError('WRONG_KEY', {
      what: `it cannot be decrypted here: none of the keys found is among its recipients. ${forWhom} ${lookedAt}`,
      remedy:
        "Provide the right key, or have a recipient add this machine's public key with `sops updatekeys`.",
      ...details,
    });
  }
  const problem = identities.places.find(place => place.problem)?.problem;
  return new SopsError(problem ?? 'NO_KEY', {
    what: `it cannot be decrypted here: no usable age key was found. ${lookedAt} ${forWhom}`,
    remedy:
      'Set SOPS_AGE_KEY_FILE to the absolute path of a file with the private key.',
    ...details,
  });
}

function shorten(recipient: string): string {
  return recipient.length > 80 ? `${recipient.slice(0, 40)}…` : recipient;
}
