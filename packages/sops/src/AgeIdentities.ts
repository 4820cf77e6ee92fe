import { Decrypter, identityToRecipient } from 'age-encryption';
import type { SopsErrorCode } from './SopsError';

/**
 * A place where keys were looked for.
 *
 * @public
 */
export interface KeyPlace {
  /** A variable or a path. */
  readonly name: string;
  /** What was there, in words, without anything of a key. */
  readonly state: string;
  /** Set if something was there that cannot be used. */
  readonly problem?: Extract<
    SopsErrorCode,
    'KEY_FILE_UNREADABLE' | 'KEY_MALFORMED' | 'UNSUPPORTED_KEY_KIND'
  >;
}

const SUPPORTED = /^AGE-SECRET-KEY-(?:PQ-)?1/;
const UNSUPPORTED = /^(?:AGE-PLUGIN-|-----BEGIN |age-encryption\.org\/v1|ssh-)/;

/**
 * Private age keys, and where they came from. Printing, inspecting or serialising it shows only the places.
 *
 * @public
 */
export class AgeIdentities {
  readonly places: readonly KeyPlace[];
  readonly #identities: readonly string[];
  #byRecipient: Promise<ReadonlyMap<string, Decrypter>> | undefined;

  /** @internal */
  constructor(identities: readonly string[], places: readonly KeyPlace[]) {
    this.#identities = identities;
    this.places = places;
  }

  /**
   * Reads identities in the format of an age key file: one per line, X25519 (`AGE-SECRET-KEY-1…`) or post-quantum
   * hybrid (`AGE-SECRET-KEY-PQ-1…`); empty lines and lines that start with `#` are skipped. Unusable lines are noted in
   * `places` by their number.
   */
  static parse(text: string, place: string): AgeIdentities {
    const identities: string[] = [];
    const problems: KeyPlace[] = [];
    const lines = text.split('\n').map(line => line.trim());
    for (const [index, line] of lines.entries()) {
      if (line === '' || line.startsWith('#')) continue;
      const problem = problemOf(line);
      if (!problem) {
        identities.push(line);
        continue;
      }
      const state =
        problem === 'KEY_MALFORMED'
          ? `line ${index + 1} is not an age identity`
          : `line ${
              index + 1
            } is a kind of key that only the sops program uses`;
      problems.push({ name: place, state, problem });
      // The lines of an armored key make no sense one by one.
      if (problem === 'UNSUPPORTED_KEY_KIND' && !line.startsWith('AGE-')) break;
    }
    const count = identities.length;
    const state =
      count === 0 ? 'no usable key' : `${count} key${count === 1 ? '' : 's'}`;
    return new AgeIdentities(identities, [
      { name: place, state },
      ...problems.slice(0, 5),
    ]);
  }

  /** All identities and places of several. */
  static join(parts: readonly AgeIdentities[]): AgeIdentities {
    return new AgeIdentities(
      parts.flatMap(part => part.#identities),
      parts.flatMap(part => part.places),
    );
  }

  /** The number of usable identities. */
  get count(): number {
    return this.#identities.length;
  }

  /** The public recipients (`age1…`) that the identities belong to. */
  async recipients(): Promise<string[]> {
    return [...(await this.#decrypters()).keys()];
  }

  /**
   * A decrypter for what is encrypted to a recipient, if its identity is among these.
   *
   * @internal
   */
  async decrypterFor(recipient: string): Promise<Decrypter | undefined> {
    return (await this.#decrypters()).get(recipient);
  }

  /**
   * A decrypter with all identities.
   *
   * @internal
   */
  decrypter(): Decrypter {
    const decrypter = new Decrypter();
    for (const identity of this.#identities) decrypter.addIdentity(identity);
    return decrypter;
  }

  #decrypters() {
    this.#byRecipient ??= Promise.all(
      this.#identities.map(async identity => {
        const decrypter = new Decrypter();
        decrypter.addIdentity(identity);
        return [await identityToRecipient(identity), decrypter] as const;
      }),
    ).then(entries => new Map(entries));
    return this.#byRecipient;
  }
}

function problemOf(line: string): KeyPlace['problem'] {
  if (UNSUPPORTED.test(line)) return 'UNSUPPORTED_KEY_KIND';
  if (!SUPPORTED.test(line)) return 'KEY_MALFORMED';
  try {
    new Decrypter().addIdentity(line);
    return undefined;
  } catch {
    return 'KEY_MALFORMED';
  }
}
