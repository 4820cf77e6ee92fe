import { isMap, isScalar, isSeq } from 'yaml';
import { SopsError } from './SopsError';

/** A part of the `sops` section. How a scalar was quoted does not matter there; null counts as absent. */
export type MetadataText = string | MetadataText[] | MetadataFields | undefined;

/** A map in the `sops` section. */
export interface MetadataFields extends Map<string, MetadataText> {}

/** @throws SopsError `METADATA_INVALID` */
export function readFields(section: unknown): MetadataFields {
  const fields = readText(section);
  if (fields instanceof Map) return fields;
  throw invalidMetadata('is not a map');
}

/** @throws SopsError `METADATA_INVALID` if the field is not a text */
export function readString(
  fields: MetadataFields,
  name: string,
): string | undefined {
  const value = fields.get(name);
  if (value === undefined || typeof value === 'string') return value;
  throw invalidMetadata(`has something other than a text at \`${name}\``);
}

export function invalidMetadata(problem: string): SopsError {
  return new SopsError('METADATA_INVALID', {
    what: `its \`sops\` section ${problem}.`,
    remedy:
      'Restore the file from version control; the section is written by sops and not meant to be edited by hand.',
  });
}

function readText(node: unknown): MetadataText {
  if (isScalar(node)) {
    const { source, value } = node;
    const isNull = node.type === 'PLAIN' && /^(?:|~|null)$/.test(source ?? '');
    return isNull ? undefined : String(value);
  }
  if (isSeq(node)) return node.items.map(readText);
  if (!isMap(node)) return undefined;
  const fields: MetadataFields = new Map();
  for (const { key, value } of node.items) {
    if (!isScalar(key)) throw invalidMetadata('has a key that is not a text');
    const name = String(key.value);
    if (fields.has(name)) throw invalidMetadata('has the same key twice');
    fields.set(name, readText(value));
  }
  return fields;
}
