import type { KeyObject } from 'node:crypto';
import { isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { CommentAnchors } from './commentAnchors';
import { formatKeyPath, type KeyPath } from './keyPath';
import { readLeaf } from './leaf';
import type { Mac } from './mac';
import { resolvePlainScalar, type SopsScalar } from './scalars';
import type { Selection } from './selection';
import { SopsError } from './SopsError';
import type { Frame, Trail } from './trail';
import type { YamlText } from './yamlText';

/**
 * Decrypted data: what `JSON.parse` could give, and `bigint` for integers beyond ±2^53.
 *
 * @public
 */
export type SopsValue = SopsScalar | SopsValue[] | { [key: string]: SopsValue };

/** A value's place among the data. */
export interface LeafPlace {
  readonly document: number;
  readonly path: KeyPath;
  readonly isEncrypted: boolean;
}

export const METADATA_KEY = 'sops';

/** Walks the documents of one file in order, decrypts, and feeds the MAC. One use only. */
export class TreeReader {
  readonly leaves: LeafPlace[] = [];
  readonly #source: YamlText;
  readonly #selection: Selection;
  readonly #dataKey: KeyObject | undefined;
  readonly #mac: Mac;
  readonly #anchors: CommentAnchors;
  readonly #trail: Trail | undefined;
  #document = 0;

  constructor(
    source: YamlText,
    options: {
      selection: Selection;
      /** Without it only the form of everything is checked. */
      dataKey?: KeyObject;
      mac: Mac;
      trail?: Trail;
    },
  ) {
    this.#source = source;
    this.#selection = options.selection;
    this.#dataKey = options.dataKey;
    this.#mac = options.mac;
    this.#trail = options.trail;
    this.#anchors = new CommentAnchors(source, options.selection);
  }

  /**
   * The data of every document. Nothing of it may be used before the MAC is verified.
   *
   * @throws SopsError for the first value that is not what it should be
   */
  read(): readonly SopsValue[] {
    const root: Frame = { path: [], additionalData: '', isMatched: false };
    const documents = this.#source.documents.map((document, index) => {
      this.#document = index;
      const { contents } = document;
      if (isMap(contents)) return this.#readMap(contents, root);
      if (isScalar(contents) && contents.value === '') return Object.freeze({});
      throw unsupported('it holds a document that is not a map', root.path);
    });
    this.#anchors.assertAllTaken();
    return Object.freeze(documents);
  }

  #readNode(node: unknown, frame: Frame): SopsValue {
    if (isMap(node)) return this.#readMap(node, frame);
    if (isSeq(node)) return this.#readList(node, frame);
    return this.#readScalar(node, frame, false) ?? null;
  }

  #readMap(map: YAMLMap, frame: Frame): SopsValue {
    this.#pass(map, frame);
    refuseTag(map, frame.path);
    const result: { [key: string]: SopsValue } = {};
    for (const { key: keyNode, value } of map.items) {
      const key = readKey(keyNode, frame.path);
      const path = [...frame.path, key];
      if (frame.path.length === 0 && key === METADATA_KEY) continue;
      if (Object.hasOwn(result, key)) throw duplicate(path);
      const isCommented = !map.flow && this.#anchors.takeKey(startOf(keyNode));
      result[key] = this.#readNode(value, {
        path,
        additionalData: `${frame.additionalData}${key}:`,
        isMatched:
          frame.isMatched || isCommented || this.#selection.matchesKey(key),
      });
    }
    return Object.freeze(result);
  }

  #readList(list: YAMLSeq, frame: Frame): SopsValue {
    this.#pass(list, frame);
    refuseTag(list, frame.path);
    const result: SopsValue[] = [];
    for (const item of list.items) {
      const isMatched =
        this.#anchors.takeItem(startOf(item)) || frame.isMatched;
      const itemFrame = {
        ...frame,
        path: [...frame.path, result.length],
        isMatched,
      };
      const value =
        isMap(item) || isSeq(item)
          ? this.#readNode(item, itemFrame)
          : this.#readScalar(item, itemFrame, true);
      if (value !== undefined) result.push(value);
    }
    return Object.freeze(result) as SopsValue[];
  }

  /** The value, or `undefined` for an encrypted comment. */
  #readScalar(
    node: unknown,
    frame: Frame,
    isListItem: boolean,
  ): SopsScalar | undefined {
    const { path, additionalData, isMatched } = frame;
    if (node === null || node === undefined) {
      this.#pass(node, frame);
      return null;
    }
    if (!isScalar(node)) throw unsupported('it holds an alias', path);
    const isEncrypted = this.#selection.encrypts(isMatched);
    const context = { path, additionalData, isEncrypted, isListItem };
    const scalar = readLeaf(node, context, this.#dataKey);
    if (!scalar) return undefined;
    this.#pass(node, frame);
    this.#mac.add(scalar.text, isEncrypted);
    this.leaves.push({ document: this.#document, path, isEncrypted });
    return scalar.value;
  }

  #pass(node: unknown, frame: Frame) {
    if (this.#document === 0) this.#trail?.pass(node, frame);
  }
}

function readKey(node: unknown, path: KeyPath): string {
  if (!isScalar(node) || typeof node.value !== 'string') {
    throw unsupported('it has a key that is not a text', path);
  }
  const key = node.value;
  const isPlain = node.type === 'PLAIN' && !node.tag;
  const isText = !isPlain || typeof resolvePlainScalar(key)?.value === 'string';
  const isTimestamp = isPlain && /^\d{4}-\d/.test(key);
  // `<<` merges for some readers, and `__proto__` is no ordinary key in JavaScript.
  if (!isText || isTimestamp || key === '__proto__') {
    throw unsupported('it has a key that is not a plain text', path);
  }
  if (isPlain && key === '<<') throw unsupported('it has a merge key', path);
  if (/\p{Surrogate}/u.test(key)) {
    throw unsupported('it has a key that is not valid Unicode', path);
  }
  return key;
}

function startOf(node: unknown): number {
  const range = (node as { range?: [number, number, number] } | null)?.range;
  return range?.[0] ?? -1;
}

function refuseTag(node: YAMLMap | YAMLSeq, path: KeyPath) {
  if (node.tag && !/:(?:map|seq)$/.test(node.tag)) {
    throw unsupported('it has a tag on a list or a map', path);
  }
}

function unsupported(problem: string, path: KeyPath): SopsError {
  const where = formatKeyPath(path);
  return new SopsError('UNSUPPORTED_YAML', {
    what: `${problem} (${
      where ? `below ${where}` : 'at the top level'
    }), which is not supported here.`,
    remedy: 'Change it with `sops edit`.',
    ...(where ? { path: where } : {}),
  });
}

function duplicate(path: KeyPath): SopsError {
  const where = formatKeyPath(path);
  return new SopsError('DUPLICATE_KEY', {
    what: `the key ${where} is there twice, and which of the two counts depends on the reader.`,
    remedy:
      'Take one out with an editor if both are the same, otherwise restore the file from version control.',
    path: where,
  });
}
