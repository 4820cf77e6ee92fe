import { armor } from 'age-encryption';
import type { AgeIdentities } from './AgeIdentities';
import { invalidDataKey, type KeyOpener } from './KeyOpener';
import { Obstacle } from './Obstacle';
import { isNativeAge, type KeyGroup, type KeyStanza } from './recipients';

/** Opens key groups with age keys, in this process. */
export class AgeKeyOpener implements KeyOpener {
  readonly #identities: AgeIdentities;

  constructor(identities: AgeIdentities) {
    this.#identities = identities;
  }

  async open(group: KeyGroup): Promise<Buffer | Obstacle | undefined> {
    const stanzas = group.stanzas.filter(isNativeAge);
    for (const stanza of stanzas) {
      const decrypter = await this.#identities.decrypterFor(stanza.name);
      // The first entry for a key of ours must open: trying all would let a hostile file cost as long as it likes.
      if (decrypter) return decrypt(stanza, decrypter);
    }
    return stanzas.length === 0 ? undefined : this.#missing();
  }

  #missing(): Obstacle {
    const { count, places, placesInWords } = this.#identities;
    if (count > 0) {
      return new Obstacle('WRONG_KEY', {
        what: 'none of the age keys found is among its recipients.',
        remedy:
          "Provide the right key, or have a recipient add this machine's public key with `sops updatekeys`.",
        places: placesInWords,
      });
    }
    const problem = places.find(place => place.problem)?.problem;
    return new Obstacle(problem ?? 'NO_KEY', {
      what: 'no usable age key was found.',
      remedy:
        'Set SOPS_AGE_KEY_FILE to the absolute path of a file with the private key.',
      places: placesInWords,
    });
  }
}

async function decrypt(
  { enc }: KeyStanza,
  decrypter: { decrypt(file: Uint8Array): Promise<Uint8Array> },
): Promise<Buffer> {
  try {
    return Buffer.from(await decrypter.decrypt(armor.decode(enc)));
  } catch {
    throw invalidDataKey();
  }
}
