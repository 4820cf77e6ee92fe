import { createHash } from 'node:crypto';
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

/** One private key, and what opens with it. */
interface Identity {
  readonly text: string;
  readonly decrypter: Decrypter;
}

/** Recipients by their identities' digests: keys are read anew for every file, and mostly they are the same ones. */
const RECIPIENTS = new Map<string, Promise<string>>();
const MAX_RECIPIENTS = 100;

/**
 * Private age keys, and where they came from. Printing, inspecting or serialising it shows only the places.
 *
 * @public
 */
export class AgeIdentities {
  readonly places: readonly KeyPlace[];
  readonly #identities: readonly Identity[];
  #byRecipient: Promise<ReadonlyMap<string, Decrypter>> | undefined;

  /** @internal */
  constructor(identities: readonly Identity[], places: readonly KeyPlace[]) {
    this.#identities = identities;
    this.places = places;
  }

  /**
   * Reads identities in the format of an age key file: one per line, X25519 (`AGE-SECRET-KEY-1…`) or post-quantum
   * hybrid (`AGE-SECRET-KEY-PQ-1…`); empty lines and lines that start with `#` are skipped. Unusable lines are noted in
   * `places` by their number.
   */
  static parse(text: string, place: string): AgeIdentities {
    const identities: Identity[] = [];
    const problems: KeyPlace[] = [];
    const lines = text.split('\n').map(line => line.trim());
    for (const [index, line] of lines.entries()) {
      if (line === '' || line.startsWith('#')) continue;
      const read = readIdentity(line);
      if (typeof read !== 'string') {
        identities.push(read);
        continue;
      }
      const problem = read;
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

  /**
   * The places as they are told in an error.
   *
   * @internal
   */
  get placesInWords(): string[] {
    return this.places.map(({ name, state }) => `${name}: ${state}`);
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
    for (const { text } of this.#identities) decrypter.addIdentity(text);
    return decrypter;
  }

  #decrypters() {
    this.#byRecipient ??= Promise.all(
      this.#identities.map(
        async ({ text, decrypter }) =>
          [await recipientOf(text), decrypter] as const,
      ),
    ).then(entries => new Map(entries));
    return this.#byRecipient;
  }
}

/** The identity of a line, or what is wrong with it. */
function readIdentity(
  line: string,
): Identity | NonNullable<KeyPlace['problem']> {
  if (UNSUPPORTED.test(line)) return 'UNSUPPORTED_KEY_KIND';
  if (!SUPPORTED.test(line)) return 'KEY_MALFORMED';
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(line);
    return { text: line, decrypter };
  } catch {
    return 'KEY_MALFORMED';
  }
}

function recipientOf(identity: string): Promise<string> {
  const digest = createHash('sha256').update(identity).digest('hex');
  const known = RECIPIENTS.get(digest);
  if (known) return known;
  const recipient = identityToRecipient(identity);
  if (RECIPIENTS.size === MAX_RECIPIENTS) RECIPIENTS.clear();
  RECIPIENTS.set(digest, recipient);
  return recipient;
}
