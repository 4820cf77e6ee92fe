import type { KeyObject } from 'node:crypto';
import { isMap, isScalar, type Node } from 'yaml';
import { findAgeIdentities } from './keyPlaces';
import type { AgeIdentities } from './AgeIdentities';
import { openDataKey } from './dataKey';
import type { KeyPath } from './keyPath';
import { Mac, requireMac, verifyMac } from './mac';
import { readMetadata, type Metadata, type SopsMetadata } from './metadata';
import { Selection } from './selection';
import { SopsError } from './SopsError';
import { TreeReader, type LeafPlace, type SopsValue } from './tree';
import { parseYaml, type YamlText } from './yamlText';

/** An opened file with everything that a change needs. Holds secrets: never hand it out. */
export interface OpenedSops {
  readonly source: YamlText;
  readonly metadata: Metadata;
  readonly dataKey: KeyObject;
  readonly documents: readonly SopsValue[];
  readonly leaves: readonly LeafPlace[];
}

/**
 * How to open a SOPS text.
 *
 * @public
 */
export interface OpenSopsTextOptions {
  /** Private keys; by default what {@link findAgeIdentities} finds for this process. */
  readonly identities?: AgeIdentities;
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

  /**
   * Whether the file's rule keeps the value at these keys and list positions of the first document encrypted. An empty
   * value under the rule counts as encrypted, although SOPS writes it as it is. False where there is no such value.
   */
  isEncrypted(path: KeyPath): boolean {
    return openedOf(this).leaves.some(
      leaf =>
        leaf.document === 0 &&
        leaf.isEncrypted &&
        leaf.path.length === path.length &&
        leaf.path.every((step, index) => step === path[index]),
    );
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
  const source = parseYaml(text);
  const metadata = readMetadata(metadataNode(source));
  const selection = new Selection(metadata.rule);
  const identities = options.identities ?? (await findAgeIdentities());
  // Before the key: a file without MAC is bad whoever opens it.
  const storedMac = requireMac(metadata);
  const dataKey = await openDataKey(metadata, identities);
  const mac = new Mac(metadata.macOnlyEncrypted);
  const reader = new TreeReader(source, { selection, dataKey, mac });
  const documents = reader.read();
  verifyMac(mac.digest(), storedMac, { metadata, dataKey });
  return { source, metadata, dataKey, documents, leaves: reader.leaves };
}

function metadataNode({ documents }: YamlText): Node | null {
  const contents = documents[0]?.contents;
  const pairs = isMap(contents)
    ? contents.items.filter(({ key }) => isScalar(key) && key.value === 'sops')
    : [];
  if (pairs.length === 0) {
    throw new SopsError('NOT_A_SOPS_FILE', {
      what: 'it has no `sops` section, so it is not encrypted by sops.',
      remedy:
        'If it holds a credential, treat that as leaked. Encrypt the file with `sops encrypt -i`.',
    });
  }
  if (pairs.length > 1) {
    throw new SopsError('DUPLICATE_KEY', {
      what: 'it has two `sops` sections, often from a merge.',
      remedy: 'Restore it from version control.',
      path: 'sops',
    });
  }
  return pairs[0].value as Node | null;
}

function publicMetadata(metadata: Metadata): SopsMetadata {
  const { mac: _mac, keyGroups: _keyGroups, ...rest } = metadata;
  return Object.freeze(rest);
}
