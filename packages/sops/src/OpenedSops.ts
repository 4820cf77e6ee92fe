import type { KeyObject } from 'node:crypto';
import { isMap, isScalar, type Document, type YAMLMap } from 'yaml';
import type { KeyPath } from './keyPath';
import { Mac, requireMac, verifyMac } from './mac';
import { readMetadata, type Metadata } from './metadata';
import { Selection } from './selection';
import { SopsError } from './SopsError';
import type { Trail } from './trail';
import {
  METADATA_KEY,
  TreeReader,
  type LeafPlace,
  type SopsValue,
} from './tree';
import { parseYaml, type YamlText } from './yamlText';

/** A verified file with everything that a change needs. Holds secrets: never hand it out. */
export interface OpenedSops {
  /** The encrypted file. */
  readonly text: string;
  readonly metadata: Metadata;
  readonly dataKey: KeyObject;
  readonly documents: readonly SopsValue[];
  readonly leaves: readonly LeafPlace[];
}

/** A text whose metadata was read, and nothing else yet. */
export interface ParsedSops {
  readonly source: YamlText;
  readonly metadata: Metadata;
  readonly selection: Selection;
}

/** @throws SopsError for a text that is not well-formed, has no usable `sops` section or no MAC */
export function parseSops(text: string): ParsedSops {
  const source = parseYaml(text);
  const metadata = readMetadata(metadataNode(source));
  const selection = new Selection(metadata.rule);
  // Before the key: a file without MAC is bad whoever opens it.
  requireMac(metadata);
  return { source, metadata, selection };
}

/**
 * Decrypts all values. Nothing of them may be used before the MAC is verified.
 *
 * @throws SopsError for the first value that is not what it should be
 */
export function readValues(
  { source, metadata, selection }: ParsedSops,
  dataKey: KeyObject,
  trail?: Trail,
) {
  const mac = new Mac(metadata.macOnlyEncrypted);
  const reader = new TreeReader(source, { selection, dataKey, mac, trail });
  const documents = reader.read();
  return { documents, leaves: reader.leaves, mac: mac.digest() };
}

/**
 * Looks at everything that can be looked at without the data key.
 *
 * @throws SopsError for the first value or key that is bad whoever opens the file
 */
export function refuseMalformed({ source, selection }: ParsedSops) {
  new TreeReader(source, { selection, mac: new Mac(false) }).read();
}

/** @throws SopsError */
export function readVerified(
  parsed: ParsedSops,
  dataKey: KeyObject,
): OpenedSops {
  const { source, metadata } = parsed;
  const { documents, leaves, mac } = readValues(parsed, dataKey);
  verifyMac(mac, requireMac(metadata), { metadata, dataKey });
  return { text: source.text, metadata, dataKey, documents, leaves };
}

/** Whether a value of the first document is under the file's rule for what is encrypted; false where there is none. */
export function isEncryptedAt({ leaves }: OpenedSops, path: KeyPath): boolean {
  return leaves.some(
    leaf =>
      leaf.document === 0 &&
      leaf.isEncrypted &&
      leaf.path.length === path.length &&
      leaf.path.every((step, index) => step === path[index]),
  );
}

/** The `sops` entries of a document: one, unless the file is bad. */
export function metadataPairs(document: Document.Parsed | undefined) {
  const contents = document?.contents;
  return isMap(contents)
    ? (contents as YAMLMap).items.filter(
        ({ key }) => isScalar(key) && key.value === METADATA_KEY,
      )
    : [];
}

function metadataNode({ documents }: YamlText): unknown {
  const pairs = metadataPairs(documents[0]);
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
  return pairs[0].value;
}
