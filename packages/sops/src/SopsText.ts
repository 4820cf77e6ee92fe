import { findAgeIdentities } from './keyPlaces';
import type { AgeIdentities } from './AgeIdentities';
import { openDataKey } from './dataKey';
import { keyOpeners, type KeyProgramOptions } from './keyOpeners';
import type { KeyPath } from './keyPath';
import type { Metadata, SopsMetadata } from './metadata';
import {
  isEncryptedAt,
  parseSops,
  readVerified,
  refuseMalformed,
  type OpenedSops,
} from './OpenedSops';
import type { SopsValue } from './tree';

/**
 * How to open a SOPS text.
 *
 * @public
 */
export interface OpenSopsTextOptions {
  /** Private keys; by default what {@link findAgeIdentities} finds for this process. */
  readonly identities?: AgeIdentities;
  /** What may be run for other kinds of keys. */
  readonly programs?: KeyProgramOptions;
}

/** What only this package may see, kept where nothing that prints an object finds it. */
const OPENED = new WeakMap<SopsText, OpenedSops>();

/**
 * A decrypted and verified SOPS text. Printing, inspecting or serialising it shows the metadata only, which is public.
 *
 * @public
 */
export class SopsText {
  readonly metadata: SopsMetadata;

  /** @internal */
  constructor(opened: OpenedSops) {
    OPENED.set(this, opened);
    this.metadata = publicMetadata(opened.metadata);
  }

  /** The decrypted data of the first document, without its `sops` section; frozen. Not enumerable. */
  get data(): { [key: string]: SopsValue } {
    return this.documents[0];
  }

  /** The decrypted data of all documents; frozen. Not enumerable. */
  get documents(): { [key: string]: SopsValue }[] {
    return openedOf(this).documents as { [key: string]: SopsValue }[];
  }

  /** The encrypted file. Not enumerable. */
  get text(): string {
    return openedOf(this).text;
  }

  /**
   * Whether the file's rule keeps the value at these keys and list positions of the first document encrypted. An empty
   * value under the rule counts as encrypted, although SOPS writes it as it is. False where there is no such value.
   */
  isEncrypted(path: KeyPath): boolean {
    return isEncryptedAt(openedOf(this), path);
  }

  /** What may be shown of it. */
  toJSON(): object {
    return { ...this };
  }

  /** Getters stay unread even where `util.inspect` is told to read them. */
  [Symbol.for('nodejs.util.inspect.custom')](): object {
    return { ...this };
  }
}

/** The inside of an opened text, for changing it. */
export function openedOf(text: SopsText): OpenedSops {
  return OPENED.get(text)!;
}

/**
 * Decrypts and verifies a SOPS file that is already in memory. Nothing is returned unless the MAC is right.
 *
 * @throws SopsError
 * @public
 */
export async function openSopsText(
  text: string,
  options: OpenSopsTextOptions = {},
): Promise<SopsText> {
  return new SopsText(await openSops(text, options));
}

/** @throws SopsError */
export async function openSops(
  text: string,
  options: OpenSopsTextOptions,
): Promise<OpenedSops> {
  const parsed = parseSops(text);
  const identities = options.identities ?? (await findAgeIdentities());
  const dataKey = await openDataKey(
    parsed.metadata,
    keyOpeners(identities, options.programs, () => refuseMalformed(parsed)),
  );
  return readVerified(parsed, dataKey);
}

function publicMetadata(metadata: Metadata): SopsMetadata {
  const { mac: _mac, keyGroups: _keyGroups, ...rest } = metadata;
  return Object.freeze(rest);
}
